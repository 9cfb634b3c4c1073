import type { TemplateResult } from 'lit';
import { flat, markup } from './flat.js';

/** A real heading of any level; one that is not 1 to 6 becomes 2. Its part is `title`. */
export const heading = (level: number | undefined, content: unknown): TemplateResult => {
  const tag = `h${/^[1-6]$/.test(String(level)) ? level : 2}`;
  return flat(markup([`<${tag} part="title" dir="auto">`, `</${tag}>`], content));
};

import { html, type TemplateResult } from 'lit';
import { markup } from './flat.js';

const templateOf = (level: number) => markup(`<h${level} part="title" dir="auto">`, `</h${level}>`);
const usual = templateOf(2);
const templates = [templateOf(1), usual, templateOf(3), templateOf(4), templateOf(5), templateOf(6)];

/** A real heading of any level; one that is not 1 to 6 becomes 2. Its part is `title`. */
export const heading = (level: number | undefined, content: unknown): TemplateResult =>
  html(templates[(level ?? 2) - 1] ?? usual, content);

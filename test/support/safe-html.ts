import { toFragment } from '../../src/html/safe-html.js';
import type { SafeHtml } from '../../src/model/safe-html.js';

/** What a browser writes of it. */
export const serialise = (safe: SafeHtml): string => {
  const template = document.createElement('template');
  template.content.append(toFragment(safe));
  return template.innerHTML;
};

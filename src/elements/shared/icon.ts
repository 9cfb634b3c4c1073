import { render, type TemplateResult } from 'lit';
import { SHIELD, svg } from './svg.js';

/** Lines in a box of 24, drawn for this library. */
const PATHS = {
  phone:
    'M6.5 3.5h3L11 7.5 9 9a11 11 0 0 0 6 6l1.5-2 4 1.5v3a2.2 2.2 0 0 1-2.4 2.2A16.6 16.6 0 0 1 4.3 5.9a2.2 2.2 0 0 1 2.2-2.4z',
  text: 'M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-8.5L6 20.5V17H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z',
  email: 'M3.5 6h17v12h-17zM4 6.5l8 6.5 8-6.5',
  check: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM8 12.3l2.8 2.7L16 9.5',
  alert: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7.8v5M12 16v.1',
  shield: SHIELD,
  chevron: 'M6 9.5l6 6 6-6',
} as const;

export type IconName = keyof typeof PATHS;

/** One of them, beside words. */
export const icon = (name: IconName): TemplateResult => svg(PATHS[name]);

/** {@link icon} as an element, for the page's own tree. */
export const iconElement = (name: IconName): SVGElement => {
  const holder = document.createElement('div');
  render(icon(name), holder);
  const element = holder.firstElementChild as SVGElement;
  element.style.cssText = 'flex: none; inline-size: 1.25em !important; block-size: 1.25em !important';
  return element;
};

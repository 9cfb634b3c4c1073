import { html, type TemplateResult } from 'lit';
import { disclosure } from './care-benefits.template.js';

/** Prefix of the slot names that an author's children are given. */
const SLOT = 'care-item-';

/** Children that show nothing are not what an author has to say. */
const INVISIBLE = /^(?:noscript|script|style|template)$/;

/** Elements that show something without text. */
const MEDIA = 'img, picture, video, audio, iframe, svg';

/** The author's children: all that show something and are meant for no other slot. */
export const authoredChildren = ({ children }: Element): readonly Element[] =>
  [...children].filter(({ slot, localName }) => (!slot || slot.startsWith(SLOT)) && !INVISIBLE.test(localName));

/** Whether an author wrote more than links: those alone are a fallback for where the script does not run. */
export const hasAuthored = (element: Element): boolean => {
  const words = (nodes: readonly Node[]): string => nodes.map(({ textContent }) => textContent).join('');
  const children = authoredChildren(element);
  const texts = [...element.childNodes].filter((node) => node instanceof Text);
  const links = children.flatMap((child) => (child.matches('a') ? [child] : [...child.querySelectorAll('a')]));
  const said = words([...children, ...texts]).replace(/\s/g, '');
  return (
    said.length > words(links).replace(/\s/g, '').length ||
    children.some((child) => child.matches(MEDIA) || child.querySelector(MEDIA))
  );
};

/** 1 to 6; 0 for what is no heading. */
const levelOf = ({ localName }: Element): number => Number(/^h([1-6])$/.exec(localName)?.[1] ?? 0);

/**
 * The level of the headings that begin an item: the outermost, unless that is a single one above all others, which then
 * is the title.
 */
const itemLevel = (headings: readonly Element[]): number => {
  const levels = headings.map(levelOf);
  const [first = 0, ...others] = levels;
  return others.length && others.every((level) => level > first) ? Math.min(...others) : Math.min(...levels);
};

/**
 * Gives an author's children slots by item, without moving them: they stay where frameworks, style sheets and scripts of the
 * page expect them. Returns the number of items.
 */
const assignSlots = (children: readonly Element[]): number => {
  const level = itemLevel(children.filter(levelOf));
  let item = -1;
  for (const child of children) {
    const isHeading = levelOf(child) === level;
    if (isHeading) item++;
    const slot = item < 0 ? '' : `${SLOT}${item}${isHeading ? '-heading' : ''}`;
    if (child.slot !== slot) child.slot = slot;
  }
  return item + 1;
};

/** Puts an author's children back into the default slot. */
export const releaseSlots = (children: readonly Element[]): void => {
  for (const child of children) if (child.slot) child.removeAttribute('slot');
};

/** The author's children, in their order, framed as the layout wants it. */
export const authoredTemplate = (children: readonly Element[], layout: string): TemplateResult => {
  const count = layout === 'grid' || layout === 'accordion' ? assignSlots(children) : 0;
  if (!count) {
    releaseSlots(children);
    return html`<slot></slot>`;
  }
  const items = [...Array<undefined>(count)].map((_, index) => {
    const head = html`<slot name="${SLOT}${index}-heading"></slot>`;
    const content = html`<slot name="${SLOT}${index}"></slot>`;
    return layout === 'accordion'
      ? disclosure(head, content)
      : html`<div part="item" role="listitem">${head}${content}</div>`;
  });
  return html`<slot></slot>${
      layout === 'accordion'
        ? html`<div part="items">${items}</div>`
        : html`<div part="items" role="list">${items}</div>`
    }`;
};

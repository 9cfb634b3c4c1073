import { dressOf } from './dress.js';
import type { FoundTag, Span } from './page.js';

/** A part of a text, and its replacement. */
export interface Change {
  readonly span: Span;
  readonly text: string;
}

/** A text with all changes made. They do not overlap. */
export const applyChanges = (text: string, changes: readonly Change[]): string => {
  let out = '';
  let at = 0;
  for (const { span, text: inserted } of [...changes].sort((a, b) => a.span[0] - b.span[0])) {
    out += text.slice(at, span[0]) + inserted;
    at = span[1];
  }
  return out + text.slice(at);
};

/**
 * Why the content of a tag must stay: it is a part of the page rather than a fallback. `undefined` where it may be replaced.
 */
export const keptText = (
  { tag, hasEndTag, inside, rendered, pagePart }: FoundTag,
  html: string,
): string | undefined => {
  const advice = `HTML has no self-closing custom tags: write </${tag}> where the element ends`;
  if (!hasEndTag) {
    return html.slice(...inside).trim() ? `its end tag is missing, and something follows. ${advice}` : undefined;
  }
  return pagePart && !rendered ? `its tag holds a <${pagePart}>, which is no fallback. ${advice}` : undefined;
};

/**
 * The changes that put `content` into a tag; none where it is there already. Empty content removes a text that was rendered
 * before, with the attributes that mark it.
 */
export const fillTag = (found: FoundTag, content: string, html: string, now: string): readonly Change[] => {
  const { attributes, inside, rendered, dressed, settings, startTag, hasEndTag, tag, slotted } = found;
  const filled = content + slotted;
  const dress = dressOf(settings);
  const isSame = rendered && content && filled === html.slice(...inside);
  if (isSame && dress === (attributes['data-care-dress'] ?? '')) return [];
  // a text that is the same keeps its time
  const time = isSame ? html.slice(...rendered) : `data-care-rendered="${now}"`;
  const marks = content ? ` ${time}${dress && ` data-care-dress="${dress}"`}` : '';
  const behindName = startTag[0] + 1 + tag.length;
  const without = ([start, end]: Span): Change => ({ span: [start - 1, end], text: '' }); // with the space before it
  // an unclosed tag holds only white space, which moves behind the new end tag
  const place: Span = hasEndTag ? inside : [inside[0], inside[0]];
  return [
    { span: [behindName, behindName], text: marks },
    ...[rendered, dressed].flatMap((span) => (span ? without(span) : [])),
    { span: place, text: hasEndTag ? filled : `${filled}</${tag}>` },
  ];
};

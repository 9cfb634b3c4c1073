import { takeContents } from '../dom.js';

/** Arrangements of the WordPress block editor, the classic gallery and Ghost that the prose rules know how to lay out. */
const BLOCK = /(?:^|\s)(?:wp-block-|kg-)?(columns|gallery|buttons|pullquote|media-text|file)(?=\s|$|-card)/;
const ALIGN = /(?:^|\s)(?:has-text-)?align-?(left|right|center)(?=\s|$)/;

/** How `rewrite-tags.ts` marks struck, raised and lowered text. */
const TEXT_STYLE = /(?<![\w-])care-(s|sup|sub)(?![\w-])/g;

/**
 * Reads from class names, which are then dropped, two attributes of ours with fixed values:
 * `data-care-block` (`columns`, `gallery`, `buttons`, `pullquote`, `media-text`, `file`) and `data-care-align` (`left`, `right`,
 * `center`; text in a paragraph or cell, the side on which text flows past for a figure).
 */
export const markLayout = (tree: DocumentFragment): void => {
  for (const element of tree.querySelectorAll('[class]')) {
    const names = element.className;
    const block = BLOCK.exec(names)?.[1];
    if (block) element.setAttribute('data-care-block', block);
    const align = ALIGN.exec(names)?.[1];
    if (align) element.setAttribute('data-care-align', align);
    for (const [, name = ''] of names.matchAll(TEXT_STYLE)) {
      const mark = element.ownerDocument.createElement(name);
      mark.append(takeContents(element));
      element.append(mark);
    }
  }
};

// Reads what tests need of Markdown: fenced blocks, links, and the ids that GitHub gives to headings.

const FENCE = /^( *)```(\w*)\n([^]*?)^\1```$/gm;

/**
 * Fenced blocks of a language, or all.
 *
 * @returns {{ language: string, text: string, line: number }[]}
 */
export const blocksOf = (markdown, language) =>
  [...markdown.matchAll(FENCE)]
    .map(({ 2: name, 3: text, index }) => ({ language: name, text, line: markdown.slice(0, index).split('\n').length }))
    .filter((block) => !language || block.language === language);

const withoutBlocks = (markdown) => markdown.replace(FENCE, '');

/** Targets of all links, those of images too. */
export const linksOf = (markdown) =>
  [
    ...withoutBlocks(markdown)
      .replace(/`[^`\n]*`/g, '')
      .matchAll(/\]\(([^()\s]+)\)/g),
  ].map(([, target]) => target);

/** The ids of all headings: lower case, punctuation gone, blanks as dashes, a number where one occurs again. */
export const headingIds = (markdown) => {
  const counts = new Map();
  return [...withoutBlocks(markdown).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => {
    const id = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-');
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    return count ? `${id}-${count}` : id;
  });
};

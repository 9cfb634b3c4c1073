/** Letters to change, to add or to remove between two words: their Levenshtein distance. */
const distance = (a: string, b: string): number => {
  let row = [...`${b} `].map((_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** A word in a form in which capitals, hyphens, underscores and the plural do not count. */
const bare = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/ies$/, 'y');

/**
 * The known word that somebody meant, or `undefined` where none is near: one letter in three may be wrong, or the word is the
 * beginning of just one known word.
 */
export const nearest = (word: string, known: readonly string[]): string | undefined => {
  const meant = bare(word);
  if (!meant) return undefined;
  const ranked = known
    .map((candidate) => ({ candidate, far: distance(meant, bare(candidate)) }))
    .sort((a, b) => a.far - b.far);
  const [best] = ranked;
  if (best && best.far <= Math.max(1, Math.floor(Math.min(meant.length, bare(best.candidate).length) / 3)))
    return best.candidate;
  const longer = known.filter((candidate) => meant.length > 2 && bare(candidate).startsWith(meant));
  return longer.length === 1 ? longer[0] : undefined;
};

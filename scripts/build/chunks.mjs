// Which file of `dist/chunks/` a module ends up in.
import path from 'node:path';

const WITHOUT_REQUESTS = ['care-config', 'care-contact', 'es'];
const WITH_CARDS = ['care-article-card', 'care-article-list'];
const FOR_HTML = ['html', 'dompurify', 'care-article'];

/**
 * Rollup's `manualChunks`. A chunk is what a page needs as a whole: one an element, source (`files`) and part (`parts`: several
 * modules each), with all that only it imports. Of what they share, `base` is for every element, `cards` for those that show
 * some, `http` for those that send or fetch, `content` for those that show fetched content, and `html` for those that show
 * fetched HTML.
 */
export const chunksOf = (files, parts) => {
  /** Module -> the name of the chunk that begins with it. */
  const roots = new Map(
    [...Object.entries(files), ...Object.entries(parts)].flatMap(([name, modules]) =>
      [modules].flat().map((file) => [path.resolve(file), name]),
    ),
  );
  return (id, { getModuleInfo }) => {
    const seen = new Set();
    const names = new Set();
    const visit = (module) => {
      if (seen.has(module)) return;
      seen.add(module);
      if (roots.has(module)) names.add(roots.get(module));
      else getModuleInfo(module).importers.forEach(visit);
    };
    visit(id);
    // a module that it shares with others belongs to theirs
    for (const seldom of ['debug', 'diagnosis']) if (names.size > 1) names.delete(seldom);
    const [name] = names;
    if (names.size < 2) return name in parts ? name : undefined;
    const areAll = (list) => [...names].every((other) => list.includes(other));
    if (areAll(WITH_CARDS)) return 'cards';
    if (WITHOUT_REQUESTS.some((other) => names.has(other))) return 'base';
    if (names.has('care-newsletter')) return 'http';
    return areAll(FOR_HTML) ? 'html' : 'content';
  };
};

import { toText } from '../../html/read/text.js';
import { safeUrl } from '../../html/urls.js';
import { decodeSlug } from '../../model/slug.js';
import type { Category } from '../../model/taxonomy.js';
import { countOf, omitEmpty, textOf, type Fields } from './read.js';

/** A term as WordPress names its parts: `id`, `slug`, `name`, `link`, `count`, `parent`. */
export const mapTerm = (term: Fields, base: string): Category => ({
  id: textOf(term.id),
  slug: decodeSlug(textOf(term.slug)),
  name: toText(textOf(term.name)),
  ...omitEmpty({ url: safeUrl(term.link, base), count: countOf(term.count), parentId: textOf(countOf(term.parent)) }),
});

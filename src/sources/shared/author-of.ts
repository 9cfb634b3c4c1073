import { toText } from '../../html/read/text.js';
import { safeUrl } from '../../html/urls.js';
import { parseAuthorName } from '../../model/author-name.js';
import type { Author } from '../../model/author.js';
import { omitEmpty, textOf } from './read.js';

/** A person by name and page, as a list of one; of none where there is no name. */
export const authorOf = (name: unknown, url: unknown, base: string): Author[] => {
  const byline = toText(textOf(name));
  return byline ? [{ ...parseAuthorName(byline), ...omitEmpty({ url: safeUrl(url, base) }) }] : [];
};

import { element, pieces, type Markup } from '../../html/markup.js';
import { safeUrl } from '../../html/urls.js';
import type { Localizer } from '../../localize/localizer.js';
import { nameWithCredentials } from '../../model/author-name.js';
import type { Author } from '../../model/author.js';
import { part } from './parts.js';

const person = ({ name, credentials, url }: Author, partName: string, isLinked: boolean): Markup => {
  const href = isLinked ? safeUrl(url) : undefined;
  return part(
    'bdi',
    partName,
    {},
    href ? part('a', 'name', { href }, name) : part('span', 'name', {}, name),
    credentials.length > 0 && [', ', part('span', 'credentials', {}, credentials.join(', '))],
  );
};

/** "Jane Roe, MS, LPC and Ana Ruiz, MD". The words between the names depend on the names: "Ana e Inés". `isLinked`: to where the source says more about a person. */
export const people = (
  authors: readonly Author[],
  partName: string,
  { listParts }: Localizer,
  isLinked = false,
): Markup => {
  const rest = authors.map((author) => person(author, partName, isLinked));
  return pieces(
    listParts(authors.map(nameWithCredentials)).map(({ type, value }) => (type === 'element' ? rest.shift() : value)),
  );
};

/** "By …"; nothing where nobody is named. */
export const byline = (authors: readonly Author[], localizer: Localizer, isLinked = false): Markup | undefined =>
  authors.length
    ? part(
        'p',
        'byline',
        { dir: 'auto' },
        element('span', { lang: localizer.locale }, localizer.say('By')),
        ' ',
        people(authors, 'author', localizer, isLinked),
      )
    : undefined;

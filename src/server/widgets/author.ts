import { KINDS } from '../../data/credentials.js';
import { explain, type Explained } from '../../data/glossary.js';
import { element, pieces, type Markup } from '../../html/markup.js';
import { safeUrl } from '../../html/urls.js';
import type { Localizer } from '../../localize/localizer.js';
import type { Article } from '../../model/article.js';
import type { Author } from '../../model/author.js';
import type { RenderContext } from '../context.js';
import { part } from './parts.js';

const person = ({ name, credentials, url, imageUrl }: Author, { say, locale }: Localizer): Markup => {
  const href = safeUrl(url);
  const src = safeUrl(imageUrl);
  return part(
    'li',
    'author',
    {},
    src && part('img', 'image', { src, alt: '', loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer' }),
    part(
      'p',
      'byline',
      { dir: 'auto' },
      element('span', { lang: locale }, say('By')),
      ' ',
      element(
        'bdi',
        {},
        href ? part('a', 'name', { href }, name) : part('span', 'name', {}, name),
        credentials.length > 0 && [', ', part('span', 'credentials', {}, credentials.join(', '))],
      ),
    ),
  );
};

const definition = ([letters, meaning]: Explained, { say, locale }: Localizer): Markup => {
  const known = typeof meaning !== 'string' && [
    element('span', { lang: 'en' }, meaning.expansion),
    ' ',
    element(
      'small',
      { lang: locale },
      `${say(KINDS[meaning.kind])}${meaning.jurisdiction ? ` (${meaning.jurisdiction})` : ''}`,
    ),
  ];
  return element('div', {}, element('dt', {}, letters), element('dd', {}, known || (meaning as string)));
};

export const author = (
  { authors }: Pick<Article, 'authors'>,
  { localizer, has, read }: RenderContext,
): Markup | undefined => {
  if (!authors.length) return undefined;
  const { say, locale } = localizer;
  const explained = has('with-glossary') ? explain(authors, read('expansions')) : [];
  return pieces(
    part(
      'ul',
      'authors',
      {},
      authors.map((one) => person(one, localizer)),
    ),
    explained.length > 0 &&
      part(
        'details',
        'glossary',
        { lang: locale },
        part('summary', 'summary', {}, say('What the letters stand for')),
        part(
          'dl',
          'letters',
          {},
          explained.map((entry) => definition(entry, localizer)),
        ),
        part(
          'p',
          'note',
          {},
          element('bdi', {}, say('The letters are shown as given. Nothing about them has been verified here.')),
        ),
      ),
  );
};

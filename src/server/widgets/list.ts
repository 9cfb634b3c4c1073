import { element, pieces, type Markup } from '../../html/markup.js';
import { safeUrl } from '../../html/urls.js';
import type { Article } from '../../model/article.js';
import { cardLayoutInList } from '../../model/card-layout.js';
import { picturesIn } from '../../model/card-pictures.js';
import type { Category } from '../../model/taxonomy.js';
import { resolveSource } from '../../sources/shared/source-name.js';
import { siteAddress } from '../../sources/wordpress/wordpress-urls.js';
import type { RenderContext } from '../context.js';
import { card } from './card.js';
import { part } from './parts.js';

/** What a list shows. */
export interface ListData {
  readonly articles: readonly Article[];
  /** How many there are in all, where the source says so. */
  readonly total?: number;
  /** Whether there are further ones. */
  readonly hasMore?: boolean;
  /** For `with-filter`. */
  readonly categories?: readonly Category[];
}

interface Site {
  /** The site's own start page. */
  readonly address: string;
  readonly isWordPress: boolean;
}

const siteOf = ({ read }: RenderContext): Site | undefined => {
  const written = safeUrl(read('endpoint'));
  if (!written) return undefined;
  const { source, endpoint } = resolveSource(written, read('source'), read('key'));
  const isWordPress = source === 'wordpress';
  return { address: isWordPress ? siteAddress(endpoint) : `${new URL(endpoint).origin}/`, isWordPress };
};

/** WordPress searches at its start page by `?s=`; of other sites it is not known. */
const search = (site: Site | undefined, { localizer: { say, locale }, read }: RenderContext): Markup => {
  const action = site?.isWordPress ? site.address : undefined;
  return part(
    'form',
    'search',
    { role: 'search', action, lang: locale },
    part(
      'label',
      'label',
      {},
      `${say('Search articles')} `,
      part('input', 'input', { type: 'search', name: 's', value: read('search'), disabled: !action }),
    ),
    part('button', 'submit', {}, say('Search')),
  );
};

const filter = (
  categories: readonly Category[],
  site: Site | undefined,
  [first]: readonly Article[],
  context: RenderContext,
) => {
  const { say, locale } = context.localizer;
  const chosen = context.read('category') ?? '';
  const topic = (slug: string, name: string, href: string | undefined, lang: string | undefined): Markup => {
    const isCurrent = slug === chosen ? 'true' : undefined;
    const attributes = { 'aria-current': isCurrent, 'data-care-slug': slug, lang };
    return href ? part('a', 'topic', { href, ...attributes }, name) : part('span', 'topic', attributes, name);
  };
  return part(
    'nav',
    'filter',
    { 'aria-label': say('Topic'), lang: locale },
    topic('', say('All topics'), site?.address, undefined),
    categories.map((category) =>
      topic(category.slug, category.name, context.categoryHref(category), first?.language || undefined),
    ),
  );
};

export const articleList = (
  { articles, total, hasMore, categories = [] }: ListData,
  context: RenderContext,
): Markup | undefined => {
  if (!articles.length) return undefined;
  const { has, read, localizer } = context;
  const site = siteOf(context);
  const layout = cardLayoutInList(read('layout'));
  const pictures = picturesIn(articles);
  return pieces(
    has('with-search') && search(site, context),
    has('with-filter') && categories.length > 0 && filter(categories, site, articles, context),
    part(
      'ul',
      'list',
      { 'data-care-total': total },
      articles.map((article) => element('li', {}, card(article, layout, context, pictures))),
    ),
    has('with-more') &&
      hasMore &&
      site &&
      part(
        'p',
        'footer',
        { lang: localizer.locale },
        part('a', 'more', { href: site.address }, localizer.say('Show more')),
      ),
  );
};

import { readAttribute } from '../model/attribute-value.js';
import { nearestLanguage } from '../context/language.js';
import { mergeSettings } from '../model/settings.js';
import { attributeSettings, surroundingSettings } from '../context/settings.js';
import { resolveSource } from '../sources/shared/source-name.js';
import { parameterOfAddress } from '../controllers/slug-param.js';
import { hasNativeEngine } from '../html/dom.js';
import { pageOf, pageSizeOf } from '../model/page-of.js';
import { nameOf } from '../model/article-reference.js';
import { safeUrl } from '../html/urls.js';
import { requestEarly } from '../http/early.js';
import type { ArticleDepth, ArticleReference } from '../model/content-source.js';
import {
  articleUrls,
  BATCH_SIZE,
  CATEGORY_PARAMETERS,
  listParameters,
  wordPressUrl,
} from '../sources/wordpress/wordpress-urls.js';

/** Elements that show nothing from an endpoint, by what is written on them. */
const FETCHES_NOTHING =
  'care-config, care-contact, care-newsletter, care-urgent, care-author[name], care-benefits:not([slug], [article-id])';

/** Whether an element that fetches is going to show the whole text of an article. */
const showsText = (element: Element): boolean =>
  element.localName === 'care-article' ? !element.hasAttribute('excerpt-only') : element.localName === 'care-benefits';

/** What is asked of one endpoint: elements that share one are asked for together, as their client will do it. */
interface Group {
  readonly source: string;
  readonly endpoint: string;
  readonly depth: ArticleDepth;
  readonly references: Map<string, ArticleReference>;
  /** URLs of lists and categories. */
  readonly lists: Set<string>;
}

/** URLs of the first page of a list and of its categories. A list that is narrowed by slugs has to look up their ids before. */
const listUrls = (endpoint: string, element: Element, read: (attribute: string) => string | undefined): string[] => {
  const isList = element.localName === 'care-article-list';
  const hasTopics = !isList || element.hasAttribute('with-filter');
  const isNarrow = ['category', 'tag', 'author', 'exclude'].some(read);
  return [
    ...(isList && !isNarrow
      ? [
          wordPressUrl(
            endpoint,
            'posts',
            listParameters(pageOf(read('page')), pageSizeOf(read('per-page')), read('search')),
          ),
        ]
      : []),
    ...(hasTopics ? [wordPressUrl(endpoint, 'categories', CATEGORY_PARAMETERS)] : []),
  ];
};

/** Properties by which a page hands the content over, maybe before the element is defined. */
const GIVEN = ['article', 'articles', 'categories', 'neighbors'];

const addTo = (group: Group, element: Element): void => {
  if (GIVEN.some((name) => Reflect.get(element, name))) return;
  const read = (attribute: string) => readAttribute(element, attribute)?.trim();
  if (read('loading') === 'lazy') return;
  const { localName } = element;
  if (/list|categories/.test(localName)) {
    for (const url of listUrls(group.endpoint, element, read)) group.lists.add(url);
  }
  const slug = read('slug') || parameterOfAddress(read('slug-param'));
  const articleId = read('article-id');
  // other elements take what they need from the whole article, where a `care-article` loads it
  if (!slug === !articleId || !/^care-article(?:-card)?$/.test(localName)) return;
  group.references.set(`${slug} ${articleId}`, slug ? nameOf(slug) : { id: articleId ?? '' });
};

/**
 * Opens the connection that a request will need. The request itself cannot start here for Ghost: the code that forms its URLs
 * would be in this file for every page, and its own chunk arrives before a connection to another host is established.
 */
const connectEarly = (href: string): void =>
  document.head.append(Object.assign(document.createElement('link'), { rel: 'preconnect', href, crossOrigin: '' }));

const request = ({ source, endpoint, depth, references, lists }: Group): void => {
  const all = [...references.values()];
  if (source === 'json-feed' && (lists.size || all.length)) requestEarly(endpoint);
  if (source === 'ghost' && (lists.size || all.length)) connectEarly(endpoint);
  if (source !== 'wordpress') return;
  while (all.length) articleUrls(endpoint, all.splice(0, BATCH_SIZE), depth).forEach(requestEarly);
  lists.forEach(requestEarly);
};

let areDatesWarm = false;

/**
 * A browser's first date in words costs a slow phone a tenth of a second, all later ones nothing: spent while the network
 * is waited for, not once the content is there.
 */
const warmDates = (): void => {
  if (areDatesWarm) return;
  areDatesWarm = true;
  new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format();
};

/**
 * Starts what the given elements are going to need besides their own code, so that everything travels side by side: the
 * code of their source and language and for fetched HTML, and their requests. It forms the very URLs that the client will
 * form; where the two disagree, a request is made in vain, and nothing else happens.
 */
export const startContent = (elements: readonly Element[], load: (chunk: string) => void): void => {
  const groups = new Map<string, Group>();
  for (const element of elements) {
    const settings = mergeSettings(attributeSettings(element), surroundingSettings(element));
    if (settings.look || settings.density) load('looks');
    if (/^es\b/i.test(settings.locale || nearestLanguage(element))) load('es');
    if (element.matches(FETCHES_NOTHING) || element.hasAttribute('data-care-rendered')) continue;
    const isFull = showsText(element);
    if (isFull) load('html');
    if (isFull && !hasNativeEngine()) load('dompurify');
    const { source, key } = settings;
    const depth: ArticleDepth = isFull ? 'full' : element.hasAttribute('excerpt-only') ? 'teaser' : 'summary';
    const id = JSON.stringify([settings.endpoint, source, key, depth]);
    let group = groups.get(id);
    if (!group) {
      const written = safeUrl(settings.endpoint, document.baseURI);
      if (!written) continue;
      group = {
        ...resolveSource(written, source, key),
        depth,
        references: new Map(),
        lists: new Set(),
      };
      groups.set(id, group);
      load(group.source);
    }
    addTo(group, element);
  }
  // While the parser is at work, elements come in small groups: the client's own batches are larger.
  if (document.readyState !== 'loading') groups.forEach(request);
  if (groups.size) warmDates();
};

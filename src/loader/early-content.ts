import { attributeSettings, mergeSettings, surroundingSettings } from '../context/settings.js';
import { inferSource } from '../context/source-name.js';
import { loadSource } from '../context/source-registry.js';
import { parameterOfAddress } from '../controllers/slug-param.js';
import { nameOf } from '../elements/shared/article-reference.js';
import { safeUrl } from '../html/urls.js';
import { requestEarly } from '../http/early.js';
import type { ArticleDepth, ArticleReference } from '../model/content-source.js';
import { articleUrls, BATCH_SIZE } from '../sources/wordpress/wordpress-urls.js';

const depthOf = (element: Element): ArticleDepth =>
  element.localName !== 'care-article' ? 'summary' : element.hasAttribute('excerpt-only') ? 'teaser' : 'full';

/**
 * Starts the requests that the given elements are going to make once their code has arrived, so that code and content
 * travel side by side. It forms the very addresses that the client will form; where the two disagree, a request is
 * made in vain, and nothing else happens.
 */
export const startContent = (elements: Iterable<Element>): void => {
  const groups = new Map<
    string,
    {
      name: string;
      endpoint: string;
      depth: ArticleDepth;
      references: Map<string, ArticleReference>;
      hasList?: boolean;
    }
  >();
  for (const element of elements) {
    const settings = mergeSettings(attributeSettings(element), surroundingSettings(element));
    const { source, key } = settings;
    const depth = depthOf(element);
    const id = JSON.stringify([settings.endpoint, source, key, depth]);
    let group = groups.get(id); // a thousand cards share one endpoint: it is looked at once
    if (!group) {
      const endpoint = safeUrl(settings.endpoint, document.baseURI);
      if (!endpoint) continue;
      group = { name: source || inferSource(endpoint, key), endpoint, depth, references: new Map() };
      groups.set(id, group);
    }
    const given = (attribute: string) => element.getAttribute(attribute)?.trim();
    const slug = given('slug') || parameterOfAddress(given('slug-param'));
    const articleId = given('article-id');
    if (given('loading') === 'lazy') continue;
    const { localName } = element;
    if (group.name === 'json-feed' && /list|categories/.test(localName)) group.hasList = true;
    // the others take what they need of an article from its whole text, where that is on the page
    if (!slug === !articleId || !/^care-article(?:-card)?$/.test(localName)) continue;
    group.references.set(`${slug} ${articleId}`, slug ? nameOf(slug) : { id: articleId ?? '' });
  }
  for (const { name, endpoint, depth, references, hasList } of groups.values()) {
    const all = [...references.values()];
    if (name === 'json-feed' && (hasList || all.length)) requestEarly(endpoint);
    while (name === 'wordpress' && all.length)
      articleUrls(endpoint, all.splice(0, BATCH_SIZE), depth).forEach(requestEarly);
    loadSource(name)?.catch(() => undefined); // asked for again, and reported, by the client
  }
  // the first one takes tens of milliseconds on a phone: while the network is at work they cost nothing
  setTimeout(() => new Intl.DateTimeFormat('en', { dateStyle: 'long' }));
};

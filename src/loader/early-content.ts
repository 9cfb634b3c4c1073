import { attributeSettings, mergeSettings, surroundingSettings } from '../context/settings.js';
import { inferSource } from '../context/source-name.js';
import { loadSource } from '../context/source-registry.js';
import { parameterOfAddress } from '../controllers/slug-param.js';
import { safeUrl } from '../html/urls.js';
import { requestEarly } from '../http/early.js';
import type { ArticleDepth, ArticleReference } from '../model/content-source.js';
import { articleUrls, BATCH_SIZE } from '../sources/wordpress/wordpress-urls.js';

const depthOf = (element: Element): ArticleDepth =>
  element.localName === 'care-article' && !element.hasAttribute('excerpt-only') ? 'full' : 'summary';

/**
 * Starts the requests that the given elements are going to make once their code has arrived, so that code and content
 * travel side by side. It forms the very addresses that the client will form; where the two disagree, a request is
 * made in vain, and nothing else happens.
 */
export const startContent = (elements: Iterable<Element>): void => {
  const batches = new Map<
    string,
    { endpoint: string; depth: ArticleDepth; references: Map<string, ArticleReference> }
  >();
  for (const element of elements) {
    const settings = mergeSettings(attributeSettings(element), surroundingSettings(element));
    const endpoint = safeUrl(settings.endpoint, document.baseURI);
    if (!endpoint || element.getAttribute('loading') === 'lazy') continue;
    const name = settings.source || inferSource(endpoint, settings.key);
    loadSource(name)?.catch(() => undefined); // asked for again, and reported, by the client
    const given = (attribute: string) => element.getAttribute(attribute)?.trim();
    const slug = given('slug') || parameterOfAddress(given('slug-param'));
    const id = given('article-id');
    if (!slug === !id) continue;
    if (name === 'json-feed') requestEarly(endpoint);
    if (name !== 'wordpress') continue;
    const depth = depthOf(element);
    const batch = batches.get(depth + endpoint) ?? { endpoint, depth, references: new Map() };
    const reference = slug ? { slug } : { id: id ?? '' };
    batch.references.set(JSON.stringify(reference), reference);
    batches.set(depth + endpoint, batch);
  }
  for (const { endpoint, depth, references } of batches.values()) {
    const all = [...references.values()];
    while (all.length) articleUrls(endpoint, all.splice(0, BATCH_SIZE), depth).forEach(requestEarly);
  }
};

import { attributeSettings, mergeSettings, surroundingSettings } from '../context/settings.js';
import { inferSource } from '../context/source-name.js';
import { loadSource } from '../context/source-registry.js';
import { safeUrl } from '../html/urls.js';
import { requestEarly } from '../http/early.js';
import type { ArticleReference } from '../model/content-source.js';
import { articleUrls, BATCH_SIZE } from '../sources/wordpress/wordpress-urls.js';

/**
 * Starts the requests that the given elements are going to make once their code has arrived, so that code and content
 * travel side by side. It forms the very addresses that the client will form; where the two disagree, a request is
 * made in vain, and nothing else happens.
 */
export const startContent = (elements: Iterable<Element>): void => {
  const byEndpoint = new Map<string, Map<string, ArticleReference>>();
  for (const element of elements) {
    const settings = mergeSettings(attributeSettings(element), surroundingSettings(element));
    const endpoint = safeUrl(settings.endpoint, document.baseURI);
    if (!endpoint || element.getAttribute('loading') === 'lazy') continue;
    const name = settings.source || inferSource(endpoint, settings.key);
    loadSource(name)?.catch(() => undefined); // asked for again, and reported, by the client
    const [slug, id] = ['slug', 'article-id'].map((attribute) => element.getAttribute(attribute)?.trim());
    const isNamed = !slug !== !id;
    const { localName } = element;
    if (name === 'json-feed' && (isNamed || /list|categories/.test(localName))) requestEarly(endpoint);
    // the others take what they need of an article from its whole text, where that is on the page
    if (name !== 'wordpress' || !isNamed || localName !== 'care-article-card') continue;
    const references = byEndpoint.get(endpoint) ?? new Map<string, ArticleReference>();
    const reference = slug ? { slug } : { id: id ?? '' };
    byEndpoint.set(endpoint, references.set(JSON.stringify(reference), reference));
  }
  for (const [endpoint, references] of byEndpoint) {
    const all = [...references.values()];
    while (all.length) articleUrls(endpoint, all.splice(0, BATCH_SIZE), 'summary').forEach(requestEarly);
  }
};

import { originOf } from '../../html/urls.js';

/**
 * The origin that an article is published at, else that it was asked of; none where that is the page's own. An API may stand
 * on another host than the site (`public-api.wordpress.com`, Ghost's own name of a site with a domain).
 */
export const foreignOrigin = (url: string | undefined, asked: string | undefined): string | undefined => {
  // a page may hand over anything
  const [published, source] = [url, asked].map((address) => originOf(address, document.baseURI));
  return [published, source].includes(location.origin) ? undefined : source && (published ?? source);
};

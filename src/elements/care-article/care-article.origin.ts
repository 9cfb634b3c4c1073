import { safeUrl } from '../../html/urls.js';

/**
 * The origin that an article is published at, else that it was asked of; none where that is the page's own. An API may stand
 * on another host than the site (`public-api.wordpress.com`, Ghost's own name of a site with a domain).
 */
export const foreignOrigin = (url: string | undefined, asked: string | undefined): string | undefined => {
  const originOf = (address?: string): string | undefined => {
    const parsed = safeUrl(address, document.baseURI); // a page may hand over anything
    return parsed && new URL(parsed).origin;
  };
  const source = originOf(asked);
  const published = originOf(url);
  return [published, source].includes(location.origin) ? undefined : source && (published ?? source);
};

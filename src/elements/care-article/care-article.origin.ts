import { safeUrl } from '../../html/urls.js';

/** The origin that an article was asked of, unless the page itself is where it is published. */
export const foreignOrigin = (url: string | undefined, asked: string | undefined): string | undefined => {
  const originOf = (address?: string): string | undefined => {
    const parsed = safeUrl(address, document.baseURI); // a page may hand over anything
    return parsed && new URL(parsed).origin;
  };
  const source = originOf(asked);
  return [originOf(url), source].includes(location.origin) ? undefined : source;
};

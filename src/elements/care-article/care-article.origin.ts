import { safeUrl } from '../../html/urls.js';

/** The origin that an article was asked of, unless the page itself is where it is published. */
export const foreignOrigin = (url: string | undefined, asked: string | undefined): string | undefined => {
  const originOf = (address?: string): string | undefined => address && new URL(address).origin;
  const source = originOf(safeUrl(asked, document.baseURI));
  return [originOf(url), source].includes(location.origin) ? undefined : source;
};

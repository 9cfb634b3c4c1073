/**
 * What every request of this library has in common: no cookies and no referrer, so that the endpoint learns an IP address and
 * nothing about the page or the visitor. No header of our own either: one would cost a preflight, and WordPress refuses
 * those.
 */
export const PRIVATE_REQUEST = { credentials: 'omit', referrerPolicy: 'no-referrer' } as const satisfies RequestInit;

/**
 * What keeps a GET of a browser at the origin that the page's owner configured: a redirect elsewhere would tell another
 * host who reads. A page's own origin may redirect within itself; other redirects are not followed, because a browser
 * does not say where one leads before it has asked there. In Node there is no visitor, and redirects are followed.
 */
export const stayAt = (url: string): RequestInit => {
  if (!globalThis.document) return {};
  return new URL(url, document.baseURI).origin === globalThis.origin ? { mode: 'same-origin' } : { redirect: 'manual' };
};

/**
 * The URLs to which a site commonly redirects within itself: with a slash at the end, by https, with `www.` or without. Tried
 * one after the other in place of a redirect that is not followed.
 */
export const movedWithin = (address: string): readonly string[] => {
  const url = new URL(address);
  const { pathname, port, protocol, hostname } = url;
  const found: string[] = [];
  const add = (change: () => void): void => {
    change();
    found.push(url.href);
  };
  if (/\/[^/.]+$/.test(pathname)) {
    add(() => (url.pathname += '/'));
    url.pathname = pathname;
  }
  if (!port && /\.[a-z]/i.test(hostname)) {
    if (protocol === 'http:') add(() => (url.protocol = 'https:'));
    add(() => (url.hostname = /^www\./.test(hostname) ? hostname.slice(4) : `www.${hostname}`));
  }
  return found;
};

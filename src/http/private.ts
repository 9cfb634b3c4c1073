/**
 * What every request of this library has in common: no cookies and no referrer, so that the endpoint learns an address
 * and nothing about the page or the visitor. No header of our own either: one would cost a preflight, and WordPress
 * refuses those.
 */
export const PRIVATE = { credentials: 'omit', referrerPolicy: 'no-referrer' } as const satisfies RequestInit;

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
 * Where the same site may have moved within itself: to the address with a slash at the end, to https, to the name with
 * `www.` or without. Asked one after the other in place of a redirect that is not followed.
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

/** Of IPv4, as four numbers: RFC 1918, 6598, 3927, 1122, 5737, 2544, multicast and reserved. */
const isPrivateV4 = ([a = 0, b = 0, c = 0]: readonly number[]): boolean =>
  a === 0 ||
  a === 10 ||
  a === 127 ||
  a >= 224 ||
  (a === 100 && b >= 64 && b < 128) ||
  (a === 169 && b === 254) ||
  (a === 172 && b >= 16 && b < 32) ||
  (a === 192 && (b === 168 || (b === 0 && c === 0))) ||
  (a === 198 && (b === 18 || b === 19));

/**
 * Whether a host is of this machine or of its local network: a name that is only known there, or such an address of IPv4 or
 * IPv6 (in brackets or not). A name of the public network may lead there all the same: look it up, and ask of the address.
 */
export const isPrivateHost = (host: string): boolean => {
  const name = host.toLowerCase().replace(/^\[|\]$|\.$/g, '');
  const v4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/.exec(name)?.[1];
  if (v4) return isPrivateV4(v4.split('.').map(Number));
  if (!name.includes(':'))
    return !name.includes('.') || /\.(?:localhost|local|internal|lan|home|corp|intranet)$/.test(name);
  // IPv4 within IPv6, as URL writes it: two groups of hexadecimal digits
  const [, high, low] = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(name) ?? [];
  if (high && low) {
    const [first, second] = [parseInt(high, 16), parseInt(low, 16)];
    return isPrivateV4([first >> 8, first & 255, second >> 8, second & 255]);
  }
  return /^(?:::1?$|f[cd]|fe[89ab]|ff|64:ff9b:)/.test(name);
};

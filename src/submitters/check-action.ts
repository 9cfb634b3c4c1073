import { CareError } from '../model/care-error.js';

/** Where the form stands. */
export interface FormPlace {
  /** What a relative URL is resolved against: `document.baseURI`. */
  readonly base: string;
  /** Whether the page came by https. */
  readonly isSecure: boolean;
}

const LOOPBACK = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/;

/**
 * The URL that a form sends to, absolute and without fragment, or the `not-configured` error that says what to write
 * instead. A relative URL leads to the page's own site, as in every form.
 */
export const checkAction = (action: string | null | undefined, { base, isSecure }: FormPlace): URL | CareError => {
  const refuse = (what: string, url = action ?? undefined) =>
    new CareError('not-configured', { detail: `action ${what}; write action="https://your-site.example/…"`, url });
  const text = action?.trim();
  if (!text) return refuse('is missing');
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    return refuse('is not an address');
  }
  if (!/^https?:$/.test(url.protocol)) return refuse(`begins with ${url.protocol}`);
  // Every visitor could read it; so could whoever reads the console.
  if (url.username || url.password) return refuse('holds a password', '');
  if (isSecure && url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
    return refuse('is http on an https page, where browsers refuse it');
  }
  url.hash = '';
  return url;
};

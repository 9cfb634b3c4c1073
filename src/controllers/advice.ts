import type { CareError, CareErrorCode } from '../model/care-error.js';

/** What a webmaster can do about each kind of failure. */
const ADVICE: Readonly<Record<CareErrorCode, string>> = {
  'not-configured':
    'Write data-care-endpoint="https://your-site.example" on the script tag, or endpoint="…" on the element or on a <care-config> around it, and on the element what to show: slug="…", article-id="…" or latest.',
  offline: 'The device has no connection. The element can be tried again.',
  network:
    'No answer, or one that this page may not read. Check the address: write it as the browser shows it once the site is open (https:// or http://, with or without www.), for a redirect is often refused. The endpoint must send Access-Control-Allow-Origin, and a Content-Security-Policy of this page must name it in connect-src.',
  timeout: 'The endpoint is too slow. Write a larger timeout="…" (milliseconds), or let the endpoint cache.',
  'not-found':
    'Check the slug or article-id: it must be published, and spelled as in its address. Check the endpoint too: written in full, with https://, it must lead to the site that the article is on.',
  gone: 'The article was withdrawn: take the element from the page.',
  forbidden:
    'The endpoint refuses visitors. A security plugin may have closed the REST API: allow reading of posts, or name a feed instead.',
  protected: 'The article has a password: only its title can be shown.',
  'rate-limited': 'The endpoint refuses more requests for now. Let it answer from a cache.',
  server: 'The endpoint failed: look into its own log.',
  malformed:
    'The endpoint answered with something else. Open the address in a browser; write source="…" if it is another kind of endpoint.',
  'too-large': 'The answer is larger than 5 MB: name a smaller feed.',
  rejected: '',
};

/** One English text for the console: what was met, where, and what to write instead. */
export const adviceOn = ({ code, detail, url }: CareError): string =>
  [code, detail, ADVICE[code], url].filter(Boolean).join(' | ');

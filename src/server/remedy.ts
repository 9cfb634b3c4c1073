import { adviceByDetail } from '../diagnosis/error-advice.js';
import type { CareError, CareErrorCode } from '../model/care-error.js';

const IS_REST = /\/wp-json\/|\/wp\/v2\/|[?&]rest_route=/;
const CLOSED =
  'Open it in a browser that is not logged in. If it is shown there, a firewall keeps programs out: have it let care-widgets pass.';

/** What to do about each kind of failure. None where the failure's own sentence says it. */
const REMEDIES: Readonly<Record<CareErrorCode, string>> = {
  'not-configured': '',
  offline: 'Look whether this machine is connected, and try again.',
  network: 'Open it in a browser, and look whether it is spelt right.',
  timeout: 'Try again; if it stays so slow, visitors wait as long: let the server answer from a cache.',
  'not-found': 'Open it in a browser, and look whether it is spelt right.',
  gone: 'Its publisher has withdrawn it: take away what names it.',
  forbidden: CLOSED,
  protected: 'It has a password: only its title can be shown.',
  'rate-limited': 'The server wants to be asked less often: try again in some minutes.',
  server: "The server itself fails there. Open it in a browser; if that fails too, look into the server's log.",
  malformed: 'Open it in a browser, and look whether it is what the address is meant to be.',
  'too-large': 'Name a feed with fewer articles.',
  rejected: '',
};

/** The same by `detail`, for failures that only a program outside a browser meets. */
const BY_DETAIL: readonly (readonly [RegExp, string])[] = [
  // these details say it themselves
  [/^robots\.txt of |: write /, ''],
  [
    /^nothing published under /,
    'Check the slug or article-id: it must be published there, and spelt as in its address.',
  ],
  [/^no item .* in this feed$/, 'Make or upload the whole folder of the snapshot anew.'],
  [
    /^(?:redirects in a circle|more than \d+ redirects|a redirect to )/,
    'Open it in a browser, and name the address that it arrives at.',
  ],
  [/^XML that is /, 'Its owner can mend it with the help of https://validator.w3.org/feed/.'],
  [/^no picture that can be read/, 'Upload the picture to the site anew; until then the article names the original.'],
  [/\bcertificate\b/, 'Browsers refuse it too: its host has to put a valid certificate in place.'],
  [/Content-Encoding|packed/, 'Its server has to be mended: let it send the answer as it says, or not packed at all.'],
];

/** What to do about a failure, in one or two sentences; empty where what it says is enough. */
export const remedyOf = (error: CareError, reason: string): string => {
  const { code, status = 0, url = '' } = error;
  const known = adviceByDetail(error) ?? BY_DETAIL.find(([pattern]) => pattern.test(reason))?.[1];
  if (known !== undefined) return known;
  if (IS_REST.test(url)) {
    const site = new URL(url).origin;
    const rest = 'let the plugin that closed its REST API allow reading of posts and categories';
    if (code === 'not-found' || code === 'malformed')
      return `There is no WordPress at this address, or its REST API is closed. Write the address of the whole site, name its feed instead, or, if it is a WordPress, ${rest}; npx care-widgets check ${site}/ tells what can be read there.`;
    if (code === 'forbidden')
      return `If the site is a WordPress, ${rest}; if a firewall keeps programs out, have it let care-widgets pass.`;
  }
  return code === 'server' && status < 500 ? CLOSED : REMEDIES[code];
};

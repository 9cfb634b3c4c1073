import { finding, type Finding } from './finding.js';

/** robots.txt keeps search engines from what the widgets show. `endpoint`: the URL that is asked for it. */
export const hiddenFromSearch = (endpoint: string): Finding => {
  const { pathname, origin } = new URL(endpoint);
  return finding(
    'hidden-from-search',
    `robots.txt of ${origin} forbids ${pathname}`,
    `Write Allow: ${pathname} below User-agent: *, or put the text into the page by npx care-widgets render.`,
    `${origin}/robots.txt`,
  );
};

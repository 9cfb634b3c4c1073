import type { ContentSource } from '../model/content-source.js';
import { createBloggerSource } from '../sources/blogger/blogger-source.js';
import { readDate } from '../sources/feed/dates.js';
import { createFeedSource } from '../sources/feed/feed-source.js';
import { createGhostSource } from '../sources/ghost/ghost-source.js';
import { createJsonFeedSource } from '../sources/json-feed/json-feed-source.js';
import type { SourceOptions } from '../sources/shared/source-options.js';
import { inferSource } from '../sources/shared/source-name.js';
import { createSquarespaceSource } from '../sources/squarespace/squarespace-source.js';
import { createWordPressSource } from '../sources/wordpress/wordpress-source.js';

/** Makes a source for one endpoint. */
export type CreateSource = (options: SourceOptions) => ContentSource;

/** Files of one feed that Node reads: nobody waits for it as a visitor does for a page. */
const MOST_PAGES = 500;

/** All that Node can read, by the name that `source` gives it. */
export const OWN_SOURCES: Readonly<Record<string, CreateSource>> = {
  wordpress: createWordPressSource,
  'json-feed': (options) => createJsonFeedSource({ ...options, readDate }, MOST_PAGES),
  ghost: createGhostSource,
  feed: createFeedSource,
  squarespace: createSquarespaceSource,
  blogger: createBloggerSource,
};

/** Sources that may show their newest articles only: what is missing there may be old, and not withdrawn. */
export const IS_WINDOW = ['json-feed', 'feed'];

/** The source that an endpoint's URL looks like; in Node also by the host names of services that no browser can read. */
export const inferNodeSource = (endpoint: string, key?: string): string => {
  const { hostname } = new URL(endpoint);
  const name = inferSource(endpoint, key);
  if (name !== 'wordpress') return name;
  if (/\.blogspot\.(?:com?\.)?\w+$/.test(hostname)) return 'blogger';
  return hostname.endsWith('.squarespace.com') ? 'squarespace' : name;
};

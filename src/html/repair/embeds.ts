import { isText, takeContents } from '../dom.js';
import { isTrackingPixel } from '../sanitise/images.js';
import { pointOut, webTarget } from '../sanitise/links.js';
import { safeResourceUrl, safeUrl } from '../urls.js';

/**
 * The file name at the end of a URL's path, decoded. The lookbehind has it searched only where a segment begins, which keeps
 * the search linear in a path as long as a text.
 */
const fileOf = (path: string): string | undefined => {
  const file = /(?<![^/])[^/]+\.\w{2,4}$/.exec(path)?.[0];
  try {
    return file && decodeURIComponent(file);
  } catch {
    return file;
  }
};

/**
 * Replaces something that would load by itself by a plain link, or within a link by its words. Without words it is named by
 * the file, else by the host. `block` is written as `data-care-block`, by which the prose rules draw it, with the site below
 * a title.
 */
const replaceByLink = (node: Element | Text, href: string, words: string, block?: 'video' | 'embed'): void => {
  const { hostname, pathname } = new URL(href);
  const site = hostname.replace(/^www\./, '');
  const name = fileOf(pathname) ?? site;
  const text = words.trim() || name;
  if (node.parentElement?.closest('a')) return node.replaceWith(text);
  const link = node.ownerDocument.createElement('a');
  link.append(text);
  if (block) {
    link.setAttribute('data-care-block', block);
    if (text !== name) link.setAttribute('data-care-site', site);
  }
  pointOut(link, href);
  node.replaceWith(link);
};

/** From the URL of a player's frame to the page that a reader can open. */
const PAGES: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\//, 'https://www.youtube.com/embed/'],
  [/^(.{0,60}youtube\.com\/)embed\/videoseries\?(?:.*&)?list=([\w-]+).*/, '$1playlist?list=$2'],
  [/^(.{0,60}youtube\.com\/)embed\/live_stream\?(?:.*&)?channel=([\w-]+).*/, '$1channel/$2/live'],
  [/^(.{0,60}youtube\.com\/)embed\/([\w-]+).*/, '$1watch?v=$2'],
  // an unlisted film has a second name
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+)\?(?:.*&)?h=(\w{6,}).*/, 'https://vimeo.com/$1/$2'],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+).*/, 'https://vimeo.com/$1'],
  [/^(https?:\/\/open\.spotify\.com)\/embed\//, '$1/'],
  // A WordPress post
  [/(?<!\/)\/embed\/?(?:#\?secret.*)?$/, '/'],
];

/** URLs of films, as {@link PAGES} leaves them. */
const VIDEO = /^https?:\/\/(?:www\.youtube\.com|vimeo\.com)\//;

const pageOf = (address: string): string =>
  PAGES.reduce((page, [frame, replacement]) => page.replace(frame, replacement), address);

const createPlayer = (player: Element, medium: string, address: string): Element => {
  const element = player.ownerDocument.createElement(medium);
  element.setAttribute('controls', '');
  element.setAttribute('preload', 'none');
  const title = player.getAttribute('title');
  if (title) element.setAttribute('title', title);
  element.setAttribute('src', address);
  return element;
};

/**
 * Frames and players (`data` and `source`, as `rewrite-tags.ts` renames them) become links to their page, named by their title
 * (`data-care-block`: `video` or `embed`): nothing of a third party may load before a reader asks. Sound and film of `origins` get the browser's own
 * controls, and load when they are pressed.
 */
export const linkEmbeds = (tree: DocumentFragment, url: string, origins: readonly string[]): void => {
  for (const player of tree.querySelectorAll('data, source')) {
    if (player.matches('picture > *')) continue;
    const address = webTarget(
      (player.matches('[src]') ? player : player.querySelector('[src]'))?.getAttribute('src'),
      url,
    );
    const medium = /care-(audio|video)/.exec(player.className)?.[1];
    const own = medium && safeResourceUrl(address, url, origins);
    if (own) player.replaceWith(createPlayer(player, medium, own));
    else if (address) {
      const page = pageOf(address);
      replaceByLink(player, page, player.getAttribute('title') ?? '', VIDEO.test(page) ? 'video' : 'embed');
    } else player.remove();
  }
};

/** Pictures of other origins, which may not load, become links to them, named by their text or file. */
export const linkForeignImages = (tree: DocumentFragment, url: string, origins: readonly string[]): void => {
  for (const image of tree.querySelectorAll('img')) {
    const address = image.getAttribute('src');
    const foreign = safeResourceUrl(address, url, origins) ? undefined : webTarget(address, url);
    if (!foreign || isTrackingPixel(image)) continue;
    const picture = image.closest('picture');
    replaceByLink(image, foreign, image.alt);
    picture?.replaceWith(takeContents(picture)); // one that was never closed holds the words behind it
  }
};

/** A URL that stands alone in a block is how an embed arrives that its site could not resolve: it becomes a link. */
export const linkBareAddresses = (tree: DocumentFragment): void => {
  for (const block of tree.querySelectorAll('p, div')) {
    const only = block.firstChild;
    if (!isText(only) || only.nextSibling) continue;
    const text = only.data.trim();
    const address = /^https?:\/\/\S+$/.test(text) && safeUrl(text);
    if (!address) continue;
    replaceByLink(only, address, text);
  }
};

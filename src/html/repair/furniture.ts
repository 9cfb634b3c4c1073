import { lineOf, takeContents } from '../dom.js';

/** What plugins append to each post: sharing, likes, related posts, sign-ups. None of it belongs to the text. */
const FURNITURE =
  '.sharedaddy,.sd-block,.jp-relatedposts,.jetpack-likes-widget-wrapper,.wpcnt,.addtoany_share_save_container,' +
  '.heateor_sss_sharing_container,.essb_links,.yarpp-related,.crp_related,.rmp-widgets-container,.post-views,' +
  // forms without their fields
  '.wpforms-container,.wpcf7,.gform_wrapper,.kg-signup-card,' +
  // Ghost's player controls, which the browser's replace, and what stands beside the title of a bookmark or a recording
  '.kg-audio-player,.kg-audio-thumbnail,.kg-video-player-container,.kg-bookmark-icon,.kg-bookmark-thumbnail';

/** Short inline elements that are hidden from screen readers, such as the name of an icon in a font of icons. */
const DECORATION = ':is(i, b, em, strong, span).care-decoration:not(:has(img))';

/** Words for screen readers alone, such as "(opens in a new tab)", which no link of ours does. */
const UNSEEN = ':is(.screen-reader-text, .sr-only, .visually-hidden, .elementor-screen-only)';

/** The first letter of a word, drawn large: it is hidden where a label says the whole word. */
const isDropCap = ({ textContent, nextSibling }: Element): boolean =>
  /^\p{L}$/u.test(textContent.trim()) && /^\p{Ll}/u.test(nextSibling?.textContent ?? '');

/** Parts that WordPress or Ghost set apart by CSS alone: a space keeps their words apart here. */
const BLOCK_PART = '[class*="wp-block-latest"] :is(a, time, div), .wp-block-file a, .kg-bookmark-publisher';

/** Takes away what was put around the text, not written by its author. Expects the class names to be there still. */
export const dropFurniture = (tree: DocumentFragment): void => {
  for (const element of tree.querySelectorAll(`${FURNITURE}, ${DECORATION}`)) if (!isDropCap(element)) element.remove();
  for (const link of tree.querySelectorAll(`a:has(${UNSEEN})`)) {
    const words = lineOf(link);
    for (const unseen of link.querySelectorAll(UNSEEN)) unseen.remove();
    // only an icon was visible: the words for screen readers take its place
    if (!lineOf(link)) link.append(words);
  }
  // Google Docs puts all that is copied there into a <b> that its style makes light, Ghost the pictures of a gallery into rows
  for (const element of tree.querySelectorAll('b[id*=docs-internal-guid], div[class^=kg-gallery]'))
    element.replaceWith(takeContents(element));
  for (const part of tree.querySelectorAll(BLOCK_PART)) if (part.previousElementSibling) part.before(' ');
  for (const image of tree.querySelectorAll<HTMLImageElement>('img:is(.emoji, .wp-smiley)[alt]'))
    image.replaceWith(image.alt);
  for (const later of tree.querySelectorAll('.care-noscript img')) dropPlaceholder(later);
};

const MAX_STEPS = 3;

const fileOf = (image: Element): string => (image.getAttribute('src') ?? '').replace(/[?#].*/, '');

/** A lazily loaded picture comes twice: as a placeholder for a script, and within `<noscript>`. Removes the placeholder. */
const dropPlaceholder = (image: Element): void => {
  let place = image.closest('.care-noscript');
  for (let steps = 0; place && steps < MAX_STEPS; steps++) {
    for (const beside of [place.previousElementSibling, place.nextElementSibling] as (Element | null)[]) {
      const placeholder = beside?.matches('img') ? beside : beside?.querySelector('img');
      if (placeholder && (fileOf(placeholder) === fileOf(image) || !/^(?:https?:|\/)/.test(fileOf(placeholder)))) {
        placeholder.remove();
        return;
      }
    }
    place = place.parentElement;
  }
};

/** `sizes` of a card's picture. Without `auto`: Chromium 156 never frees a removed lazy image that has it, nor the card around it. */
export const CARD_SIZES = {
  vertical: '(min-width: 48em) 24em, 100vw',
  horizontal: '(min-width: 30em) 20em, 100vw',
  compact: '5em',
} as const;

/** `sizes` of the picture above an article. */
export const ARTICLE_SIZES = '(min-width: 48em) 46em, 100vw';

/** An unknown layout is the default one. */
export const cardLayoutOf = (layout: string | undefined): keyof typeof CARD_SIZES =>
  Object.hasOwn(CARD_SIZES, layout ?? '') ? (layout as keyof typeof CARD_SIZES) : 'vertical';

/** The card's layout in each of the list's. */
const IN_LISTS: Readonly<Record<string, keyof typeof CARD_SIZES>> = { list: 'horizontal', compact: 'compact' };

/** The layout of the cards in a list of this layout. */
export const cardLayoutInList = (layout: string | undefined): keyof typeof CARD_SIZES =>
  IN_LISTS[layout ?? ''] ?? 'vertical';

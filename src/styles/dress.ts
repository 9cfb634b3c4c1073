import type { CSSResult, ReactiveElement } from 'lit';
import { sheetsFor } from './adopt.js';
import { THEMES } from './theme.js';

/** What an element is asked to wear. */
export interface Dress {
  readonly theme?: string | undefined;
  readonly look?: string | undefined;
  readonly density?: string | undefined;
}

/** By element: the newest wish, and the style sheets that it wears besides its own. */
const wardrobe = new WeakMap<ReactiveElement, { wanted: Dress; sheets: readonly CSSStyleSheet[] }>();

const wear = (element: ReactiveElement, wanted: Dress, results: readonly CSSResult[]): void => {
  const { shadowRoot } = element;
  if (!shadowRoot) return;
  const before = wardrobe.get(element)?.sheets ?? [];
  const sheets = sheetsFor(shadowRoot, results);
  const others = shadowRoot.adoptedStyleSheets.filter((sheet) => !before.includes(sheet));
  shadowRoot.adoptedStyleSheets = [...others, ...sheets];
  wardrobe.set(element, { wanted, sheets });
};

const isPlain = ({ look = 'host', density = 'regular' }: Dress): boolean => look === 'host' && density === 'regular';

/**
 * Dresses an element: its theme at once, a look or a density as soon as `loadLooks` has brought them; until then it wears
 * what it wore. Unknown names are as if absent. Where the looks do not arrive, the theme alone holds.
 */
export const dress = async (
  element: ReactiveElement,
  wanted: Dress,
  loadLooks: () => Promise<typeof import('./looks.js')>,
): Promise<void> => {
  const theme = THEMES.get(wanted.theme) ?? [];
  const worn = wardrobe.get(element);
  if (!worn || isPlain(wanted)) wear(element, wanted, theme);
  else wardrobe.set(element, { wanted, sheets: worn.sheets });
  if (isPlain(wanted)) return;
  const loaded = await loadLooks().catch(() => undefined);
  if (wardrobe.get(element)?.wanted !== wanted) return; // another wish has come meanwhile
  const { look = '', density = '' } = wanted;
  wear(element, wanted, [...theme, ...(loaded?.looks.get(look) ?? []), ...(loaded?.densities.get(density) ?? [])]);
};

import type { CSSResult, ReactiveElement } from 'lit';
import { sheetsFor } from './adopt.js';
import { THEMES } from './theme.js';

/** The settings that decide which style sheets an element has besides its own. */
export interface Dress {
  readonly theme?: string | undefined;
  readonly look?: string | undefined;
  readonly density?: string | undefined;
}

/** By element: the newest request, and the style sheets that it has besides its own. */
const applied = new WeakMap<ReactiveElement, { wanted: Dress; sheets: readonly CSSStyleSheet[] }>();

const apply = (element: ReactiveElement, wanted: Dress, results: readonly CSSResult[]): void => {
  const { shadowRoot } = element;
  if (!shadowRoot) return;
  const before = applied.get(element)?.sheets ?? [];
  const sheets = sheetsFor(shadowRoot, results);
  const others = shadowRoot.adoptedStyleSheets.filter((sheet) => !before.includes(sheet));
  shadowRoot.adoptedStyleSheets = [...others, ...sheets];
  applied.set(element, { wanted, sheets });
};

const isPlain = ({ look = 'host', density = 'regular' }: Dress): boolean => look === 'host' && density === 'regular';

/**
 * Gives an element the style sheets of a theme at once, and those of a look and a density as soon as `loadLooks` has loaded
 * them; until then it keeps the ones before. Unknown names count as absent. Where loading fails, it gets the theme alone.
 */
export const dress = async (
  element: ReactiveElement,
  wanted: Dress,
  loadLooks: () => Promise<typeof import('./looks.js')>,
): Promise<void> => {
  const theme = THEMES.get(wanted.theme) ?? [];
  const before = applied.get(element);
  if (!before || isPlain(wanted)) apply(element, wanted, theme);
  else applied.set(element, { wanted, sheets: before.sheets });
  if (isPlain(wanted)) return;
  const loaded = await loadLooks().catch(() => undefined);
  if (applied.get(element)?.wanted !== wanted) return; // a newer request has come meanwhile
  const { look = '', density = '' } = wanted;
  apply(element, wanted, [...theme, ...(loaded?.looks.get(look) ?? []), ...(loaded?.densities.get(density) ?? [])]);
};

import type { CSSResult, ReactiveElement } from 'lit';
import { themeSheets } from './theme.js';

interface Dress {
  readonly theme: string | undefined;
  readonly look: string;
  readonly density: string;
}

/** What each element wears besides its own styles, and which of its requests for it is the newest. */
const worn = new WeakMap<ReactiveElement, { sheets: CSSStyleSheet[]; wanted: Dress }>();

const wear = (element: ReactiveElement, results: readonly CSSResult[], wanted: Dress): void => {
  const { shadowRoot } = element;
  if (!shadowRoot) return;
  const before = worn.get(element)?.sheets ?? [];
  const sheets = results.flatMap(({ styleSheet }) => styleSheet ?? []);
  const others = shadowRoot.adoptedStyleSheets.filter((sheet) => !before.includes(sheet));
  shadowRoot.adoptedStyleSheets = [...others, ...sheets];
  worn.set(element, { sheets, wanted });
};

/** Dresses an element: its theme at once, a look or a density as soon as it is loaded. Unknown names are as if absent. */
export const dress = async (element: ReactiveElement, wanted: Dress): Promise<void> => {
  const theme = themeSheets(wanted.theme);
  const before = worn.get(element)?.wanted;
  // what it wears stays until the new is there
  if (!before || (wanted.look === 'host' && wanted.density === 'regular')) wear(element, theme, wanted);
  else worn.set(element, { sheets: worn.get(element)?.sheets ?? [], wanted });
  if (wanted.look === 'host' && wanted.density === 'regular') return;
  const { looks, densities } = await import('./looks.js');
  if (worn.get(element)?.wanted !== wanted) return;
  wear(element, [...theme, ...(looks.get(wanted.look) ?? []), ...(densities.get(wanted.density) ?? [])], wanted);
};

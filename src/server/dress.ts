import type { Settings } from '../model/settings.js';

const EFFECTIVE = /^(?:light|dark|calm|clinical|editorial|compact|roomy)$/;

/** What `data-care-dress` says of a rendered text: theme, look and density, as far as they change it. May be empty. */
export const dressOf = ({ theme = '', look = '', density = '' }: Settings): string =>
  [theme, look, density].filter((name) => EFFECTIVE.test(name)).join(' ');

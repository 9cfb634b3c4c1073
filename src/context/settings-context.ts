import type { Context } from '@lit/context';
import type { Settings } from '../model/settings.js';

/**
 * `Symbol.for`, so that two copies of this library on one page find each other's providers. What `createContext()` returns
 * is the key itself; without it only `care-config` brings the code of `@lit/context`.
 */
export const settingsContext = Symbol.for('care-widgets.settings') as Context<symbol, Settings>;

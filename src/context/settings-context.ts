import { createContext } from '@lit/context';
import type { Settings } from './settings.js';

/** `Symbol.for`, so that two copies of this library on one page find each other's providers. */
export const settingsContext = createContext<Settings>(Symbol.for('care-widgets.settings'));

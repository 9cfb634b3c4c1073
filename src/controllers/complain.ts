import { warnAbout } from '../model/warn-once.js';

/** Tells the webmaster what is written on an element that cannot be used, and what to write instead. */
export const complain = (element: Element, detail: string): void => warnAbout(element, `not-configured | ${detail}`);

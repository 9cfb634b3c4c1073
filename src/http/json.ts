import { CareError } from '../model/care-error.js';
import type { Answer } from './http.js';
import { titleOf } from './status-error.js';

/** How many openings of an object or a list to try before giving up on what stands before the JSON. */
const OPENINGS = 20;

/**
 * The JSON in an answer. Misconfigured servers print notices before it, so where the whole is not JSON, what follows the
 * first lines is tried. An HTML page (a login, a challenge, a site that is not what the owner thought) is reported with
 * its title, because that names the culprit.
 */
export const parseJson = ({ text, url }: Answer): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const isPage = /^\s*<(?:!doctype|html|head|body)\b/i.test(text);
    if (!isPage) {
      const openings = text.matchAll(/[[{]/g);
      for (let tried = 0; tried < OPENINGS; tried++) {
        const { value } = openings.next();
        if (!value) break;
        try {
          return JSON.parse(text.slice(value.index));
        } catch {
          // not this one
        }
      }
    }
    const title = titleOf(text);
    throw new CareError('malformed', {
      detail: text.trim() ? `not JSON${isPage ? `, but a page titled "${title}"` : ''}` : 'an empty answer',
      url,
      cause,
    });
  }
};

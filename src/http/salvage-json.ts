import { CareError } from '../model/care-error.js';
import { titleOf } from './failure.js';
import type { Answer } from './http.js';

/**
 * Where JSON can begin in a response: a list of objects, or an object. Not within JSON, behind a colon, a comma or another
 * opening on the same line: of a response that broke off, an empty list inside would pass for the whole.
 */
const OPENING = /(?<![:,[{][ \t]*)(?:\[\s*[{\]]|\{\s*")/g;

/** How many of them to try: a notice before the JSON may hold a bracket or two. */
const OPENINGS = 5;

const XML = 'XML (an RSS or Atom feed, which a page cannot read)';

/** Whether an error of {@link salvageJson} says that the response was a feed in XML. */
export const isAboutXml = ({ detail }: CareError): boolean => detail.includes(XML);

/** Whether a text is a feed in XML: RSS 2.0, RSS 1.0 (RDF) or Atom, behind whatever stands before its first element. */
export const isFeedXml = (text: string): boolean =>
  /^\s*(?:<[?!][^>]{0,1000}>\s*){0,9}<(?:rss|feed|rdf:RDF)\b/i.test(text);

/**
 * The JSON in a response that is not JSON as a whole: misconfigured servers print notices before it. An HTML page (a login,
 * a challenge, a site that is not what the owner thought) is reported with its title, because that names the culprit.
 */
export const salvageJson = ({ text, url }: Answer, cause: unknown): unknown => {
  const isPage = /^\s*<(?:!doctype|html|head|body)\b/i.test(text);
  // what begins as JSON and is none was cut: a part from its inside would pass for the whole
  if (!isPage && !/^\s*(?:\[\s*[[{"]|\{\s*")/.test(text)) {
    const openings = text.matchAll(OPENING);
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
  const found = isPage
    ? `, but a page titled "${titleOf(text)}"`
    : isFeedXml(text)
      ? `, but ${XML}: name the site itself or its JSON Feed`
      : '';
  const detail = text.trim() ? `not JSON${found}` : 'an empty answer';
  throw new CareError('malformed', { detail, url, cause });
};

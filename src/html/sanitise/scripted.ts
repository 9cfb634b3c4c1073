import { decodeEntities } from '../read/entities.js';

// What the scripts of a site would have put into a text, read from the attributes that tell them.

/** Those attributes, besides `class` and `href`. */
export const SCRIPTED = ['data-cfemail', 'data-to-value', 'data-number-value', 'data-settings', 'videoid'];

/** An email address that Cloudflare hides from robots, in hexadecimal: the first byte is the key, by XOR, of all others. */
const revealEmail = (hex = ''): string | undefined => {
  const [key = 0, ...codes] = (hex.match(/[\da-f]{2}/gi) ?? []).map((code) => parseInt(code, 16));
  const address = String.fromCharCode(...codes.map((code) => code ^ key));
  return /^[\w.+-]+@[\w.-]+(?:\?[\w=%.+-]*)?$/.exec(address)?.[0];
};

/**
 * What a script of the site would write into an element: an email address that is hidden from robots, to which the element's
 * link then leads, or a figure that counts up; `figure`: what the counter around the element counts to.
 */
export const scriptedText = (attributes: Map<string, string>, figure: string | undefined): string | undefined => {
  if (!attributes.size) return undefined;
  const hidden = attributes.get('data-cfemail');
  const [, fragment] = /\/cdn-cgi\/l\/email-protection#([\da-f]{1,500})$/i.exec(attributes.get('href') ?? '') ?? [];
  const email = revealEmail((hidden ?? fragment)?.slice(0, 500));
  if (email) attributes.set('href', `mailto:${email}`);
  return (hidden !== undefined && email) || /^[\d.,]+$/.exec(attributes.get('data-to-value') ?? figure ?? '')?.[0];
};

/** The address of the film that a script of Elementor, or an element that waits for a press, would show. */
export const scriptedFilm = (name: string, attributes: ReadonlyMap<string, string>): string | undefined => {
  const settings = decodeEntities(attributes.get('data-settings') ?? '');
  if (!settings && name !== 'lite-youtube') return undefined;
  const [, kind = 'youtube'] = /"video_type":"(\w{1,20})"/.exec(settings) ?? [];
  const id = name === 'lite-youtube' && attributes.get('videoid');
  if (id) return `https://www.youtube.com/watch?v=${id}`;
  return new RegExp(`"${kind}_url":"(https?:[^"]+)"`).exec(settings)?.[1]?.replaceAll('\\', '');
};

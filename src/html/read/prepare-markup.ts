import { MAX_HEADING } from './headings.js';
import { decodeEntities } from './entities.js';
import { escapeAttribute } from '../markup.js';
import { ID_PREFIX } from '../sanitise/ids.js';
import { slugOf, type OutlineEntry } from './outline.js';

/** A tag in serialised HTML, where every `<` of a text is escaped: slash, name, attributes. */
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/g;
const HEADING_NAME = /^h[1-6]$/;

/** What depends on the place where a text is written. */
export interface PrepareMarkupOptions {
  /** Level of the title, 1 to 6: the headings of the text go below it. */
  readonly headingLevel: number;
  /** Name for a table without a caption, in the widget's language: "Table". */
  readonly tableLabel: string;
  /** Gives every heading an id, for a table of contents. */
  readonly withOutline?: boolean;
  /** Ids that the page has already; those of this text are added. */
  readonly taken?: Set<string> | undefined;
}

/** A text for one place in a page. */
export interface PreparedMarkup {
  readonly markup: string;
  /** Its words, as `textContent` gives them. */
  readonly text: string;
  /** Its headings; empty unless `withOutline`. */
  readonly outline: readonly OutlineEntry[];
}

const textOf = (markup: string): string => decodeEntities(markup.replace(TAG, ''));

const attributeOf = (attributes: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
  return value === undefined ? undefined : decodeEntities(value);
};

/** Renames the ids that the page has already, as `separateIds()` does in a tree, and leads links to the new ones. */
const separate = (markup: string, taken: ReadonlySet<string>): string => {
  const own = new Set<string>();
  markup.replace(TAG, (tag, _slash, _name, attributes: string) => {
    const id = attributeOf(attributes, 'id');
    if (id !== undefined) own.add(id);
    return tag;
  });
  const renamed = new Map<string, string>();
  for (const id of own) {
    let free = id;
    for (let count = 2; taken.has(free) || (free !== id && own.has(free)); count++) free = `${id}-${count}`;
    if (free !== id) renamed.set(id, free);
  }
  if (!renamed.size) return markup;
  return markup.replace(TAG, (tag) =>
    tag.replace(/(\s(?:id="|href="#))([^"]*)"/g, (whole, start: string, id: string) => {
      const free = renamed.get(decodeEntities(id));
      return free === undefined ? whole : `${start}${escapeAttribute(free)}"`;
    }),
  );
};

/**
 * What `prepare()` and `outlineOf()` do to a tree, done to a sanitised text that `serialise()` or another serialiser of
 * HTML has written: there is no DOM where pages are rendered.
 */
export const prepareMarkup = (
  safe: string,
  { headingLevel, tableLabel, withOutline = false, taken = new Set() }: PrepareMarkupOptions,
): PreparedMarkup => {
  const own = new Set<string>();
  const separated = separate(safe, taken);
  separated.replace(TAG, (tag, _slash, _name, attributes: string) => {
    const id = attributeOf(attributes, 'id');
    if (id) own.add(id);
    return tag;
  });

  const outline: { id: string; text: string; depth: number }[] = [];
  const counts = new Map<string, number>();
  /** Levels of the headings above, as fetched. */
  const above: number[] = [];
  /** Of the open headings, the innermost last. */
  const names: string[] = [];
  let tables = 0;

  const idFor = (text: string): string => {
    const slug = ID_PREFIX + slugOf(text);
    for (;;) {
      const count = (counts.get(slug) ?? 0) + 1;
      counts.set(slug, count);
      const id = count > 1 ? `${slug}-${count}` : slug;
      if (!own.has(id) && !taken.has(id)) return id;
    }
  };

  const markup = separated.replace(
    TAG,
    (tag: string, slash: string, name: string, attributes: string, at: number): string => {
      if (HEADING_NAME.test(name)) {
        if (slash) return `</${names.pop() ?? name}>`;
        const fetched = +name.slice(1);
        while ((above.at(-1) ?? 0) >= fetched) above.pop();
        above.push(fetched);
        const level = Math.min(MAX_HEADING, headingLevel + above.length);
        names.push(`h${level}`);
        if (!withOutline) return `<h${level}${attributes}>`;
        const end = separated.indexOf(`</${name}>`, at);
        const text = textOf(separated.slice(at, end < 0 ? undefined : end))
          .replace(/\s+/g, ' ')
          .trim();
        const given = attributeOf(attributes, 'id');
        const id = given || idFor(text);
        outline.push({ id, text, depth: level });
        return `<h${level}${attributes}${given ? '' : ` id="${escapeAttribute(id)}"`}>`;
      }
      if (slash || attributeOf(attributes, 'role') === undefined || attributeOf(attributes, 'aria-label') !== undefined)
        return tag;
      // numbered, because two landmarks of one name cannot be told apart
      tables++;
      const label = tables > 1 ? `${tableLabel} ${tables}` : tableLabel;
      return `<${name}${attributes} aria-label="${escapeAttribute(label)}">`;
    },
  );
  for (const id of own) taken.add(id);
  for (const { id } of outline) taken.add(id);
  const outermost = Math.min(...outline.map(({ depth }) => depth));
  return {
    markup,
    text: textOf(separated),
    outline: outline.map(({ id, text, depth }) => ({ id, text, depth: depth - outermost + 1 })),
  };
};

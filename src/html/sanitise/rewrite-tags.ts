import { decodeEntities } from '../read/entities.js';
import { ATTRIBUTES, ELEMENTS } from './allow-list.js';
import { plainAddress } from './links.js';
import { SCRIPTED, scriptedFilm, scriptedText } from './scripted.js';

/** A comment in any of its forms, or the beginning of a tag (slash, name), as the HTML parser reads them. */
const TOKEN = /<(?:!--(?:-?>|[^]*?(?:--!?>|$))|[!?][^>]*(?:>|$)|\/(?=[^a-z])[^>]*(?:>|$)|(\/?)([a-z][^\s/>]*))/gi;
const ATTRIBUTE = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\s>]*)))?/y;
const TAG_END = /[\s/]*>/y;

/** Content that the parser reads as raw text and that is no text for readers. */
const RAW = /^(?:script|style|title|textarea|noembed|noframes)$/;
/** Content that is no text for readers: code, drawings, menus, what Word leaves (`xml`, `w:*`, `m:*`). */
const WITHOUT_TEXT = /^(?:svg|template|select|datalist|xml|annotation(?:-xml)?|m:.*|w:(?!sdt).*)$/;
/** Void elements and those that the parser treats by rules of their own. The engine takes them away. */
export const LEFT_TO_ENGINE =
  'html head body frameset frame input link meta base area param bgsound track keygen image'.split(' ');
const KNOWN = new Set([...ELEMENTS, ...LEFT_TO_ENGINE]);
// `data` is what frames and players are renamed to: an author's own `<data>` becomes a `span`.
KNOWN.delete('data');

/**
 * What becomes of elements that are not allowed but whose words are. `embed` has no end tag, as `source`; frames and
 * players become `data`, which `repair/embeds.ts` reads. Every other unknown name becomes a `span`.
 */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:section|article|header|footer|main|aside|nav|address|center|hgroup|fieldset|legend|dialog|search|form)$/,
    'div',
  ],
  [/^(?:menu|dir)$/, 'ul'],
  [/^strike$/, 's'],
  [/^(?:xmp|listing|plaintext)$/, 'pre'],
  [/^(?:iframe|video|audio)$/, 'data'],
  [/^embed$/, 'source'],
];

/** Elements without an end tag, or whose end tag people leave out. */
const OPEN_ENDED =
  /^(?:p|li|d[dt]|t[dhr]|[bh]r|wbr|img|input|source|area|col|link|meta|base|param|bgsound|track|keygen|image|frame)$/;

/** Open elements at a time. Parsers need a second for 10,000 and minutes for 100,000, and keep 512. */
const MAX_OPEN = 512;
/** Start tags of a text; the words of further elements are kept. The longest published pages have some thousands. */
const MAX_TAGS = 20_000;
/** UTF-16 units of a `style` that are read. */
const MAX_STYLE = 1000;

/** Attribute names, each followed by those in which lazy-loading scripts keep its value. */
const LAZY = [
  'src data-lazy-src data-src data-original data-orig-src data-opt-src nitro-lazy-src data-cfsrc data-ezsrc data-breeze',
  'srcset data-lazy-srcset data-srcset nitro-lazy-srcset',
].map((names) => names.split(' '));
const READ = new Set([...ATTRIBUTES, ...LAZY.flat(), ...['style', 'align', 'aria-hidden', 'aria-label'], ...SCRIPTED]);

const TEXT_ALIGN = /(?:^|[;\s])(?:text-align|float)\s*:\s*(left|right|center)/i;
const LIST_STYLE = /list-style(?:-type)?\s*:[^;]*?\b(upper|lower)-(alpha|latin|roman)/i;
const BACKGROUND = /background(?:-image)?\s*:[^;]*?url\(\s*["']?([^"')]+)["']?\s*\)/i;

/** Struck, raised and lowered text; {@link markLayout} writes it with elements. */
const TEXT_STYLES: readonly (readonly [RegExp, string])[] = [
  [/text-decoration[\w-]*\s*:[^;]*line-through/i, 'care-s'],
  [/vertical-align\s*:\s*super/i, 'care-sup'],
  [/vertical-align\s*:\s*sub(?!\w)/i, 'care-sub'],
];

type Attributes = Map<string, string>;

/**
 * The attributes of the tag whose name ends at `at` that anything here reads, the first of each name, undecoded; and
 * where the tag ends. `undefined` where it never ends.
 */
const readAttributes = (html: string, at: number): readonly [Attributes, number] | undefined => {
  const attributes: Attributes = new Map();
  if (html[at] === '>') return [attributes, at + 1];
  ATTRIBUTE.lastIndex = at;
  for (let match; (match = ATTRIBUTE.exec(html)); at = ATTRIBUTE.lastIndex) {
    const [, name = '', double, single, bare] = match;
    const key = name.toLowerCase();
    if (READ.has(key) && !attributes.has(key)) attributes.set(key, double ?? single ?? bare ?? '');
  }
  TAG_END.lastIndex = at;
  return TAG_END.test(html) ? [attributes, TAG_END.lastIndex] : undefined;
};

/** The class names by which the passes behind the engine know what was read from attributes that the engine drops. */
const addClasses = (attributes: Attributes, ...names: readonly (string | false | undefined)[]): void => {
  const added = names.filter(Boolean).join(' ');
  if (added) attributes.set('class', `${attributes.get('class') ?? ''} ${added}`);
};

/** Puts the real URL of a picture that a script was to load later in the place of its placeholder. */
const readLazyAddresses = (attributes: Attributes): void => {
  for (const [name = '', ...places] of LAZY) {
    const late = places.map((place) => attributes.get(place)).find(Boolean);
    if (late) attributes.set(name, late);
  }
};

/** Reads from inline style what the prose rules can show. Returns the URL of a background picture. */
const readStyle = (name: string, attributes: Attributes): string | undefined => {
  const style = decodeEntities((attributes.get('style') ?? '').slice(0, MAX_STYLE));
  const align = TEXT_ALIGN.exec(style)?.[1] ?? /^(?:left|right|center)$/i.exec(attributes.get('align') ?? '')?.[0];
  addClasses(
    attributes,
    align && `align${align.toLowerCase()}`,
    ...TEXT_STYLES.map(([pattern, mark]) => pattern.test(style) && mark),
  );
  const [, letter, kind] = LIST_STYLE.exec(style)?.map((part) => part.toLowerCase()) ?? [];
  if (kind && /^(?:ol|li)$/.test(name)) {
    const type = kind === 'roman' ? 'i' : 'a';
    attributes.set('type', letter === 'upper' ? type.toUpperCase() : type);
  }
  return /^(?:div|figure|section|article|header)$/.test(name) ? BACKGROUND.exec(style)?.[1] : undefined;
};

const writeTag = (name: string, attributes: Attributes): string => {
  let tag = `<${name}`;
  for (const [key, value] of attributes) {
    if (ATTRIBUTES.includes(key)) tag += ` ${key}="${value.replaceAll('"', '&quot;')}"`;
  }
  return `${tag}>`;
};

const startTag = (name: string, kept: string, attributes: Attributes): string => {
  // most tags of a text
  if (!attributes.size && kept === name) return `<${kept}>`;
  const background = attributes.has('style') || attributes.has('align') ? readStyle(name, attributes) : undefined;
  readLazyAddresses(attributes);
  const href = attributes.get('href');
  if (href) attributes.set('href', plainAddress(href));
  addClasses(
    attributes,
    /^(?:video|audio|noscript|m(?:sup|sub|subsup|frac|sqrt))$/.test(name) && `care-${name}`,
    attributes.get('aria-hidden') === 'true' && 'care-decoration',
  );
  if (background === undefined) return writeTag(kept, attributes);
  const picture = new Map([
    ['src', background.replaceAll('&', '&amp;')],
    ['alt', attributes.get('aria-label') ?? ''],
  ]);
  return writeTag(kept, attributes) + writeTag('img', picture);
};

/** Where the content of a raw text element ends. */
const endOfRaw = (html: string, name: string, at: number): number => {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  end.lastIndex = at;
  return end.exec(html)?.index ?? html.length;
};

/**
 * Writes the tags of a text anew before the sanitiser reads them, in one pass: elements that it would take away with
 * their words are renamed, attributes that nobody reads are left out (browsers need time that grows with the square of
 * their number, and a strict page complains about `style` and `on*`), and so are tags that are too many. It has no part
 * in safety: whatever it yields is sanitised afterwards.
 */
export const rewriteTags = (html: string): string => {
  /** Elements that are open, by name. */
  const open = new Map<string, number>();
  let depth = 0;
  let tags = 0;
  /**
   * Whether this tag is one too many, nested too deep or past {@link MAX_TAGS}: a parser would begin to hang. An end tag
   * closes only what is open, so that `<div></b>` over and over counts.
   */
  const isTooMuch = (name: string, isEnd: boolean): boolean => {
    const count = open.get(name) ?? 0;
    const nests = !OPEN_ENDED.test(name);
    if (isEnd ? !count : tags >= MAX_TAGS || (nests && depth >= MAX_OPEN)) return true;
    const step = isEnd ? -1 : 1;
    open.set(name, count + step);
    if (nests) depth += step;
    tags += +!isEnd;
    return false;
  };
  /** Kinds of elements whose content was to be left out, and that were never closed: it is kept. */
  const unclosed = new Set<string>();
  let skipped: { readonly name: string; readonly kind: string; depth: number; readonly at: number } | undefined;
  /** Frames and players that are open. All become `data`, and an end tag of that would close only the innermost. */
  const players: string[] = [];
  /** The number that the nearest animated counter of Divi ends at. */
  let figure: string | undefined;
  let out = '';
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(html);
    if (!token && skipped) {
      unclosed.add(skipped.kind);
      at = skipped.at;
      skipped = undefined;
      continue;
    }
    const text = skipped ? '' : html.slice(at, token?.index);
    if (!token) return out + text;
    // a `<` at the end must not form a tag together with what follows this token
    out += text.endsWith('<') ? `${text.slice(0, -1)}&lt;` : text;
    at = TOKEN.lastIndex;
    const [, slash, written] = token;
    if (!written) continue;
    let name = written.toLowerCase();
    let isEnd = !!slash;
    if (name === 'foreignobject') {
      // HTML in a drawing is text for readers: it begins as if the drawing ended, and ends as if that went on
      name = 'svg';
      isEnd = !isEnd;
      out += ' ';
    }
    const kind = name.slice(0, 2);
    const tag = readAttributes(html, at);
    const isSlashed = !isEnd && !!tag && html[tag[1] - 2] === '/' && name.includes(':');
    at = tag?.[1] ?? html.length;
    if (!tag || isSlashed) continue;
    if (!isEnd && RAW.test(name)) at = endOfRaw(html, name, at);
    else if (skipped) {
      if (name === skipped.name) skipped.depth += isEnd ? -1 : 1;
      if (!skipped.depth) skipped = undefined;
    } else if (WITHOUT_TEXT.test(name)) {
      if (!isEnd && !unclosed.has(kind)) skipped = { name, kind, depth: 1, at };
    } else if (!RAW.test(name)) {
      const kept = KNOWN.has(name) ? name : (NAMES.find(([names]) => names.test(name))?.[1] ?? 'span');
      if (isEnd && kept === 'data') {
        while (players.includes(name)) {
          isTooMuch(kept, isEnd);
          out += `</${kept}>`;
          if (players.pop() === name) break;
        }
      }
      // A blank, so that the words of dropped blocks stay apart.
      else if (isTooMuch(kept, isEnd)) out += isEnd ? '' : ' ';
      else if (isEnd) out += `</${kept}>`;
      else {
        if (kept === 'data') players.push(name);
        figure = tag[0].get('data-number-value') ?? figure;
        const counted = tag[0].get('class')?.includes('percent-value') ? figure : undefined;
        const text = unclosed.has('') ? undefined : scriptedText(tag[0], counted);
        const film = scriptedFilm(name, tag[0]);
        out += startTag(name, kept, tag[0]);
        if (film) out += `${writeTag('data', new Map([['src', film]]))}</data>`;
        if (text) {
          out += `${text}</${kept}>`;
          // one kind for every name: there are as many names as a text likes, and each would be searched to its end
          skipped = { name, kind: '', depth: 1, at };
        }
      }
    }
  }
};

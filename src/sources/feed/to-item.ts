import { toText } from '../../html/read/text.js';
import { safeUrl } from '../../html/urls.js';
import { slugify } from '../shared/map-item.js';
import { countOf, fieldsOf, given, listOf, textOf, type Fields } from '../shared/read.js';
import { readDate } from './dates.js';

// What feedsmith makes of an item of RSS, RDF or Atom, as an item of JSON Feed: the one form that all sources of this kind
// share.

/** An item of JSON Feed, and the address that relative ones in its text stand against, where the feed names one. */
export interface FeedItem {
  readonly item: Fields;
  readonly base?: string;
}

const escapeText = (text: string): string => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);

/** A text of Atom as HTML: what it calls `text`, or does not call anything, holds no markup. */
const htmlOfText = (value: unknown): string => {
  const { type, value: text } = fieldsOf(value);
  return /html|xml/.test(textOf(type)) ? textOf(text) : escapeText(textOf(text));
};

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(textOf).filter(Boolean) : []);

/** Addresses of people are not for readers: `noreply@blogger.com (Unknown)`. */
export const readPeople = (people: readonly Fields[]): object[] =>
  people
    .map(({ name, uri, link }) => ({ name: textOf(name), ...given({ url: textOf(uri ?? link) }) }))
    .filter(({ name }) => name && !name.includes('@'));

/** Who wrote an item; `undefined` where it names nobody, so that its feed's authors are its own. */
const peopleOf = (item: Fields): object[] | undefined => {
  const creators = textsOf(fieldsOf(item.dc).creators).map((name) => ({ name }));
  const { author } = fieldsOf(item.itunes);
  const own = creators.length ? creators : listOf(item.authors);
  const people = own.length || !author ? own : [{ name: author }];
  return people.length ? readPeople(people) : undefined;
};

/**
 * Atom's labels and RSS's names, those of a scheme for tags apart from the others; RSS 1.0's subjects are one kind of label,
 * and so both.
 */
const topicsOf = (item: Fields): { tags: string[]; categories: { name: string }[] } => {
  const subjects = textsOf(fieldsOf(item.dc).subjects);
  const [tags, categories] = [new Set(subjects), new Set(subjects)];
  for (const { label, term, name, domain, scheme } of listOf(item.categories)) {
    const topic = textOf(label) || textOf(term) || textOf(name);
    const isTag = /\btag\b|post_tag/i.test(textOf(domain) || textOf(scheme));
    if (topic) (isTag ? tags : categories).add(topic);
  }
  return { tags: [...tags], categories: [...categories].map((name) => ({ name })) };
};

const IS_PICTURE = /\.(?:jpe?g|png|webp|avif|gif)(?:\?|$)/i;
const isPicture = ({ url, type, medium }: Fields): boolean =>
  /^image(?:\/|$)/i.test(textOf(medium) || textOf(type)) || (!type && !medium && IS_PICTURE.test(textOf(url)));

/** The widest of the pictures that `media:*` names, else an enclosure or a thumbnail, or the one of a podcast's episode. */
const pictureOf = (item: Fields): Fields | undefined => {
  const media = fieldsOf(item.media);
  const groups = [media, ...listOf(media.groups ?? (media.group ? [media.group] : []))];
  const contents = groups.flatMap((group) => listOf(group.contents)).filter(isPicture);
  const [widest] = contents.sort((a, b) => (countOf(b.width) ?? 0) - (countOf(a.width) ?? 0));
  const links = listOf(item.links).map(({ href, rel, type }) => ({
    url: rel === 'enclosure' ? href : undefined,
    type,
  }));
  const thumbnails = groups.flatMap((group) => listOf(group.thumbnails));
  const episode = textOf(fieldsOf(item.itunes).image);
  return (
    widest ??
    [...listOf(item.enclosures), ...links].find((one) => one.url && isPicture(one)) ??
    thumbnails[0] ??
    (episode ? { url: episode } : undefined)
  );
};

/** The article's page: the one that a counting service names beside its own, its own link, Atom's alternate, or a guid that is an address. */
const linkOf = (item: Fields, base: string): string | undefined => {
  const links = [...listOf(item.links), ...listOf(fieldsOf(item.atom).links)];
  const pages = links.filter(({ rel }) => !rel || rel === 'alternate');
  const page = pages.find(({ type }) => !type || textOf(type).includes('html')) ?? pages[0];
  const original = safeUrl(links.find(({ rel }) => rel === 'original')?.href);
  const guid = fieldsOf(item.guid);
  const id = guid.isPermaLink === false ? '' : textOf(guid.value) || textOf(item.id);
  const about = textOf(fieldsOf(item.rdf).about);
  return (
    original ??
    safeUrl(textOf(item.link) || page?.href, base) ??
    [id, about].map((one) => safeUrl(one)).find((url) => url)
  );
};

/**
 * Without the marks of character data in it, which end where the first one ends. As HTML they begin a comment, which hides
 * what follows.
 */
const unmarked = (value: unknown): string => {
  const text = textOf(value);
  return text.includes('<![CDATA[') ? text.replace(/<!\[CDATA\[|\]\]>/g, '') : text;
};

/** What RSS and Atom call differently: title, whole text, teaser. Of a podcast's episode the summary may be all. */
const wordsOf = (item: Fields, isAtom: boolean): { title: string; full: string; short: string } => {
  if (isAtom) return { title: htmlOfText(item.title), full: htmlOfText(item.content), short: htmlOfText(item.summary) };
  const { title, summary, subtitle } = fieldsOf(item.itunes);
  return {
    title: textOf(item.title) || textOf(title),
    full: unmarked(fieldsOf(item.content).encoded),
    short: unmarked(item.description) || textOf(summary) || textOf(subtitle),
  };
};

/** @param feedBase Address that relative ones stand against: the feed's own, or its `xml:base`. */
export const toItem = (item: Fields, feedBase: string, isAtom: boolean): FeedItem => {
  const own = safeUrl(fieldsOf(item.xml).base, feedBase);
  const base = own ?? feedBase;
  const url = linkOf(item, base);
  const { title, full, short } = wordsOf(item, isAtom);
  const textElement = fieldsOf(full ? item.content : item.summary); // of Atom, it may have a base of its own
  const { tags, categories } = topicsOf(item);
  const picture = pictureOf(item);
  const dc = fieldsOf(item.dc);
  const dates = (...values: unknown[]) =>
    values
      .flat()
      .map(readDate)
      .find((date) => date);
  const terms = fieldsOf(item.dcterms);
  const published = dates(item.pubDate, item.published, dc.dates, terms.issued, terms.created, item.updated);
  return {
    item: {
      id:
        textOf(fieldsOf(item.guid).value) ||
        textOf(item.id) ||
        textOf(fieldsOf(item.rdf).about) ||
        url ||
        // nothing names it: two groups may meet under one title, and a notice may have none
        slugify(`${toText(title)} ${published ?? toText(full || short).slice(0, 80)}`),
      title,
      content_html: full || short,
      tags,
      ...given({
        authors: peopleOf(item),
        url,
        summary: full ? short : '',
        date_published: published,
        date_modified: dates(item.updated, fieldsOf(item.atom).updated, terms.modified),
        language: textOf(fieldsOf(item.xml).lang) || textsOf(dc.languages)[0],
        image: safeUrl(picture?.url, base),
      }),
      _care: {
        categories,
        image: given({
          width: countOf(picture?.width),
          height: countOf(picture?.height),
          alt: textOf(fieldsOf(picture?.description).value),
        }),
      },
    },
    ...given({ base: safeUrl(fieldsOf(textElement.xml).base, base) ?? own }),
  };
};

import { escapeAttribute } from '../../html/markup.js';
import { toText } from '../../html/read/text.js';
import { safeUrl } from '../../html/urls.js';
import { escapeText } from '../shared/item-source.js';
import { slugify } from '../../model/slug.js';
import { countOf, fieldsOf, listOf, omitEmpty, textOf, type Fields } from '../shared/read.js';
import { readDate } from './dates.js';

// What feedsmith makes of an item of RSS, RDF or Atom, as an item of JSON Feed: the one form that all sources of this kind
// share.

/** An item of JSON Feed, and the URL that relative ones in its text stand against, where the feed names one. */
export interface FeedItem {
  readonly item: Fields;
  readonly base?: string;
}

/** A text of Atom as HTML. One of the type `text`, or of none, holds no markup. */
const htmlOfText = (value: unknown): string => {
  const { type, value: text } = fieldsOf(value);
  return /html|xml/.test(textOf(type)) ? htmlIn(text) : escapeText(textOf(text));
};

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(textOf).filter(Boolean) : []);

/** Email addresses of people are not for readers: `noreply@blogger.com (Unknown)`. */
export const readPeople = (people: readonly Fields[]): object[] =>
  people
    .map(({ name, uri, link }) => ({ name: textOf(name), ...omitEmpty({ url: textOf(uri ?? link) }) }))
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

/** What `media:*` says of an item, outside and within its groups. */
const mediaOf = (item: Fields): readonly Fields[] => {
  const media = fieldsOf(item.media);
  return [media, ...listOf(media.groups ?? (media.group ? [media.group] : []))];
};

/** The widest of the pictures that `media:*` names, else an enclosure or a thumbnail, or the one of a podcast's episode. */
const pictureOf = (item: Fields): Fields | undefined => {
  const groups = mediaOf(item);
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

/** The article's page: the one that a counting service names beside its own, its own link, Atom's alternate, or a guid that is a URL. */
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
 * Removes the marks of CDATA sections that were nested, of which the parser leaves some. An HTML parser would read them as a
 * comment, which hides what follows.
 */
const unmarked = (value: unknown): string => {
  const text = textOf(value);
  return text.includes('<![CDATA[') ? text.replace(/<!\[CDATA\[|\]\]>/g, '') : text;
};

/** A text whose markup was escaped twice: it begins and ends with an escaped tag, and has no other. */
const IS_ESCAPED =
  /^\s*&lt;(?:p|div|h[1-6]|[uo]l|figure|table|blockquote|section|article|span|strong|b|em|i|a|img|br)(?=[\s/&])[^<]*&gt;\s*$/i;

const htmlIn = (value: unknown): string => {
  const html = unmarked(value);
  return IS_ESCAPED.test(html)
    ? html.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"' })[name] ?? '&')
    : html;
};

/** What RSS and Atom call differently: title, whole text, teaser. Of an episode or a film the summary may be all. */
const wordsOf = (item: Fields, isAtom: boolean): { title: string; full: string; short: string } => {
  const described = mediaOf(item).map(({ description }) => textOf(fieldsOf(description).value));
  const film = escapeText(described.find((text) => text) ?? '');
  if (isAtom)
    return {
      title: htmlOfText(item.title),
      full: htmlOfText(item.content),
      short: htmlOfText(item.summary) || film,
    };
  const { title, summary, subtitle } = fieldsOf(item.itunes);
  return {
    title: textOf(item.title) || textOf(title),
    full: htmlIn(fieldsOf(item.content).encoded),
    short: htmlIn(item.description) || textOf(summary) || textOf(subtitle) || film,
  };
};

/** The sound or film of an episode, which its text may leave out: players of podcasts take it from beside the text. */
const episodeOf = (item: Fields, base: string, text: string): string =>
  listOf(item.enclosures)
    .map(({ url, type }) => {
      const kind = /^(audio|video)\//i.exec(textOf(type))?.[1]?.toLowerCase();
      const address = kind && safeUrl(url, base);
      return address && !text.includes(textOf(url))
        ? `<${kind} controls src="${escapeAttribute(address)}"></${kind}>`
        : '';
    })
    .join('');

/** @param feedBase URL that relative ones stand against: the feed's own, or its `xml:base`. */
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
      content_html: (full || short) + episodeOf(item, base, full || short),
      tags,
      ...omitEmpty({
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
        image: omitEmpty({
          width: countOf(picture?.width),
          height: countOf(picture?.height),
          alt: textOf(fieldsOf(picture?.description).value),
        }),
      },
    },
    ...omitEmpty({ base: safeUrl(fieldsOf(textElement.xml).base, base) ?? own }),
  };
};

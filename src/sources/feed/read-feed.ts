import { XMLValidator } from 'fast-xml-parser';
import { parseFeed } from 'feedsmith';
import { safeUrl } from '../../html/urls.js';
import { titleOf } from '../../http/failure.js';
import type { Answer } from '../../http/http.js';
import { CareError } from '../../model/care-error.js';
import { fieldsOf, listOf, textOf, type Fields } from '../shared/read.js';
import { readPeople, toItem, type FeedItem } from './to-item.js';

/** One file of a feed, in the form of a JSON Feed. */
export interface ReadFeed {
  readonly feed: Fields;
  readonly items: readonly FeedItem[];
  /** The URL of older items (RFC 5005). */
  readonly next?: string;
  /** Whether WordPress made it, which gives older items under `?paged=2`. */
  readonly isWordPress: boolean;
}

/**
 * Removes the document type, which can declare entities that grow without end or read other files; its line breaks stay, so
 * that errors name the right line. No feed needs one: HTML's entities are known without.
 */
const withoutDocumentType = (xml: string): string => {
  const start = xml.search(/<!doctype/i);
  if (start < 0 || /<[a-z]/i.test(xml.slice(0, start))) return xml;
  let depth = 0;
  for (const { 0: mark, index } of xml.slice(start).matchAll(/"[^"]*"|'[^']*'|<!--[^]*?-->|[[\]>]/g)) {
    if (mark === '[') depth++;
    else if (mark === ']') depth--;
    else if (mark === '>' && depth <= 0) {
      const lines = xml.slice(start, start + index).replace(/[^\n]/g, '');
      return xml.slice(0, start) + lines + xml.slice(start + index + 1);
    }
  }
  return xml;
};

/** Where XML breaks its own rules, in words. */
const faultIn = (xml: string): string => {
  const result = XMLValidator.validate(xml);
  const lines = xml.split('\n');
  if (result === true) return `XML, but no feed: it begins with <${/<([a-z][\w:.-]*)/i.exec(xml)?.[1] ?? ''}>`;
  const { code, msg, line, col } = result.err;
  return code === 'InvalidXml'
    ? `XML that is cut off in line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}: elements are not closed`
    : `XML that is ill-formed in line ${line}, column ${col}: ${msg}`;
};

const malformed = ({ url, text }: Answer, xml: string, cause: unknown): CareError => {
  const isPage = /^\s*<(?:!doctype html|html|head|body)\b/i.test(text);
  const isXml = /^\s*<(?!!doctype html|html)/i.test(text);
  const detail = isPage
    ? `not a feed, but a page titled "${titleOf(text)}"`
    : isXml
      ? faultIn(xml)
      : text.trim()
        ? 'not a feed'
        : 'an empty answer';
  return new CareError('malformed', { detail, url, cause });
};

/** The end tag of a feed. Anything may follow it, such as the comments of a cache. */
const IS_COMPLETE = /<\/(?:[\w-]+:)?(?:rss|feed|rdf)\s*>/i;

/**
 * Turns the article's own URL, which services that count clicks (FeedBurner, Pheedo) write beside their own, into a link of
 * Atom, which the parser reads: such a service may end before the article does.
 */
const withOriginalLinks = (xml: string): string =>
  xml.replace(
    /<(feedburner|pheedo):origLink>\s*([^<"\s]+)\s*<\/\1:origLink>/g,
    '<care:link xmlns:care="http://www.w3.org/2005/Atom" rel="original" href="$2"/>',
  );

const parse = (answer: Answer): { format: string; feed: Fields } => {
  // characters that no XML may hold, and no reader sees
  const xml = withoutDocumentType(answer.text.replace(/(?![\t\n\r])\p{Cc}/gu, ''));
  try {
    const { format, feed } = parseFeed(withOriginalLinks(xml));
    // the parser takes what was cut off between two items for the whole
    if (format !== 'json' && !IS_COMPLETE.test(xml)) throw new Error('no end tag');
    return { format, feed: fieldsOf(feed) };
  } catch (cause) {
    throw malformed(answer, xml, cause);
  }
};

/**
 * RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0; a JSON Feed where the URL gives one after all.
 *
 * @throws CareError `malformed`, for XML with line and column.
 */
export const readFeed = (answer: Answer): ReadFeed => {
  const { format, feed } = parse(answer);
  const links = [...listOf(feed.links), ...listOf(fieldsOf(feed.atom).links)];
  const older = links.find(({ rel }) => rel === 'next')?.href ?? feed.next_url;
  const next = safeUrl(older, answer.url);
  const base = safeUrl(fieldsOf(feed.xml).base, answer.url);
  const items =
    format === 'json'
      ? listOf(fieldsOf(JSON.parse(answer.text)).items).map((item) => ({ item }))
      : listOf(feed.items ?? feed.entries).map((item) => toItem(fieldsOf(item), base ?? answer.url, format === 'atom'));
  const generator = feed.generator;
  const made = textOf(generator) || `${textOf(fieldsOf(generator).text)} ${textOf(fieldsOf(generator).uri)}`;
  return {
    feed: {
      title: typeof feed.title === 'object' ? textOf(fieldsOf(feed.title).value) : textOf(feed.title),
      language: textOf(feed.language) || textOf(fieldsOf(feed.xml).lang),
      authors: format === 'atom' ? readPeople(listOf(feed.authors)) : feed.authors,
    },
    items: items.map(({ item, ...rest }) => ({
      item,
      ...rest,
      ...(base && !('base' in rest) ? { base } : {}),
    })),
    ...(next ? { next } : {}),
    isWordPress: /wordpress\.(?:org|com)/i.test(made),
  };
};

import { finding, type Finding } from '../../diagnosis/finding.js';
import { outlineOf, type PageElement } from '../../diagnosis/outline.js';
import { pageFindings } from '../../diagnosis/page.js';
import { accessOf, feedsIn, platformOf, type Response as Seen } from '../../diagnosis/platform.js';
import { isFeedXml } from '../../http/salvage-json.js';
import { CareError } from '../../model/care-error.js';
import { inferSource } from '../../sources/shared/source-name.js';
import { holdsWords, pagePartIn } from '../inside.js';
import { loadParser } from '../libraries.js';
import type { Credentials } from '../net/node-transport.js';
import { reasonOf } from '../net/reason.js';
import { attributeOf, descendantsOf, isElement, textOf } from '../tree.js';
import { checkEndpoint, unreachable } from './check-endpoint.js';
import { Visit } from './check-visit.js';

export interface CheckOptions {
  readonly url: string;
  readonly credentials?: Credentials;
  /** Whether addresses of the local network may be asked. Default false. */
  readonly allowPrivate?: boolean;
  /** The name that servers see in their logs. Default `care-widgets`. */
  readonly userAgent?: string;
  /** ISO 8601. Default: now. */
  readonly today?: string;
}

export interface CheckResult {
  /** After redirects. */
  readonly url: string;
  readonly platform: string | undefined;
  /** One sentence: what the articles can be read by, and from where. */
  readonly access: string;
  readonly widgets: number;
  readonly findings: readonly Finding[];
}

/** Whether the content of an element is meant to be there, whatever it holds: an author's own words, or rendered HTML. */
const isMeant = (node: Parameters<typeof pagePartIn>[0]): boolean =>
  node.tagName === 'care-urgent' ||
  attributeOf(node, 'data-care-rendered') !== undefined ||
  (node.tagName === 'care-benefits' &&
    !attributeOf(node, 'slug') &&
    !attributeOf(node, 'article-id') &&
    holdsWords(node));

/** The name of an element inside that belongs to the page; where the end tag is missing, of the first one that follows. */
const strangerIn = (node: Parameters<typeof pagePartIn>[0]): string | undefined => {
  if (!node.sourceCodeLocation?.endTag) return pagePartIn(node) ?? node.childNodes.find(isElement)?.tagName;
  return isMeant(node) ? undefined : pagePartIn(node);
};

/** The elements of a page as they are written. */
export const elementsOf = async (html: string): Promise<PageElement[]> => {
  const { parse } = await loadParser();
  const root = parse(html, { sourceCodeLocationInfo: true });
  return descendantsOf(root).map((node) => ({
    localName: node.tagName,
    attributes: node.attrs,
    line: node.sourceCodeLocation?.startLine,
    isFilled: node.childNodes.some((child) => isElement(child) || !!textOf(child).trim()),
    ...(node.tagName.startsWith('care-') ? { pagePart: strangerIn(node) } : {}),
    ...(/^(?:script|style)$/.test(node.tagName) ? { text: node.childNodes.map(textOf).join('') } : {}),
  }));
};

/** What browsers take for a script, the names of older servers included. */
const JAVASCRIPT =
  /^(?:(?:text|application)\/(?:x-)?(?:java|ecma)script|text\/(?:javascript1\.[0-5]|jscript|livescript))\s*(?:;|$)/i;

/** Whether a script of ours is there, and served as one; and one of its chunks. */
const checkScript = async (visit: Visit, url: string): Promise<void> => {
  const answer = await visit.get(url);
  if (answer instanceof CareError) {
    visit.add(
      finding(
        'missing-file',
        `the script does not answer: ${reasonOf(answer)}`,
        'Upload the contents of dist/ as a whole, or correct the address.',
        url,
      ),
    );
    return;
  }
  const type = answer.headers.get('content-type') ?? '';
  if (!JAVASCRIPT.test(type))
    visit.add(
      finding(
        'wrong-type',
        `the script is served as ${type || 'nothing'}`,
        'Let the server send Content-Type: text/javascript for files that end in .js.',
        url,
      ),
    );
  const version = /\["base","([\w-]+)"/.exec(answer.text)?.[1]; // as `loader/virtual-files.d.ts` has it
  const first = version && new URL(`chunks/base-${version}.js`, url).href;
  const part = first ? await visit.get(first) : undefined;
  if (part instanceof CareError)
    visit.add(
      finding(
        'missing-file',
        `${first} does not answer: ${reasonOf(part)}`,
        'Upload the folder chunks as a whole beside care-widgets.js, of the same version.',
        url,
      ),
    );
};

/** The finding for a response that is no page but a file, or empty. */
const noPage = ({ url, header, text }: Seen): Finding | undefined => {
  const type = /^[^;\s]*/.exec(header('content-type'))?.[0] ?? '';
  const what = !text.trim() ? 'with nothing' : /html|xml|^$/i.test(type) ? undefined : `with ${type}, which is no page`;
  return what === undefined
    ? undefined
    : finding(
        'unreachable',
        `${url} answers ${what}`,
        'Write the address of a page, as the browser shows it when the page is open.',
        url,
      );
};

const checkBlog = async (
  visit: Visit,
  seen: Seen,
  today: string,
): Promise<Pick<CheckResult, 'platform' | 'access'>> => {
  const known = platformOf(seen);
  const feeds = feedsIn(seen);
  const json = feeds.find(({ type }) => type === 'json');
  const strange = known || feeds.length ? undefined : noPage(seen);
  if (strange) {
    visit.add(strange);
    return { platform: undefined, access: 'Nothing was found that articles can be read from.' };
  }
  const access = known?.access;
  let isRead = false;
  if (access && 'source' in access)
    isRead =
      access.source === 'ghost' || (await checkEndpoint(visit, access.endpoint, today, { source: access.source }));
  if (!isRead && json) isRead = await checkEndpoint(visit, json.url, today, { source: 'json-feed' });
  if (!isRead && !visit.findings.some(({ id }) => id === 'rest-closed'))
    visit.add(
      finding(
        'needs-snapshot',
        known
          ? `${known.name} lets no page of another site read its articles`
          : 'nothing shows how the articles can be read by a page',
        known || feeds.length
          ? accessOf(known, feeds, isRead)
          : "Write the address of the blog's first page, or of its feed, as https://clinic.example/blog or https://clinic.example/feed.",
        seen.url,
      ),
    );
  return { platform: known?.name, access: accessOf(known, feeds, isRead) };
};

/**
 * What is wrong with a page that holds widgets, or how a blog can be read. Asks for the page, its scripts, and what its
 * widgets read from: about ten requests, one after the other.
 *
 * @throws CareError `not-configured` where the address is of the local network, and that is not allowed.
 */
export const check = async ({
  url,
  credentials,
  allowPrivate = false,
  userAgent = 'care-widgets',
  today = new Date().toISOString(),
}: CheckOptions): Promise<CheckResult> => {
  const visit = new Visit({ allowPrivate, userAgent, credentials });
  const answer = await visit.get(url);
  if (answer instanceof CareError) {
    visit.add(unreachable(url, answer));
    return { url, platform: undefined, access: 'Nothing could be read.', widgets: 0, findings: visit.findings };
  }
  const found = answer.url;
  if (new URL(found).host !== new URL(url).host || new URL(found).protocol !== new URL(url).protocol)
    visit.add(finding('redirected', `${url} leads to ${found}`, `Write ${found}.`, url));
  const header = (name: string): string => answer.headers.get(name) ?? '';
  const facts = { url: found, header, elements: await elementsOf(answer.text) };
  const { widgets, endpoints, written, scripts } = outlineOf(facts);
  const seen = { url: found, status: 200, header, text: answer.text };
  if (!widgets.length) {
    // a feed's own URL
    const isXml = isFeedXml(answer.text);
    if (isXml || /json/.test(header('content-type')) || inferSource(found) !== 'wordpress') {
      const isRead = await checkEndpoint(visit, found, today, isXml ? { source: 'feed' } : {});
      return {
        url: found,
        platform: undefined,
        access: isRead ? `Write data-care-endpoint="${found}".` : 'A page cannot read it.',
        widgets: 0,
        findings: visit.findings,
      };
    }
    return { url: found, ...(await checkBlog(visit, seen, today)), widgets: 0, findings: visit.findings };
  }
  visit.add(...pageFindings(facts));
  for (const script of scripts) await checkScript(visit, script);
  const read: string[] = [];
  for (const endpoint of endpoints) {
    const asWritten = written.get(endpoint);
    if (await checkEndpoint(visit, endpoint, today, { ...asWritten, written: { ...asWritten, base: found } }))
      read.push(endpoint);
  }
  return {
    url: found,
    platform: platformOf(seen)?.name,
    access: endpoints.length ? `${read.length} of ${endpoints.length} endpoints can be read.` : 'No endpoint is named.',
    widgets: widgets.length,
    findings: visit.findings,
  };
};

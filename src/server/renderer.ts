import type { Transport } from '../http/transport.js';
import { CareError, type CareErrorCode } from '../model/care-error.js';
import type { ArticleDepth, ArticleReference } from '../model/content-source.js';
import type { Settings } from '../model/settings.js';
import { ask, wantedBy } from './ask.js';
import { createClients, type ClientFor } from './clients.js';
import type { WidgetAttributes } from './context.js';
import { reasonOf } from './net/reason.js';
import { remedyOf } from './remedy.js';
import { readPage, type FoundTag, type Page } from './page.js';
import { renderWidget, type WidgetTag } from './render-widget.js';
import { applyChanges, fillTag, keptText, type Change } from './replace.js';
import type { CreateSource } from './sources.js';
import { parseUrl } from '../model/parse-url.js';

/** A tag that could not be filled, and why. */
export interface Problem {
  readonly tag: WidgetTag;
  /** Line in the page, from 1. */
  readonly line: number;
  /** A code of CareError, or `kept`: what stands in the tag is the page's own and stays. */
  readonly code: CareErrorCode | 'kept';
  /** What is wrong, for the webmaster, in English. */
  readonly detail: string;
  /** What to do about it, where `detail` does not say so. */
  readonly advice?: string;
  /** The URL that was asked for, where there was one. */
  readonly url?: string;
}

export interface RendererOptions {
  /** Settings for elements of pages that name none themselves: `{ endpoint: 'https://clinic.example/', locale: 'es' }`. */
  readonly settings?: Settings;
  /** `fetch`, or what takes its place. */
  readonly transport?: Transport;
  /** Further sources by the name that `source` gives them. */
  readonly sources?: Readonly<Record<string, CreateSource>>;
  /** How long a response is good for, in milliseconds. Default 5 minutes. */
  readonly timeToLive?: number;
  /** For `data-care-rendered`. Default: the system's clock. */
  readonly now?: () => Date;
}

export interface PageOptions {
  /**
   * Absolute URL of the page: base of relative endpoints, and source of `slug-param`. An article of the page's own site gets
   * no "Originally published by …".
   */
  readonly url?: string;
  readonly signal?: AbortSignal;
}

/** A page with its tags filled. */
export interface RenderedPage {
  /** The very string that was given, where nothing has changed. */
  readonly html: string;
  /** Tags that hold a text now. */
  readonly rendered: number;
  readonly problems: readonly Problem[];
}

/** Fills pages; what one has asked for serves the next. */
export interface Renderer {
  /** Reads a page beforehand: an article that one page shows as a card and another one as a whole is then requested once. */
  scan(html: string, options?: PageOptions): Promise<void>;
  render(html: string, options?: PageOptions): Promise<RenderedPage>;
}

const DEPTHS: readonly ArticleDepth[] = ['summary', 'teaser', 'full'];

const NEVER = new AbortController().signal;

const problemOf = ({ tag, line }: FoundTag, error: unknown): Problem => {
  if (!(error instanceof CareError)) throw error;
  const { code, url } = error;
  const detail = code === 'network' ? reasonOf(error) : error.detail;
  const advice = remedyOf(error, detail);
  return { tag, line, code, detail, ...(advice ? { advice } : {}), ...(url === undefined ? {} : { url }) };
};

/** A relative endpoint starts at the page. */
const absolute = (settings: Settings, page: string | undefined): Settings => {
  const { endpoint } = settings;
  const resolved = page && parseUrl(endpoint, page)?.href;
  return endpoint && resolved ? { ...settings, endpoint: resolved } : settings;
};

/** The slug that the page's own URL names by the parameter of `slug-param`. */
const slugInAddress = ({ attributes }: FoundTag, page: string | undefined): string | undefined => {
  const parameter = attributes['slug-param']?.trim();
  return (parameter && parseUrl(page)?.searchParams.get(parameter)) || undefined;
};

const reader =
  (found: FoundTag, page: string | undefined) =>
  (name: string): string | undefined =>
    found.attributes[name]?.trim() || (name === 'slug' ? slugInAddress(found, page) : undefined) || undefined;

/** Whether the text of a tag depends on the page's URL, which is not known, or on the author's own words. */
const isLeftAlone = (found: FoundTag, page: string | undefined): boolean =>
  (found.attributes['slug-param'] !== undefined && !slugInAddress(found, page)) ||
  (found.tag === 'care-benefits' && !found.attributes.slug && !found.attributes['article-id'] && found.isAuthored);

/** Whether a change has left the page around our elements as it was. */
const keepsPage = async (page: Page, html: string): Promise<boolean> =>
  (await readPage(html, {})).outline === page.outline;

/** See {@link Renderer}. */
export const createRenderer = ({
  settings: given = {},
  transport,
  sources,
  timeToLive,
  now = () => new Date(),
}: RendererOptions = {}): Renderer => {
  const clientFor: ClientFor = createClients({ transport, sources, timeToLive });
  /** By endpoint and article: the depth that the scanned pages need. */
  const depths = new Map<string, ArticleDepth>();
  const keyOf = ({ endpoint, source, key }: Settings, reference: ArticleReference): string =>
    JSON.stringify([endpoint, source, key, reference]);

  const note = ({ tags }: Page, url: string | undefined): void => {
    for (const found of tags) {
      const wanted = wantedBy(found.tag, reader(found, url), (name) => found.attributes[name] !== undefined);
      if (!wanted || isLeftAlone(found, url)) continue;
      const key = keyOf(absolute(found.settings, url), wanted.reference);
      const depth =
        DEPTHS.indexOf(wanted.depth) > DEPTHS.indexOf(depths.get(key) ?? 'summary') ? wanted.depth : undefined;
      if (depth) depths.set(key, depth);
    }
  };

  /**
   * Loads what a tag shows. Resolves to a function that writes it, to be called in the page's order, by which ids are
   * numbered.
   */
  const contentOf = async (
    found: FoundTag,
    { url, signal = NEVER }: PageOptions,
  ): Promise<(ids: Set<string>) => string> => {
    const { tag, attributes } = found;
    const settings = absolute(found.settings, url);
    const locale = settings.locale ?? found.language;
    const content = await ask(tag, {
      client: () => clientFor(settings),
      read: reader(found, url),
      has: (name) => attributes[name] !== undefined,
      depthOf: (reference, least) => depths.get(keyOf(settings, reference)) ?? least,
      signal,
    });
    const { endpoint } = settings;
    const all: WidgetAttributes = { ...settings, ...attributes, endpoint, locale };
    return (ids) => (content === undefined ? '' : renderWidget(tag, all, content, { url, ids }));
  };

  const render = async (html: string, options: PageOptions = {}): Promise<RenderedPage> => {
    const page = await readPage(html, given);
    note(page, options.url);
    const ids = new Set(page.ids);
    const problems: Problem[] = [];
    const time = now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
    const open = page.tags.filter((found) => {
      if (isLeftAlone(found, options.url)) return false;
      const reason = keptText(found, html);
      if (reason) problems.push({ tag: found.tag, line: found.line, code: 'kept', detail: reason });
      return !reason;
    });
    // requested side by side, so that they are one batch; written one after the other, so that ids are numbered in order
    const answers = open.map((found) => contentOf(found, options).catch((error: unknown) => problemOf(found, error)));
    const filled: { readonly found: FoundTag; readonly content: string; readonly changes: readonly Change[] }[] = [];
    for (const [index, found] of open.entries()) {
      const answer = await answers[index];
      if (typeof answer === 'function') {
        const content = answer(ids);
        // an empty response: articles that were rendered before have been withdrawn
        if (content || found.rendered) filled.push({ found, content, changes: fillTag(found, content, html, time) });
      } else if (answer) {
        problems.push(answer);
        // what its publisher has withdrawn must not stay
        if (answer.code === 'gone' && found.rendered)
          filled.push({ found, content: '', changes: fillTag(found, '', html, time) });
      }
    }
    const apply = (list: typeof filled): string =>
      applyChanges(
        html,
        list.flatMap(({ changes }) => changes),
      );
    let kept = filled;
    if (!(await keepsPage(page, apply(kept)))) {
      kept = [];
      for (const one of filled) {
        if (await keepsPage(page, apply([...kept, one]))) kept.push(one);
        else {
          const { tag, line } = one.found;
          const detail = `a <p>, a link or a table around it cannot hold its text: write <${tag}> outside of it`;
          problems.push({ tag, line, code: 'kept', detail });
        }
      }
    }
    return {
      html: apply(kept),
      rendered: kept.filter(({ content }) => content).length,
      problems: problems.sort((a, b) => a.line - b.line),
    };
  };

  return {
    async scan(html, { url } = {}) {
      note(await readPage(html, given), url);
    },
    render,
  };
};

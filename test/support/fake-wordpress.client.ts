import { expect, fixtureSync, oneEvent } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { CareArticleCard } from '../../src/elements/care-article-card/care-article-card.js';
import { diagnose } from '../../src/controllers/diagnose.js';
import { CareError } from '../../src/model/care-error.js';

/** One request that a site has met. */
export interface Logged {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly aborted: boolean;
}

let sites = 0;

/** A site of a test's own in `fake-wordpress.mjs`. */
export class FakeSite {
  /** What a webmaster would write as `endpoint`. */
  readonly endpoint = `/fake/${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}-${sites++}`;

  /** The endpoint, answering every request in this way. */
  as(mode: string): string {
    return `${this.endpoint}?mode=${mode}`;
  }

  /** How the site answers from now on: a status, `hold`, `html`, `empty`, … */
  async become(mode: string): Promise<void> {
    await fetch(`${this.endpoint}/_mode?to=${mode}`);
  }

  async release(): Promise<void> {
    await fetch(`${this.endpoint}/_release`);
  }

  /** The requests so far, as soon as there are that many and that many of them were given up. */
  async log(count = 0, aborted = 0): Promise<readonly Logged[]> {
    const answer = await fetch(`${this.endpoint}/_log?count=${count}&aborted=${aborted}`);
    return (await answer.json()) as Logged[];
  }
}

/** Puts a card, or what holds one, into the page. */
export const mount = (template: TemplateResult): CareArticleCard => {
  const root = fixtureSync<HTMLElement>(template);
  const card = root.matches('care-article-card') ? root : root.querySelector('care-article-card');
  if (!(card instanceof CareArticleCard)) throw new Error('no card');
  return card;
};

/** Settles once the card has rendered its next answer or failure. */
export const settled = async (card: CareArticleCard): Promise<CareArticleCard> => {
  await Promise.race([oneEvent(card, 'care-load'), oneEvent(card, 'care-error')]);
  await card.updateComplete;
  return card;
};

/** A card that has loaded. */
export const ready = async (template: TemplateResult): Promise<CareArticleCard> => {
  const card = await settled(mount(template));
  expect(card.error, String(card.error?.detail)).to.equal(undefined);
  return card;
};

/** A card that could not load. */
export const broken = async (template: TemplateResult): Promise<CareArticleCard> => {
  const card = await settled(mount(template));
  expect(card.error).to.be.instanceOf(CareError);
  return card;
};

/** What is inside the card's frame. */
export const inside = <E extends Element = HTMLElement>(card: Element, selector: string): E | null =>
  card.shadowRoot?.querySelector<E>(selector) ?? null;

export const textIn = (card: Element, selector: string): string =>
  inside(card, selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';

/** Whether a visitor sees what the author wrote inside the tag. */
export const showsFallback = (card: Element): boolean => {
  const node = card.querySelector(':scope > :not([slot])');
  return !!node && node.checkVisibility() && node.getClientRects().length > 0;
};

/** What the page's console was warned of in the test that runs, in words. Keeps the runner's own output readable. */
export const recordWarnings = (): readonly string[] => {
  const { warn } = console;
  const said: string[] = [];
  // what is told through it is told at once, then
  before(() => new Promise<void>((resolve, reject) => diagnose(() => resolve(), reject)));
  beforeEach(() => {
    said.length = 0;
    console.warn = (...words: unknown[]) => void said.push(String(words[0]));
  });
  afterEach(() => {
    console.warn = warn;
  });
  return said;
};

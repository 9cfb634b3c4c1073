import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import type { CareNewsletter } from '../../src/elements/care-newsletter/care-newsletter.js';
import '../../src/define/care-newsletter.js';
import { recordWarnings } from '../support/fake-wordpress.client.js';
import { FormRoom } from '../support/form-room.js';
import { becomes, partIn, press, said, type } from '../support/newsletter.js';

const SUBMISSIONS = 1000;
const AT_ONCE = 10;
const FAULTS = [
  ...Array<string>(6).fill('success'),
  ...['known', 'invalid', 'rate-limited', 'server-error', 'server-error-page', 'unavailable', 'gateway-timeout'],
  ...['answer-hidden', 'error-hidden', 'cut-early', 'cut-late', 'cut-answer', 'page', 'empty', 'truncated', 'hang'],
];
const ENDS = ['success', 'unconfirmed', 'error'];
const WORDS: Readonly<Record<string, RegExp>> = {
  success: /check your inbox/,
  unconfirmed: /could not confirm whether/,
  error: /Nothing was stored|Nothing has been sent/,
};

/** The same faults in every run. */
let seed = 40_961;
const random = (below: number): number => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor((seed / 2147483648) * below);
};

recordWarnings();

describe(`care-newsletter, ${SUBMISSIONS} submissions under random faults`, () => {
  it('are stored once and said so, or not stored and said so, or not certain and said so', async function () {
    this.timeout(110_000);
    const room = new FormRoom();
    const ends = new Map<
      string,
      { readonly state: string; readonly isRetried: boolean; readonly isNumbered: boolean }
    >();
    const sent = new Map<string, number>();
    const { fetch } = globalThis;
    globalThis.fetch = (input, init) => {
      const { body } = init ?? {};
      const text = typeof body === 'string' || body instanceof URLSearchParams ? String(body) : '';
      const number = /visitor-(\d+)/.exec(text)?.[1];
      if (number) sent.set(number, (sent.get(number) ?? 0) + 1);
      return fetch(input, init);
    };

    const one = async (number: number): Promise<void> => {
      const isNumbered = random(2) > 0;
      const action = new URL(room.address(isNumbered ? 'own-json' : 'own-form', FAULTS[random(FAULTS.length)]!));
      if (!random(3)) action.searchParams.set('delay', String(1 + random(20)));
      const clicks = 1 + random(3);
      const wantsRetry = isNumbered && random(2) > 0;
      const place = document.createElement('div');
      document.body.append(place);
      render(
        html`<care-newsletter
          action=${action.href}
          protocol=${isNumbered ? 'json' : 'form'}
          timeout="400"
        ></care-newsletter>`,
        place,
      );
      const element = place.firstElementChild as CareNewsletter;
      while (!element.isReady) await new Promise(requestAnimationFrame);
      await element.updateComplete;
      type(element, `visitor-${number}@example.org`);
      for (let click = 0; click < clicks; click++) press(element);
      let state = await becomes(element, ...ENDS);
      await new Promise(requestAnimationFrame);
      const isRetried = wantsRetry && state === 'unconfirmed';
      if (isRetried) {
        // the same text, sent again by the visitor to a service that is well again
        element.action = action.href.replace(/own-json\/[\w-]+/, 'own-json/success');
        await element.updateComplete;
        partIn(element, 'retry')!.click();
        await becomes(element, 'busy');
        state = await becomes(element, ...ENDS);
      }
      expect(said(element), `visitor-${number}`).to.match(WORDS[state]!);
      ends.set(String(number), { state, isRetried, isNumbered });
      place.remove();
    };

    try {
      let next = 0;
      const worker = async (): Promise<void> => {
        while (next < SUBMISSIONS) await one(next++);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
    } finally {
      globalThis.fetch = fetch;
    }

    const posts = await room.posts();
    const counts: Record<string, number> = { retried: 0, 'unconfirmed, stored': 0, 'repeated by the browser': 0 };
    for (const [number, { state, isRetried, isNumbered }] of ends) {
      const mine = posts.filter(({ email }) => email === `visitor-${number}@example.org`);
      const stored = mine.filter(({ isStored }) => isStored).length;
      const trace = `visitor-${number}: ${state}, ${mine.map(({ url, isStored }) => `${url} ${isStored}`).join(', ')}`;
      counts[state] = (counts[state] ?? 0) + 1;
      expect(sent.get(number), `${trace}, sent`).to.be.at.most(isRetried ? 2 : 1);
      if (isRetried) counts['retried']! += 1;
      if (state === 'success') {
        const isKnown = mine.some(({ url }) => url.includes('/known/'));
        expect(isKnown ? 1 : stored, trace).to.equal(1);
      } else if (state === 'error') expect(stored, trace).to.equal(0);
      else if (stored) counts['unconfirmed, stored']! += 1;
      // Chromium repeats a POST by itself where a kept connection broke; a number makes even that harmless.
      if (isNumbered || !mine.some(({ url }) => url.includes('/cut-'))) expect(stored, trace).to.be.at.most(1);
      else if (stored > 1) counts['repeated by the browser']! += 1;
    }
    console.info(JSON.stringify(counts));
    expect(ends.size).to.equal(SUBMISSIONS);
    for (const state of ENDS) expect(counts[state], state).to.be.greaterThan(100);
    expect(counts['retried']).to.be.greaterThan(20);
  });
});

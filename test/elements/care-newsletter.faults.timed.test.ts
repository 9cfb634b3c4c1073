import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import type { CareNewsletter } from '../../src/elements/care-newsletter/care-newsletter.js';
import '../../src/define/care-newsletter.js';
import { recordWarnings } from '../support/fake-wordpress.client.js';
import { FormRoom } from '../support/form-room.js';
import { becomes, partIn, press, said, type } from '../support/newsletter.js';

// What is tried is the element's own logic, the same in every engine: elsewhere it is `fetch` that is tried.
const VISITORS = navigator.userAgent.includes('Chrome/') ? 1000 : 250;
const AT_ONCE = 10;
/** After so many turns of faults the service is well again. */
const TURNS = 8;
const TRIES = TURNS + 4;
/** Nothing was stored, for sure. */
const REFUSALS = ['rate-limited', 'server-error', 'server-error-page', 'unavailable', 'forbidden'];
/** Something may have been. */
const DOUBTS = ['gateway-timeout', 'answer-hidden', 'error-hidden', 'cut-early', 'cut-late', 'cut-answer', 'page'];
const MORE_DOUBTS = ['empty', 'truncated', 'hang'];
const FAULTS = [...Array<string>(6).fill('success'), ...REFUSALS, ...DOUBTS, ...MORE_DOUBTS];
const WORDS: Readonly<Record<string, RegExp>> = {
  success: /check your inbox/,
  unconfirmed: /could not confirm whether|is still not known/,
  error: /Nothing was stored|Nothing has been sent/,
};
const ENDS = Object.keys(WORDS);

/** The same faults in every run. */
let seed = 40_961;
const random = (below: number): number => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor((seed / 2147483648) * below);
};
const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;

/** How the form comes about, and what its service goes by. */
const KINDS = ['generated, json', 'generated, form', 'own form'] as const;

const form = (kind: (typeof KINDS)[number], action: string) =>
  kind === 'own form'
    ? html`<care-newsletter protocol="form" timeout="400"
        ><form action=${action} method="post">
          <label>Email <input type="email" name="email" /></label>
          <input type="hidden" name="submissionId" /><button>Join</button>
        </form></care-newsletter
      >`
    : html`<care-newsletter
        action=${action}
        protocol=${kind === 'generated, json' ? 'json' : 'form'}
        timeout="400"
      ></care-newsletter>`;

recordWarnings();

for (const by of ['submissionId', 'address']) {
  describe(`care-newsletter, ${VISITORS} sign-ups under random faults, a service that goes by the ${by}`, () => {
    it('end, after trying again where nothing is known, stored once and said so, or not stored and said so', async function () {
      this.timeout(145_000);
      const counts: Record<string, number> = {};
      const count = (what: string): void => void (counts[what] = (counts[what] ?? 0) + 1);

      const visit = async (number: number): Promise<void> => {
        const room = new FormRoom();
        const kind = pick(KINDS);
        const who = pick(['new', 'new', 'new', 'new', 'known', 'refused']);
        const script = [...Array.from({ length: TURNS }, () => pick(FAULTS)), 'success'].join('+');
        const action = new URL(room.address(kind === 'generated, json' ? 'own-json' : 'own-form', script));
        action.search = String(new URLSearchParams({ by, who, delay: random(3) ? '0' : String(1 + random(20)) }));
        const place = document.createElement('div');
        document.body.append(place);
        render(form(kind, action.href), place);
        const element = place.firstElementChild as CareNewsletter;
        while (!element.isReady) await new Promise(requestAnimationFrame);
        await element.updateComplete;
        const input = type(element, `visitor-${number}@example.org`);
        const trace: string[] = [`visitor-${number}, ${kind}, ${who}, ${script}`];

        for (let clicks = 1 + random(3); clicks; clicks--) press(element);
        let state = await becomes(element, ...ENDS);
        let isFirst = true;
        let givenUp = 0;
        for (let tries = 1; ; tries++) {
          await new Promise(requestAnimationFrame);
          const posts = await room.posts();
          const stored = posts.filter(({ isStored }) => isStored).length;
          trace.push(`${state}: ${posts.map(({ url, isStored }) => `${url} ${isStored}`).join(', ')}`);
          const at = trace.join('\n');
          // what is said is true at every moment
          expect(said(element), at).to.match(WORDS[state]!);
          expect(stored, at).to.be.at.most(1);
          // one for each try, unless the element gave it up before it had reached the service
          if (element.error?.code === 'timeout') givenUp++;
          expect(posts.length, at).to.be.within(tries - givenUp, tries);
          if (state === 'success') expect(who === 'known' ? 1 : stored, at).to.equal(1);
          if (state === 'error') expect(stored, at).to.equal(0);
          // what was typed is never lost
          expect(input.value, at).to.equal(state === 'success' ? '' : `visitor-${number}@example.org`);
          if (isFirst) count(`first answer: ${state}`);
          isFirst = false;
          if (state !== 'unconfirmed') break;
          expect(tries, at).to.be.below(TRIES);
          count('tried again');
          const retry = partIn(element, 'retry')!;
          for (let clicks = 1 + random(2); clicks; clicks--) retry.click();
          await becomes(element, 'busy');
          state = await becomes(element, ...ENDS);
        }
        const sent = await room.posts();
        const ids = new Set(sent.flatMap(({ fields }) => (fields ? [fields['submissionId']] : [])));
        expect(ids.size, `${trace.join('\n')}, numbers`).to.be.at.most(1);
        count(`end: ${state === 'success' ? 'stored once and said so' : 'not stored and said so'}`);
        place.remove();
      };

      let next = 0;
      const worker = async (): Promise<void> => {
        while (next < VISITORS) await visit(next++);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      console.log(by, JSON.stringify(counts));
      const [stored = 0, not = 0] = ['stored once and said so', 'not stored and said so'].map(
        (end) => counts[`end: ${end}`],
      );
      expect(stored + not).to.equal(VISITORS);
      expect(not).to.be.greaterThan(VISITORS / 10);
      expect(counts['first answer: unconfirmed']).to.be.greaterThan(VISITORS / 5);
      expect(counts['tried again']).to.be.greaterThan(VISITORS / 5);
    });
  });
}

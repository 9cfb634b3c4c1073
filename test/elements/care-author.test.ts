import { expect, html, waitUntil } from '@open-wc/testing';
import { nothing } from 'lit';
import '../../src/define/care-author.js';
import type { CareAuthor } from '../../src/elements/care-author/care-author.js';
import type { CareLoadEvent } from '../../src/events/care-load-event.js';
import {
  allWithin,
  articleOf,
  loaded,
  mounted,
  ReadingRoom,
  settledNext,
  within,
  words,
} from '../support/reading-room.js';

const TAG = 'care-author';

interface Attributes {
  readonly name?: string;
  readonly credentials?: string;
  readonly url?: string;
  readonly image?: string;
  readonly withGlossary?: boolean;
  readonly expansions?: Readonly<Record<string, string>>;
  readonly words?: string;
  readonly lang?: string;
}

const named = async ({
  name,
  credentials,
  url,
  image,
  withGlossary,
  expansions,
  words: own,
  lang = 'en',
}: Attributes) =>
  settledNext(
    mounted<CareAuthor>(
      TAG,
      html`<div lang=${lang}>
        <care-author
          name=${name ?? nothing}
          credentials=${credentials ?? nothing}
          url=${url ?? nothing}
          image=${image ?? nothing}
          ?with-glossary=${withGlossary}
          .expansions=${expansions ?? own}
        ></care-author>
      </div>`,
    ),
  );

const explained = (element: Element) =>
  Object.fromEntries(
    allWithin(element, 'dl > div').map((row) => [words(row.querySelector('dt')), words(row.querySelector('dd'))]),
  );

/** An element whose letters are explained. */
const withGlossary = async (attributes: Attributes) => {
  const element = await named({ ...attributes, withGlossary: true });
  await waitUntil(() => within(element, 'details'), 'a glossary');
  return element;
};

describe(TAG, () => {
  for (const [name, credentials, text] of [
    ['Jane Roe', 'MS, LPC', 'By Jane Roe, MS, LPC'],
    ['Jane Roe, MS, LPC', undefined, 'By Jane Roe, MS, LPC'],
    ['Martin Luther King, Jr.', undefined, 'By Martin Luther King, Jr.'],
    ['Calvin Brooks, Jr., CPRS', undefined, 'By Calvin Brooks, Jr., CPRS'],
    ['Jane Roe, MS', ' LPC ,, whatever she likes', 'By Jane Roe, MS, LPC, whatever she likes'],
    ['Jane Roe', 'MS; LPC', 'By Jane Roe, MS, LPC'],
    ['Ana', '', 'By Ana'],
  ] as const) {
    it(`prints name="${name}" credentials="${credentials}" as given`, async () => {
      const element = await named({ name, ...(credentials === undefined ? {} : { credentials }) });
      expect(words(within(element, '[part=byline]'))).to.equal(text);
      await expect(element).to.be.accessible();
    });
  }

  it('sets the letters apart from the name', async () => {
    const element = await named({ name: 'Calvin Brooks, Jr., CPRS, MS' });
    expect(words(within(element, '[part=name]'))).to.equal('Calvin Brooks, Jr.');
    expect(words(within(element, '[part=credentials]'))).to.equal('CPRS, MS');
  });

  it('links to the page about the person, and shows the portrait without telling who reads', async () => {
    const element = await named({ name: 'Jane Roe', url: '/team/jane', image: '/content/pictures/courtyard-480.webp' });
    expect(within<HTMLAnchorElement>(element, 'a[part=name]')?.href).to.equal(`${location.origin}/team/jane`);
    const image = within<HTMLImageElement>(element, 'img');
    expect([image?.alt, image?.referrerPolicy, image?.loading]).to.deep.equal(['', 'no-referrer', 'lazy']);
  });

  it('leaves no broken picture where the portrait does not arrive, and shows the next one', async () => {
    const element = await named({ name: 'Jane Roe', image: '/no-such-portrait.png' });
    const image = within<HTMLImageElement>(element, 'img')!;
    image.loading = 'eager';
    await waitUntil(() => image.hidden, 'hidden');
    expect(getComputedStyle(image).display).to.equal('none');
    element.image = '/stories/content/pictures/courtyard-480.webp';
    await waitUntil(() => !image.hidden, 'shown again');
  });

  it('keeps its words in their order on a page from right to left', async () => {
    const element = await named({ name: 'Jane Roe', credentials: 'MS' });
    element.parentElement!.dir = 'rtl';
    await element.updateComplete;
    const [by, name] = ['.by', '[part=name]'].map((part) => within(element, part)!.getBoundingClientRect());
    expect(by!.right).to.be.below(name!.left);
  });

  it('takes no address that runs code', async () => {
    const element = await named({ name: 'Jane Roe', url: 'javascript:alert(1)', image: 'data:image/svg+xml,<svg/>' });
    expect(within(element, 'a, img')).to.equal(null);
  });

  it('follows its attributes', async () => {
    const element = await named({ name: 'Jane Roe', credentials: 'MS' });
    element.credentials = 'PhD';
    await element.updateComplete;
    expect(words(within(element, '[part=byline]'))).to.equal('By Jane Roe, PhD');
  });

  it('names every author of an article, and tells the event which', async () => {
    const authors = [
      { name: 'Jane Roe', credentials: ['MS', 'LPC'], url: 'https://clinic.example/jane/' },
      { name: 'Ana Ruiz', credentials: ['MD'] },
    ];
    const room = new ReadingRoom([articleOf({ slug: 'a', authors })]);
    const element = await loaded<CareAuthor>(
      TAG,
      html`<care-author endpoint=${room.endpoint} source=${room.source} slug="a"></care-author>`,
    );
    expect(allWithin(element, '[part=byline]').map(words)).to.deep.equal(['By Jane Roe, MS, LPC', 'By Ana Ruiz, MD']);
    expect(room.asked.map(({ depth }) => depth)).to.deep.equal(['summary']);
  });

  it('explains the letters in a disclosure with a description list, and says that nothing was verified', async () => {
    const element = await withGlossary({ name: 'Jane Roe', credentials: 'M.S., LPC, LADC' });
    expect(explained(element)).to.deep.equal({
      'M.S.': 'Master of Science Degree',
      LPC: 'Licensed Professional Counselor License',
      LADC: 'Licensed Alcohol and Drug Counselor License (MN, NV, CT, MA, OK, NE, TN …)',
    });
    const details = within<HTMLDetailsElement>(element, 'details');
    expect(details?.open).to.equal(false);
    expect(words(within(element, 'summary'))).to.equal('What the letters stand for');
    expect(words(within(element, '[part=note]'))).to.contain('verified');
    details!.open = true;
    await expect(element).to.be.accessible();
  });

  it('never guesses letters that are unknown or stand for several things', async () => {
    const element = await withGlossary({ name: 'Jane Roe', credentials: 'LAC, CAP, NCC, XYZQ, MS, MAc, SAP' });
    expect(Object.keys(explained(element))).to.deep.equal(['MS']);
    expect(words(within(element, '[part=credentials]'))).to.equal('LAC, CAP, NCC, XYZQ, MS, MAc, SAP');
  });

  it('calls a qualification neither a license nor a certification', async () => {
    expect(explained(await withGlossary({ name: 'J', credentials: 'SAE' }))).to.deep.equal({
      SAE: 'Substance Abuse Expert Qualification',
    });
  });

  it('lets the owner win: other words, words for the ambiguous, and none at all', async () => {
    const expansions = { LAC: 'Licensed Addiction Counselor (Colorado)', MS: 'Magister scientiae', PhD: '' };
    const element = await withGlossary({ name: 'Jane Roe', credentials: 'LAC, MS, PhD', expansions });
    expect(explained(element)).to.deep.equal({
      LAC: 'Licensed Addiction Counselor (Colorado)',
      MS: 'Magister scientiae',
    });
  });

  it('reads the owner’s words from an attribute, whatever the full stops', async () => {
    const element = await withGlossary({
      name: 'Jane Roe',
      credentials: 'L.A.C., MS, PhD, constructor',
      words: 'LAC: Licensed Addiction Counselor: Colorado ; Ph.D.: ; nothing;',
    });
    expect(explained(element)).to.deep.equal({
      'L.A.C.': 'Licensed Addiction Counselor: Colorado',
      MS: 'Master of Science Degree',
    });
    element.removeAttribute('expansions');
    element.setAttribute('expansions', 'MS: Magister');
    await element.updateComplete;
    expect(explained(element)).to.deep.include({ MS: 'Magister' });
  });

  it('takes the article that the page’s address names', async () => {
    const before = location.href;
    history.replaceState(null, '', '?read=a');
    try {
      const room = new ReadingRoom([articleOf({ slug: 'a' })]);
      const element = await loaded<CareAuthor>(
        TAG,
        html`<care-author endpoint=${room.endpoint} source=${room.source} slug-param="read"></care-author>`,
      );
      expect(words(within(element, '[part=byline]'))).to.equal('By Jane Roe, MS, LPC');
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('takes an article’s identifier', async () => {
    const room = new ReadingRoom([articleOf({ slug: 'a' })]);
    const element = await loaded<CareAuthor>(
      TAG,
      html`<care-author endpoint=${room.endpoint} source=${room.source} article-id="id-a"></care-author>`,
    );
    expect(words(within(element, '[part=byline]'))).to.equal('By Jane Roe, MS, LPC');
  });

  it('has no disclosure where there is nothing to explain, or none is wanted', async () => {
    const silent = await named({ name: 'Jane Roe', credentials: 'MS' });
    const unknown = await named({ name: 'Jane Roe', credentials: 'XYZQ', withGlossary: true });
    const control = await withGlossary({ name: 'Jane Roe', credentials: 'MS' });
    expect([within(silent, 'details'), within(unknown, 'details')]).to.deep.equal([null, null]);
    expect(within(control, 'details')).to.exist;
  });

  it('speaks Spanish around English terms', async () => {
    const element = await withGlossary({ name: 'Jane Roe', credentials: 'LPC', lang: 'es' });
    await waitUntil(() => words(within(element, 'summary')) === 'Qué significan las siglas');
    expect(words(within(element, '[part=byline]'))).to.equal('Por Jane Roe, LPC');
    expect(within(element, 'dd > [lang=en]')).to.exist;
    expect(words(within(element, 'dd > [lang=es]'))).to.equal('Licencia profesional');
  });

  it('tells the event which article, and asks for the whole of one that stands beside it', async () => {
    const room = new ReadingRoom();
    const root = mounted<HTMLElement>(
      'div',
      html`<div>
        <care-article slug="post-1"></care-article>
        <care-author endpoint=${room.endpoint} source=${room.source} slug="post-1"></care-author>
      </div>`,
    );
    const event = await new Promise<CareLoadEvent>((resolve) =>
      root.querySelector(TAG)?.addEventListener('care-load', resolve),
    );
    expect(event.article?.slug).to.equal('post-1');
    expect(room.asked.map(({ depth }) => depth)).to.deep.equal(['full']);
  });
});

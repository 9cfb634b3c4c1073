import { expect, fixtureSync, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/define/care-article.js';
import { registerSource } from '../../src/context/source-registry.js';
import { CareArticle } from '../../src/elements/care-article/care-article.js';
import { readingMinutes } from '../../src/localize/reading-time.js';
import { articleBody } from '../../src/html/article-body.js';
import type { Article } from '../../src/model/article.js';
import { CareError } from '../../src/model/care-error.js';
import { createMemorySource } from '../../src/sources/memory/memory-source.js';
import { headingStyles } from '../../src/elements/shared/light-heading.js';
import { sheetsFor } from '../../src/styles/adopt.js';
import { prose } from '../../src/styles/prose.js';
import { proseBlocks } from '../../src/styles/prose-blocks.js';
import { inside, recordWarnings, showsFallback, textIn } from '../support/fake-wordpress.client.js';

const url = 'https://clinic.invalid/read/first-week/';
const bodyOf = (text: string) => articleBody(text, { url });

const TEXT =
  '<p id="top">Nobody arrives with a plan. <a href="#ask">Questions</a> <a href="/more/">More</a></p><h2>The first day</h2><p>Tea.</p>' +
  '<h4>In the evening</h4><p>Rest.</p><h2 id="ask">What to ask</h2><table><tr><th>Hours<td>9</table><p>Anything.</p>';

const ARTICLE: Article = {
  id: '7',
  slug: 'first-week',
  url,
  title: 'The first week',
  excerpt: 'What the first days are like.',
  body: await bodyOf(TEXT),
  publishedAt: '2025-03-01T08:00:00-05:00',
  updatedAt: '2025-03-09T08:00:00-05:00',
  reviewedAt: '2025-03-05',
  authors: [{ name: 'Jane Roe', credentials: ['MS', 'LPC'] }],
  reviewers: [{ name: 'Ana Ruiz', credentials: ['MD'] }],
  categories: [
    { id: '1', slug: 'recovery', name: 'Recovery', url: 'https://clinic.invalid/topics/recovery/' },
    { id: '2', slug: 'family life', name: 'Family' },
  ],
  tags: [],
  image: {
    url: '/content/pictures/chairs-in-a-circle-960.webp',
    width: 960,
    height: 540,
    alt: 'Chairs in a circle',
    caption: 'Before the group',
    sources: [480, 960].map((width) => ({ url: `/content/pictures/chairs-in-a-circle-${width}.webp`, width })),
  },
  language: 'en',
  siteName: 'Harbor Clinic',
  isProtected: false,
};

/** What the source `shelf` holds; an error is what it answers for that slug. */
const shelf = new Map<string, Article | CareError>();
const depths: string[] = [];
registerSource('shelf', () => ({
  ...createMemorySource([]),
  getArticles: (references, depth) => {
    depths.push(depth);
    return Promise.resolve(
      references.map(
        (reference) => shelf.get('slug' in reference ? reference.slug : reference.id) ?? new CareError('not-found'),
      ),
    );
  },
}));

const articleIn = (root: HTMLElement): CareArticle => {
  const element = root.matches('care-article') ? root : root.querySelector('care-article');
  if (!(element instanceof CareArticle)) throw new Error('no article');
  return element;
};

const settled = async (element: CareArticle): Promise<CareArticle> => {
  await Promise.race([oneEvent(element, 'care-load'), oneEvent(element, 'care-error')]);
  await element.updateComplete;
  return element;
};

const show = (template: TemplateResult): Promise<CareArticle> => settled(articleIn(fixtureSync<HTMLElement>(template)));

const bodyIn = (element: CareArticle): HTMLElement => {
  const body = element.querySelector<HTMLElement>(':scope > [slot=body]');
  if (!body) throw new Error('no body');
  return body;
};

const titleIn = (element: CareArticle): HTMLElement | null =>
  element.querySelector<HTMLElement>('[data-care-heading] > [part=title]');

const dataIn = (root: ParentNode): readonly string[] =>
  [...root.querySelectorAll('script[type="application/ld+json"]')].map((script) => script.textContent);

/** What the page's own tree is given. */
const SHEETS = sheetsFor(document, [headingStyles, prose, proseBlocks]);

const said = recordWarnings();
const address = location.href;

beforeEach(() => {
  depths.length = 0;
  shelf.clear();
  shelf.set('first-week', ARTICLE);
  shelf.set('second-week', { ...ARTICLE, id: '8', slug: 'second-week', title: 'The second week' });
});
afterEach(() => history.replaceState(null, '', address));

describe('care-article: what it shows', () => {
  it('has every part, filled from the article', async () => {
    const element = await show(html`<care-article .article=${ARTICLE}></care-article>`);
    expect(titleIn(element)?.localName).to.equal('h2');
    expect(titleIn(element)?.textContent).to.equal('The first week');
    expect(textIn(element, '[part=eyebrow]')).to.equal('Recovery');
    expect(textIn(element, '[part=byline]')).to.equal('By Jane Roe, MS, LPC');
    expect(textIn(element, '[part=review]')).to.equal('Reviewed by Ana Ruiz, MD on March 5, 2025');
    expect(textIn(element, '[part=updated]')).to.equal('Updated on March 9, 2025');
    expect(textIn(element, '[part=reading-time]')).to.equal('1 min read');
    expect(textIn(element, '[part=attribution] [part=published]'), 'said once').to.equal('March 1, 2025');
    expect(element.shadowRoot?.querySelectorAll('[part=published]')).to.have.length(1);
    expect(inside<HTMLImageElement>(element, 'img')?.srcset).to.contain('480w').and.to.contain('960w');
    expect(textIn(element, 'figcaption')).to.equal('Before the group');
    expect(textIn(element, '[part=attribution]')).to.equal('Originally published by Harbor Clinic on March 1, 2025');
    expect(inside<HTMLAnchorElement>(element, '[part=attribution] a')?.href).to.equal(url);
    await expect(element).to.be.accessible();
  });

  it('puts the text into the page’s own tree, in its language', async () => {
    const element = await show(html`<care-article .article=${ARTICLE}></care-article>`);
    const body = bodyIn(element);
    expect(body.assignedSlot).to.exist;
    expect([body.lang, body.dir]).to.deep.equal(['en', 'ltr']);
    expect(titleIn(element)?.querySelector<HTMLElement>('span')?.lang).to.equal('en');
    expect(body.textContent).to.contain('Nobody arrives with a plan.');
    expect(inside(element, 'article')?.textContent).not.to.contain('Nobody arrives');
  });

  it('names one size of its picture once', async () => {
    const image = { ...ARTICLE.image!, sources: ARTICLE.image!.sources.slice(0, 1) };
    const element = await show(html`<care-article .article=${{ ...ARTICLE, image }}></care-article>`);
    expect(inside<HTMLImageElement>(element, 'img')?.hasAttribute('srcset')).to.equal(false);
  });

  it('shows an Arabic text from the right', async () => {
    const element = await show(html`<care-article .article=${{ ...ARTICLE, language: 'ar' }}></care-article>`);
    expect(bodyIn(element).dir).to.equal('rtl');
  });

  it('puts fetched headings below heading-level, without gaps', async () => {
    const element = await show(html`<care-article .article=${ARTICLE} heading-level="3"></care-article>`);
    const names = () => Array.from(bodyIn(element).querySelectorAll('h1,h2,h3,h4,h5,h6'), ({ localName }) => localName);
    expect(titleIn(element)?.localName).to.equal('h3');
    expect(names()).to.deep.equal(['h4', 'h5', 'h4']);
    element.headingLevel = 9;
    await element.updateComplete;
    expect(names()).to.deep.equal(['h3', 'h4', 'h3']);
    expect(element.querySelectorAll('[slot=body]')).to.have.length(1);
  });

  it('takes parts away', async () => {
    const element = await show(
      html`<care-article
        .article=${ARTICLE}
        without-image
        without-byline
        without-dates
        without-categories
        without-reading-time
        without-attribution
      ></care-article>`,
    );
    const parts = [...(element.shadowRoot?.querySelectorAll('[part]') ?? [])].map((part) => part.getAttribute('part'));
    expect(parts).to.deep.equal(['article', 'header', 'title']);
    expect(titleIn(element)?.checkVisibility()).to.equal(true);
  });

  it('says the day of publication in the panel, and at the foot where the text was changed later', async () => {
    const { updatedAt: _, ...unchanged } = ARTICLE;
    const element = await show(html`<care-article .article=${unchanged} without-attribution></care-article>`);
    expect(textIn(element, '[part=trust] [part=published]')).to.equal('Published on March 1, 2025');
    element.article = ARTICLE;
    await element.updateComplete;
    expect(textIn(element, '[part=footer] [part=published]')).to.equal('Published on March 1, 2025');
    expect(inside(element, '[part=trust] [part=published]')).to.equal(null);
  });

  for (const [dir, side] of [
    ['ltr', 'left'],
    ['rtl', 'right'],
  ] as const) {
    it(`has a dot between the facts, on a page that is ${dir}`, async () => {
      const { language: _, ...article } = ARTICLE;
      const element = await show(html`<div dir=${dir}><care-article .article=${article}></care-article></div>`);
      const dot = getComputedStyle(inside(element, '[part=reading-time]')!, '::before');
      expect(parseFloat(dot[side])).to.be.below(0);
    });
  }

  it('leads to where the source says more about an author, and nowhere else', async () => {
    const authors = [
      { name: 'Jane Roe', credentials: ['LPC'], url: 'https://clinic.invalid/jane/' },
      { name: 'Ana Ruiz', credentials: [], url: 'javascript:alert(1)' },
    ];
    const element = await show(html`<care-article .article=${{ ...ARTICLE, authors }}></care-article>`);
    expect(textIn(element, '[part=byline]')).to.equal('By Jane Roe, LPC and Ana Ruiz');
    const links = [...(element.shadowRoot?.querySelectorAll<HTMLAnchorElement>('[part=byline] a') ?? [])];
    expect(links.map(({ href }) => href)).to.deep.equal(['https://clinic.invalid/jane/']);
  });

  it('shows the short answer that its owner gives, as words, and none that nobody gave', async () => {
    const element = await show(html`<care-article .article=${ARTICLE}></care-article>`);
    expect(inside(element, '[part=summary]')).to.equal(null);
    element.summary = ' Four evenings a week. <b>And home.</b> ';
    await element.updateComplete;
    expect(inside(element, '[part=summary]')?.textContent).to.equal('Four evenings a week. <b>And home.</b>');
  });

  it('takes the day of the next review from its owner before the source, and says what is no day', async () => {
    const due = { ...ARTICLE, reviewDue: '2026-03-05' };
    const element = await show(html`<care-article .article=${due} next-review="2027-01-20"></care-article>`);
    expect(textIn(element, '[part=next-review]')).to.equal('Next review: January 20, 2027');
    expect(said).to.deep.equal([]);
    element.nextReview = 'next year';
    await element.updateComplete;
    expect(textIn(element, '[part=next-review]')).to.equal('Next review: March 5, 2026');
    await waitUntil(() => said.length);
    expect(said[0]).to.contain('next-review="next year" is no date');
  });

  for (const dir of ['ltr', 'rtl']) {
    for (const language of ['en', 'ar']) {
      it(`begins every line on one side, that of its text: ${language} on a page that is ${dir}`, async () => {
        const element = await show(
          html`<div dir=${dir}>
            <care-article .article=${{ ...ARTICLE, language }} summary="Short."></care-article>
          </div>`,
        );
        const lines = [
          titleIn(element),
          bodyIn(element).querySelector('p'),
          ...['eyebrow', 'summary', 'byline', 'attribution', 'caption'].map((part) =>
            inside(element, `[part=${part}]`),
          ),
        ];
        const begin = language === 'ar' ? 'right' : 'left';
        const sideOf = (line: Element | null) => {
          if (!line) return 'missing';
          const { textAlign, direction } = getComputedStyle(line);
          const start = direction === 'rtl' ? 'right' : 'left';
          return textAlign === 'start' ? start : textAlign;
        };
        expect(lines.map(sideOf)).to.deep.equal(lines.map(() => begin));
      });
    }
  }

  it('says the day of review without names where bylines are unwanted', async () => {
    const element = await show(html`<care-article .article=${ARTICLE} without-byline></care-article>`);
    expect(textIn(element, '[part=review]')).to.equal('Reviewed on March 5, 2025');
  });

  it('says when the next review is due, also where no review is known', async () => {
    const { reviewedAt: _, ...unreviewed } = { ...ARTICLE, reviewers: [], reviewDue: '2026-03-05' };
    const element = await show(html`<care-article .article=${unreviewed}></care-article>`);
    expect(textIn(element, '[part=review]')).to.equal('Next review: March 5, 2026');
    element.article = { ...ARTICLE, reviewDue: '2026-03-05' };
    await element.updateComplete;
    expect(textIn(element, '[part=review]')).to.match(/ on March 5, 2025\s+Next review: March 5, 2026$/);
    expect(textIn(element, '[part=next-review] time')).to.equal('March 5, 2026');
  });

  it('leads to categories where category-url says, and lets the app follow', async () => {
    const element = await show(
      html`<care-article .article=${ARTICLE} category-url="/topics/{slug}.html"></care-article>`,
    );
    const links = [...(element.shadowRoot?.querySelectorAll<HTMLAnchorElement>('a[part=category]') ?? [])];
    expect(links.map((link) => new URL(link.href).pathname)).to.deep.equal([
      '/topics/recovery.html',
      '/topics/family%20life.html',
    ]);
    let followed = '';
    element.addEventListener('care-navigate', (event) => {
      followed = event.url;
      event.preventDefault();
    });
    links[0]?.click();
    expect(followed).to.equal(links[0]?.href);
  });

  it('shows a category without an address as words', async () => {
    const element = await show(html`<care-article .article=${ARTICLE}></care-article>`);
    expect(inside(element, 'span[part=category]')?.textContent).to.equal('Family');
  });

  it('names no other site where the page itself is the source', async () => {
    const own = { ...ARTICLE, url: `${location.origin}/read/` };
    const element = await show(html`<care-article .article=${own}></care-article>`);
    expect(inside(element, '[part=attribution]')).to.equal(null);
  });

  it('names the site that the article is published at, not the host of an API', async () => {
    const { siteName: _, ...rest } = ARTICLE;
    shelf.set('elsewhere', { ...rest, slug: 'elsewhere', url: 'https://blog.invalid/elsewhere/' });
    const element = await show(
      html`<care-article slug="elsewhere" endpoint="https://api.invalid/" source="shelf" without-dates></care-article>`,
    );
    expect(textIn(element, '[part=attribution]')).to.equal('Originally published by blog.invalid');
  });

  it('names the site by its host where it has no name', async () => {
    const { siteName: _, ...rest } = ARTICLE;
    const element = await show(html`<care-article .article=${rest} without-dates></care-article>`);
    expect(textIn(element, '[part=attribution]')).to.equal('Originally published by clinic.invalid');
  });

  it('speaks Spanish', async () => {
    shelf.set('first-week', ARTICLE);
    const element = await show(
      html`<care-article
        endpoint="https://clinic.invalid/"
        source="shelf"
        slug="first-week"
        locale="es"
      ></care-article>`,
    );
    expect(textIn(element, '[part=review]')).to.equal('Revisado por Ana Ruiz, MD el 5 de marzo de 2025');
    expect(textIn(element, '[part=attribution]')).to.match(/^Publicado originalmente por Harbor Clinic el/);
    expect(bodyIn(element).querySelector('[role=region]')?.getAttribute('aria-label')).to.equal('Tabla');
  });

  it('reads the sample feed', async () => {
    const element = await show(
      html`<care-article endpoint="/content/feed.json" slug="what-is-an-iop" with-toc></care-article>`,
    );
    expect(element.error).to.equal(undefined);
    expect(inside(element, '[part=attribution]'), 'asked of the page’s own origin').to.equal(null);
    expect(bodyIn(element).querySelectorAll('h3, h4').length).to.be.greaterThan(5);
    await expect(element).to.be.accessible();
  });
});

describe('care-article: heading', () => {
  const withPageRules = async (rules: string, run: () => Promise<void>) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    const { adoptedStyleSheets: before } = document;
    document.adoptedStyleSheets = [sheet, ...before];
    await run();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
  const sizeOf = (element: Element | null | undefined) => element && parseFloat(getComputedStyle(element).fontSize);

  it('takes the page’s own style of headings, and the page’s tokens before that', async () => {
    await withPageRules('h2 { font: 400 48px/1 Georgia; color: rgb(1, 2, 3) }', async () => {
      const element = await show(html`<care-article .article=${ARTICLE}></care-article>`);
      const words = titleIn(element)?.firstElementChild as HTMLElement;
      const style = getComputedStyle(words);
      expect([style.fontSize, style.fontWeight, style.fontFamily, style.color]).to.deep.equal([
        '48px',
        '400',
        'Georgia',
        'rgb(1, 2, 3)',
      ]);
      element.style.setProperty('--care-font-heading', 'Verdana');
      element.style.setProperty('--care-heading-weight', '800');
      expect([style.fontWeight, style.fontFamily]).to.deep.equal(['800', 'Verdana']);
    });
  });

  for (const [name, rules, level] of [
    ['bare', '', 2],
    ['bare, first level', '', 1],
    // of Bootstrap 5 and of a block theme of WordPress, at 390 px
    ['Bootstrap', 'h1 { font-size: 27.85px } h2 { font-size: 24.7px } h3 { font-size: 23.1px }', 2],
    ['Bootstrap, first level', 'h1 { font-size: 27.85px } h2 { font-size: 24.7px }', 1],
  ] as const) {
    it(`is at least 1.4 times as large as that of a section on a phone: ${name}`, async () => {
      await withPageRules(rules, async () => {
        const place = fixtureSync<HTMLElement>(
          html`<div style="inline-size: 358px; font-size: 16px">
            <care-article .article=${ARTICLE} heading-level=${level}></care-article>
          </div>`,
        );
        const element = await settled(articleIn(place));
        const section = bodyIn(element).querySelector(`h${level + 1}`);
        expect((sizeOf(titleIn(element)?.firstElementChild) ?? 0) / (sizeOf(section) ?? 1)).to.be.at.least(1.4);
      });
    });
  }

  it('is read in the theme’s colour, whatever the page’s headings have', async () => {
    await withPageRules('h2, h3 { color: #111 }', async () => {
      const element = await show(html`<care-article .article=${ARTICLE} theme="dark"></care-article>`);
      for (const heading of [titleIn(element), bodyIn(element).querySelector('h3')])
        expect(heading && getComputedStyle(heading).color).to.equal(getComputedStyle(element).color);
    });
  });

  it('has its text in the theme’s colour, whatever the page’s paragraphs and tables have', async () => {
    const own = { url: `${location.origin}/read/`, origins: [location.origin] };
    const text = '<p>One</p><ul><li>Two</li></ul><table><tr><th>Three</th><td>Four</td></tr></table>';
    const article = { ...ARTICLE, body: await articleBody(text, own) };
    const rule = '.page :is(p, li, th, td) { color: rgb(1 2 3) } .page :is(tr, th) { background: rgb(250 250 250) }';
    await withPageRules(rule, async () => {
      const element = await show(html`<care-article .article=${article} theme="dark"></care-article>`);
      element.classList.add('page');
      const colors = [...bodyIn(element).querySelectorAll('p, li, th, td')].map((node) => getComputedStyle(node).color);
      expect(colors).to.deep.equal(colors.map(() => getComputedStyle(element).color));
      const grounds = [...bodyIn(element).querySelectorAll('tr, th')].map(
        (node) => getComputedStyle(node).backgroundColor,
      );
      expect(new Set(grounds)).to.deep.equal(new Set(['rgba(0, 0, 0, 0)']));
      element.theme = undefined;
      await element.updateComplete;
      expect(getComputedStyle(bodyIn(element).querySelector('p')!).color, 'without a theme').to.equal('rgb(1, 2, 3)');
    });
  });

  it('dims pictures under a dark theme, in the text and above it', async () => {
    const own = { url: `${location.origin}/read/`, origins: [location.origin] };
    const article = { ...ARTICLE, body: await articleBody('<p><img src="/a.png" alt="A"></p>', own) };
    const element = await show(html`<care-article .article=${article} theme="dark"></care-article>`);
    const filters = () =>
      [inside(element, 'img'), bodyIn(element).querySelector('img')].map(
        (image) => image && getComputedStyle(image).filter,
      );
    expect(filters()).to.deep.equal(['brightness(0.92)', 'brightness(0.92)']);
    element.theme = 'light';
    await element.updateComplete;
    expect(filters()).to.deep.equal(['none', 'none']);
    element.theme = undefined;
    await element.updateComplete;
    expect(element.querySelectorAll('[data-care-themed]')).to.have.length(0);
  });

  it('comes back where the page takes it away', async () => {
    const element = await show(html`<care-article .article=${ARTICLE}></care-article>`);
    element.querySelector('[data-care-heading]')?.remove();
    await waitUntil(() => titleIn(element)?.assignedSlot === null && titleIn(element)?.checkVisibility());
    expect(element.querySelectorAll('[data-care-heading]')).to.have.length(1);
  });
});

describe('care-article: text', () => {
  it('breaks the name of a long host below the title of a film, however narrow', async () => {
    const film =
      '<iframe src="https://films.of-the-clinic.and-its-friends.example/embed/1" title="A walk through our rooms"></iframe>';
    const article = { ...ARTICLE, body: await bodyOf(film) };
    const element = fixtureSync<CareArticle>(
      html`<care-article style="font-size: 32px; inline-size: 14rem" .article=${article}></care-article>`,
    );
    await element.updateComplete;
    const link = element.querySelector('[data-care-body] [data-care-block]')!;
    expect(link.getAttribute('data-care-site')).to.contain('films.');
    expect(link.scrollWidth).to.equal(link.clientWidth);
  });

  it('looks the same where it is isolated', async () => {
    const text = `<p>One</p><p>Two <a href="/a/">link</a></p><ul><li>Three<ul><li>Four</li></ul></li></ul><ol><li>Five</li></ol>
      <h2>Six</h2><h3>Seven</h3><figure><img src="/a.png" alt="A" width="60" height="40"><figcaption>Eight</figcaption></figure>
      <details open><summary>Nine</summary><ul><li>Ten</li></ul></details><blockquote><p>Eleven</p></blockquote>`;
    const own = { url: `${location.origin}/read/`, origins: [location.origin] };
    const article = { ...ARTICLE, body: await articleBody(text, own) };
    const PROPERTIES =
      'display font-size font-weight line-height list-style-type margin-top margin-bottom padding-left width'.split(
        ' ',
      );
    const looks = async (isolated: boolean) => {
      const element = await show(
        html`<care-article .article=${article} ?isolated=${isolated} with-toc></care-article>`,
      );
      const body = isolated ? inside(element, '[part=body]') : bodyIn(element);
      return [...body!.querySelectorAll('*')].map((each) => {
        const style = getComputedStyle(each);
        return [each.localName, ...PROPERTIES.map((name) => style.getPropertyValue(name))].join(' ');
      });
    };
    expect(await looks(true)).to.deep.equal(await looks(false));
  });

  it('has 60 to 75 characters a line, and lines that are not close together', async () => {
    const words = 'Three evenings a week leave room for work and for school and for the family at home. '.repeat(6);
    const article = { ...ARTICLE, body: await bodyOf(`<p>${words}</p>`) };
    for (const font of ['Times, serif', 'Arial, sans-serif']) {
      const place = fixtureSync<HTMLElement>(
        html`<div style="inline-size: 80em; font: 16px/normal ${font}">
          <care-article .article=${article}></care-article>
        </div>`,
      );
      const element = await settled(articleIn(place));
      const paragraph = bodyIn(element).querySelector('p');
      const lines = (paragraph?.getBoundingClientRect().height ?? 0) / 24;
      expect(lines, 'lines of 24 px').to.equal(Math.round(lines));
      expect(words.length / lines).to.be.within(58, 78);
      place.style.lineHeight = '1.8';
      expect(paragraph && parseFloat(getComputedStyle(paragraph).lineHeight)).to.be.closeTo(28.8, 0.1);
    }
  });

  it('gives way to the page’s own rules, and comes back without them', async () => {
    const element = await show(html`<care-article .article=${ARTICLE}></care-article>`);
    const figure = document.createElement('blockquote');
    bodyIn(element).append(figure);
    expect(getComputedStyle(figure).marginLeft).to.equal('0px');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('blockquote { margin-left: 13px }');
    const { adoptedStyleSheets: before } = document;
    document.adoptedStyleSheets = [sheet, ...before];
    expect(getComputedStyle(figure).marginLeft).to.equal('13px');
    document.adoptedStyleSheets = before;
  });

  it('stands in the shadow root with isolated, and moves when that changes', async () => {
    const element = await show(html`<care-article .article=${ARTICLE} isolated></care-article>`);
    expect(textIn(element, '[part=body]')).to.contain('Nobody arrives');
    expect(element.children).to.have.length(0);
    expect(inside(element, 'h2')?.textContent).to.equal('The first week');
    element.isolated = false;
    await element.updateComplete;
    expect(bodyIn(element).textContent).to.contain('Nobody arrives');
    expect(inside(element, '[part=body]')).to.equal(null);
    element.isolated = true;
    await element.updateComplete;
    expect(textIn(element, '[part=body]')).to.contain('Nobody arrives');
  });

  it('brings its rules into the shadow root that it stands in', async () => {
    const outer = fixtureSync<HTMLElement>(html`<div></div>`);
    const root = outer.attachShadow({ mode: 'open' });
    const element = document.createElement('care-article');
    element.article = ARTICLE;
    root.append(element);
    await settled(element);
    expect(root.adoptedStyleSheets).to.have.members(SHEETS);
  });

  it('brings the rules for tables and arranged blocks to a text that comes to have some', async () => {
    const root = fixtureSync<HTMLElement>(html`<div></div>`).attachShadow({ mode: 'open' });
    const element = document.createElement('care-article');
    element.article = { ...ARTICLE, body: await bodyOf('<p>Words</p>') };
    root.append(element);
    await settled(element);
    expect(root.adoptedStyleSheets).to.include(sheetsFor(document, [prose])[0]);
    element.article = { ...ARTICLE, body: await bodyOf('<p class="has-text-align-center">Words</p>') };
    await element.updateComplete;
    expect(root.adoptedStyleSheets).to.have.members(SHEETS);
  });

  it('replaces the text and nothing else', async () => {
    const element = await show(html`<care-article .article=${ARTICLE}><p>Ours</p></care-article>`);
    const own = element.querySelector(':scope > p');
    expect(showsFallback(element)).to.equal(false);
    element.article = { ...ARTICLE, body: await bodyOf('<p>Other words</p>') };
    await settled(element);
    expect(bodyIn(element).textContent).to.equal('Other words');
    expect(element.querySelector(':scope > p')).to.equal(own);
    expect(element.children).to.have.length(3);
  });

  it('takes over what a copy of its markup brought along', async () => {
    const element = await show(html`<care-article .article=${ARTICLE}></care-article>`);
    const copy = element.cloneNode(true) as CareArticle;
    copy.article = { ...ARTICLE, body: await bodyOf('<p>Copy</p>') };
    element.after(copy);
    await settled(copy);
    expect(bodyIn(copy).textContent).to.equal('Copy');
    expect(copy.children).to.have.length(2);
  });

  it('shows the teaser and a link with excerpt-only, and asks for no more', async () => {
    const element = await show(
      html`<care-article
        endpoint="https://clinic.invalid/"
        source="shelf"
        slug="first-week"
        timeout="4321"
        excerpt-only
        with-structured-data
        article-url="/read?a={slug}"
      ></care-article>`,
    );
    expect(textIn(element, '[part=excerpt]')).to.equal(ARTICLE.excerpt);
    expect(inside<HTMLAnchorElement>(element, '[part=more]')?.href).to.equal(`${location.origin}/read?a=first-week`);
    expect([...element.children].map(({ slot }) => slot)).to.deep.equal(['title']);
    expect(depths).to.deep.equal(['teaser']);
  });

  it('says that a text is not public, and where it can be read', async () => {
    const element = await show(html`<care-article .article=${{ ...ARTICLE, isProtected: true }}></care-article>`);
    expect(textIn(element, '[part=protected] p')).to.equal('This text is not public.');
    expect(inside<HTMLAnchorElement>(element, '[part=source]')?.href).to.equal(url);
    expect([...element.children].map(({ slot }) => slot)).to.deep.equal(['title']);
  });
});

describe('care-article: contents and places', () => {
  const target = (element: CareArticle, id: string) =>
    (element.isolated ? element.shadowRoot : element)?.querySelector(`#${id}`);

  for (const isolated of [false, true]) {
    it(`has a labelled table of contents, isolated: ${isolated}`, async () => {
      const element = await show(
        html`<care-article
          endpoint="https://c.invalid/"
          source="shelf"
          slug="first-week"
          with-toc
          ?isolated=${isolated}
        ></care-article>`,
      );
      expect(textIn(element, 'nav [part=toc-title]')).to.equal('On this page');
      expect(textIn(element, 'nav [part=toc-count]')).to.equal('(3)');
      const links = [...(element.shadowRoot?.querySelectorAll<HTMLAnchorElement>('nav a') ?? [])];
      expect(links.map(({ textContent, hash }) => `${textContent} ${hash}`)).to.deep.equal([
        'The first day #care-the-first-day',
        'In the evening #care-in-the-evening',
        'What to ask #care-ask',
      ]);
      for (const { hash } of links) expect(target(element, hash.slice(1))).to.exist;
      expect(
        links[1]
          ?.closest('ul')
          ?.closest('li')
          ?.contains(links[0] ?? null),
      ).to.equal(true);
      await expect(element).to.be.accessible();
    });

    it(`closes the contents where there is no room beside the text, isolated: ${isolated}`, async () => {
      const place = fixtureSync<HTMLElement>(
        html`<div style="inline-size: 40em">
          <care-article .article=${ARTICLE} with-toc ?isolated=${isolated}></care-article>
        </div>`,
      );
      const element = await settled(articleIn(place));
      const toc = inside<HTMLDetailsElement>(element, '[part=toc] > details');
      const isBeside = () => {
        const [list, text] = [
          inside(element, '[part=toc]'),
          isolated ? inside(element, '[part=body]') : bodyIn(element),
        ];
        return (list?.getBoundingClientRect().left ?? 0) >= (text?.getBoundingClientRect().right ?? Infinity);
      };
      expect([toc?.open, isBeside()]).to.deep.equal([false, false]);
      place.style.inlineSize = '66em';
      await waitUntil(() => toc?.open);
      expect(isBeside()).to.equal(true);
      place.style.inlineSize = '40em';
      await waitUntil(() => !toc?.open);
      // wherever the page puts it
      const elsewhere = fixtureSync<HTMLElement>(html`<div style="inline-size: 40em"></div>`);
      elsewhere.append(element);
      elsewhere.style.inlineSize = '66em';
      await waitUntil(() => toc?.open);
    });

    it(`leads to places in the text, isolated: ${isolated}`, async () => {
      const element = await show(
        html`<div>
          <care-article .article=${ARTICLE} ?isolated=${isolated}></care-article>
          <div style="height: 300vh"></div>
        </div>`,
      );
      element.parentElement?.style.setProperty('padding-top', '200vh');
      const link = (isolated ? element.shadowRoot : element)?.querySelector<HTMLAnchorElement>('a[href="#care-ask"]');
      link?.click();
      // Firefox follows a link a moment after the click
      await waitUntil(() => Math.abs(target(element, 'care-ask')?.getBoundingClientRect().top ?? Infinity) < 60);
      scrollTo(0, 0);
    });

    it(`goes to the place that the address names once the text is there, isolated: ${isolated}`, async () => {
      history.replaceState(null, '', '#ask');
      const element = await show(
        html`<div style="padding: 200vh 0">
          <care-article .article=${ARTICLE} ?isolated=${isolated}></care-article>
        </div>`,
      );
      expect(Math.abs(target(element, 'care-ask')?.getBoundingClientRect().top ?? Infinity)).to.be.lessThan(60);
      scrollTo(0, 0);
    });
  }

  it('leaves the page’s own places to the page', async () => {
    const place = fixtureSync<HTMLElement>(
      html`<div style="padding-top: 200vh">
        <a href="#ask">Ask us</a>
        <div id="article"></div>
        <section id="ask" style="margin-top: 200vh">Ours</section>
        <div style="height: 200vh"></div>
      </div>`,
    );
    const element = document.createElement('care-article');
    element.article = ARTICLE;
    place.querySelector('#article')?.append(element);
    await element.updateComplete;
    const section = place.querySelector('section');
    history.replaceState(null, '', '#');
    const arrived = oneEvent(window, 'hashchange');
    place.querySelector('a')?.click();
    await arrived;
    await waitUntil(() => Math.abs(section?.getBoundingClientRect().top ?? Infinity) < 60);
    scrollTo(0, 0);
  });

  it('leaves a place to the page that names it as people did in 2005', async () => {
    history.replaceState(null, '', '#ask');
    const element = await show(
      html`<div style="padding: 200vh 0">
        <a name="ask">Ask us</a>
        <care-article .article=${ARTICLE}></care-article>
      </div>`,
    );
    expect(Math.abs(target(element, 'care-ask')?.getBoundingClientRect().top ?? 0)).to.be.greaterThan(60);
  });

  it('goes to a place in an isolated text whenever the address names one, not whenever something is rendered', async () => {
    history.replaceState(null, '', '#');
    const element = await show(
      html`<div style="padding: 200vh 0"><care-article .article=${ARTICLE} isolated></care-article></div>`,
    );
    const distance = () => Math.abs(target(element, 'care-ask')?.getBoundingClientRect().top ?? Infinity);
    expect(distance()).to.be.greaterThan(60);
    location.hash = 'ask';
    await waitUntil(() => distance() < 60);
    scrollTo(0, 0);
    element.withToc = true;
    await element.updateComplete;
    expect(scrollY).to.equal(0);
  });

  it('leaves a click that opens another tab to the browser', async () => {
    const element = await show(
      html`<div style="padding: 200vh 0"><care-article .article=${ARTICLE} isolated></care-article></div>`,
    );
    const link = element.shadowRoot?.querySelector<HTMLAnchorElement>('a[href="#care-ask"]');
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey']) {
      addEventListener('click', (event) => event.preventDefault(), { once: true });
      link?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, [key]: true }));
    }
    expect([scrollY, element.shadowRoot?.activeElement]).to.deep.equal([0, null]);
  });

  it('stays on the page where <base> would lead a link to a place elsewhere', async () => {
    const element = await show(
      html`<div style="padding: 200vh 0"><care-article .article=${ARTICLE}></care-article></div>`,
    );
    const base = Object.assign(document.createElement('base'), { href: '/elsewhere/' });
    document.head.append(base);
    let isPrevented = false;
    // what our element has not prevented must not leave the page of the tests
    const listen = (event: Event) => {
      isPrevented = event.defaultPrevented;
      event.preventDefault();
    };
    addEventListener('click', listen, { once: true });
    element.querySelector<HTMLAnchorElement>('a[href="#care-ask"]')?.click();
    base.remove();
    expect(isPrevented).to.equal(true);
    expect(Math.abs(target(element, 'care-ask')?.getBoundingClientRect().top ?? Infinity)).to.be.lessThan(60);
    expect(document.activeElement?.id).to.equal('care-ask');
    scrollTo(0, 0);
  });

  it('finds a place whose name holds a percent sign that stands for itself', async () => {
    const body = await bodyOf('<h2 id="50%">Half of them</h2>');
    history.replaceState(null, '', '#50%');
    const element = await show(
      html`<div style="padding: 200vh 0"><care-article .article=${{ ...ARTICLE, body }}></care-article></div>`,
    );
    const place = element.querySelector('[id^="care-50"]');
    expect(Math.abs(place?.getBoundingClientRect().top ?? Infinity)).to.be.lessThan(60);
    scrollTo(0, 0);
  });

  it('leaves whoever reads elsewhere where they are', async () => {
    history.replaceState(null, '', '#ask');
    const place = fixtureSync<HTMLElement>(html`<div style="padding: 200vh 0"></div>`);
    scrollTo(0, 40);
    const element = document.createElement('care-article');
    element.article = ARTICLE;
    place.append(element);
    await settled(element);
    expect(scrollY).to.equal(40);
    scrollTo(0, 0);
  });

  it('survives a fragment that is no text', async () => {
    history.replaceState(null, '', '#%E0%A4%A');
    const element = await show(html`<care-article .article=${ARTICLE}></care-article>`);
    expect(element.state).to.equal('ready');
  });
});

describe('care-article: structured data', () => {
  it('describes the article once, safely', async () => {
    const title = 'Words </script><script>globalThis.pwned = 1</script>';
    const element = await show(
      html`<care-article .article=${{ ...ARTICLE, title }} with-structured-data></care-article>`,
    );
    while (!dataIn(element).length) await new Promise((resolve) => requestAnimationFrame(resolve));
    const [text = ''] = dataIn(element);
    expect(text).not.to.contain('<');
    const page = JSON.parse(text) as Record<string, never>;
    expect(page).to.deep.include({ '@type': 'MedicalWebPage', lastReviewed: '2025-03-05' });
    const { mainEntity, reviewedBy } = page as { mainEntity?: Record<string, unknown>; reviewedBy?: unknown };
    expect(mainEntity).to.deep.include({ '@type': 'BlogPosting', headline: title, datePublished: ARTICLE.publishedAt });
    expect(mainEntity?.author).to.deep.equal([
      {
        '@type': 'Person',
        name: 'Jane Roe',
        honorificSuffix: 'MS, LPC',
        hasCredential: ['MS', 'LPC'].map((name) => ({ '@type': 'EducationalOccupationalCredential', name })),
      },
    ]);
    expect(reviewedBy).to.have.length(1);
    expect('pwned' in globalThis).to.equal(false);
  });

  it('leaves out a review that nobody gave, and leaves a second article undescribed until the first is gone', async () => {
    const { reviewedAt: _, ...unreviewed } = { ...ARTICLE, reviewers: [] };
    shelf.set('first-week', unreviewed);
    const one = html`<care-article
      endpoint="https://d.invalid/"
      source="shelf"
      slug="first-week"
      with-structured-data
    ></care-article>`;
    const root = fixtureSync<HTMLElement>(html`<div>${one}${one}</div>`);
    const [first, second] = root.querySelectorAll('care-article');
    if (!first || !second) throw new Error('no articles');
    await Promise.all([settled(first), settled(second)]);
    expect(dataIn(root)).to.have.length(1);
    expect(dataIn(first)[0]).not.to.match(/review/i);
    first.withStructuredData = false;
    await first.updateComplete;
    second.requestUpdate();
    await second.updateComplete;
    expect([dataIn(first).length, dataIn(second).length]).to.deep.equal([0, 1]);
  });
});

describe('care-article: the page’s address', () => {
  const asked = html`<care-article endpoint="https://e.invalid/" source="shelf" slug-param="article"
    ><p>All articles</p></care-article
  >`;

  it('shows the article that the parameter names, and follows the address', async () => {
    history.replaceState(null, '', '?article=first-week&slug=x');
    const element = await show(asked);
    expect(titleIn(element)?.textContent).to.equal('The first week');
    history.pushState(null, '', '?article=second-week');
    // WebKit 2.50 has no Navigation API: there an app's router tells, or nobody does
    if (!window.navigation) dispatchEvent(new PopStateEvent('popstate'));
    await settled(element);
    expect(titleIn(element)?.textContent).to.equal('The second week');
    history.back();
    await settled(element);
    expect(titleIn(element)?.textContent).to.equal('The first week');
    expect(element.querySelectorAll('[slot=body]')).to.have.length(1);
  });

  it('keeps the fallback where the address names none', async () => {
    history.replaceState(null, '', '?other=1');
    const element = await show(asked);
    expect(element.error?.code).to.equal('not-configured');
    expect(showsFallback(element)).to.equal(true);
    expect(said[0]).to.contain('?article=');
  });
});

describe('care-article: failure', () => {
  const asked = html`<care-article endpoint="https://f.invalid/" source="shelf" slug="first-week"
    ><p>Ours</p></care-article
  >`;

  it('shows the fallback again where another article cannot be had', async () => {
    const element = await show(asked);
    element.slug = 'nothing';
    await settled(element);
    expect(element.error?.code).to.equal('not-found');
    expect(element.querySelector('[slot=body]')).to.equal(null);
    expect(showsFallback(element)).to.equal(true);
  });

  it('vanishes with its fallback once it is withdrawn', async () => {
    const element = await show(asked);
    shelf.delete('first-week');
    await element.reload();
    expect(element.error?.code).to.equal('gone');
    expect(element.querySelector('[slot=body]')).to.equal(null);
    expect(showsFallback(element)).to.equal(false);
    expect(element.getBoundingClientRect().height).to.equal(0);
  });

  it('keeps the text where asking again fails', async () => {
    const element = await show(asked);
    shelf.set('first-week', new CareError('server'));
    await element.reload();
    expect(element.state).to.equal('ready');
    expect(bodyIn(element).textContent).to.contain('Nobody arrives');
  });

  it('holds the text through a move', async () => {
    const element = await show(
      html`<care-article endpoint="https://g.invalid/" source="shelf" slug="first-week"></care-article>`,
    );
    const elsewhere = fixtureSync<HTMLElement>(html`<div></div>`);
    elsewhere.append(element);
    await element.updateComplete;
    expect(bodyIn(element).textContent).to.contain('Nobody arrives');
    expect(depths).to.have.length(1);
  });
});

describe('reading time', () => {
  for (const [language, text, minutes] of [
    ['en', 'word '.repeat(456), 2],
    ['es-MX', 'palabra '.repeat(654), 3],
    ['ja', '日'.repeat(714), 2],
    ['zh', '字'.repeat(510), 2],
    ['th', 'ภาษาไทย'.repeat(200), 2],
    ['', 'word '.repeat(400), 2],
    ['en', '', 1],
    ['(', 'x', 1],
  ] as const) {
    it(`${language || 'no language'}: ${minutes}`, () => {
      expect(readingMinutes(text, language)).to.equal(minutes);
    });
  }
});

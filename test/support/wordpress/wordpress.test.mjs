// The built cards against a real WordPress. Run by scripts/test-wordpress.mjs, which starts and seeds it.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { OUTCOMES, cli, openBlog, settled } from './blog.mjs';

const { WORDPRESS } = process.env;
const PUBLIC_POSTS = 49;

let blog;
let view;
/** Its posts as it tells them itself. */
let posts;

before(async () => {
  blog = await openBlog();
  const answer = await fetch(`${WORDPRESS}/wp-json/wp/v2/posts?per_page=100&_fields=id,slug,title`);
  posts = await answer.json();
});
after(() => blog?.close());
afterEach(async () => {
  await view?.close();
  view = undefined;
});

const open = async (body, options) => (view = await blog.open(blog.page(body), options));

const card = (attributes) => `<care-article-card ${attributes}></care-article-card>`;

/** Settles once no card loads any more: what each has become. */
const outcomes = async () => {
  await settled(view.page, 'care-article-card');
  return view.page.evaluate(() =>
    [...document.querySelectorAll('care-article-card')].map((element) => {
      const part = (name) => element.shadowRoot.querySelector(`[part~="${name}"]`);
      return {
        name: element.id || element.slug || element.articleId,
        state: element.state,
        code: element.error?.code,
        title: part('title')?.textContent.trim(),
        isRightToLeft: part('title')?.matches(':dir(rtl)'),
        href: part('link')?.href,
        excerpt: part('excerpt')?.textContent.trim(),
        byline: part('byline')?.textContent.replace(/\s+/g, ' ').trim(),
        date: part('date')?.textContent,
        image: part('image')?.src,
      };
    }),
  );
};

/** The titles as a browser reads them, scripts left out: worked out on a blank page, where nothing can run. */
const titlesAsRead = async () => {
  const page = await blog.browser.newPage({ javaScriptEnabled: true });
  const titles = await page.evaluate(
    (list) =>
      list.map((rendered) => {
        const { body } = new DOMParser().parseFromString(rendered, 'text/html');
        body.querySelectorAll('script').forEach((script) => script.remove());
        return body.textContent.replace(/\s+/g, ' ').trim();
      }),
    posts.map(({ title }) => title.rendered),
  );
  await page.close();
  return titles;
};

describe('a real WordPress', () => {
  it('fills a card for every public post, by slug and by id, twenty a request', async () => {
    assert.equal(posts.length, PUBLIC_POSTS);
    await open(
      [...posts.map(({ slug }) => card(`slug="${slug}"`)), ...posts.map(({ id }) => card(`article-id="${id}"`))].join(
        '\n',
      ),
    );
    const found = await outcomes();
    const titles = (await titlesAsRead()).map((title) => title || 'Untitled article');
    assert.deepEqual(
      found.map(({ state }) => state),
      Array(2 * PUBLIC_POSTS).fill('ready'),
    );
    assert.deepEqual(
      found.map(({ title }) => title.replace(/\s+/g, ' ')),
      [...titles, ...titles],
    );
    assert.equal(new Set(titles).size, PUBLIC_POSTS);
    assert.ok(titles.includes('A parent’s guide to adolescent programs'));
    // each batch of twenty: its slugs, its ids, or both
    assert.ok(blog.asked.length <= 2 * Math.ceil((2 * PUBLIC_POSTS) / 20), blog.asked.join('\n'));
  });

  it('answers 100 cards in five requests, also where half of them do not exist', async () => {
    const missing = Array.from({ length: 100 - PUBLIC_POSTS }, (_, index) => `not-there-${index}`);
    await open([...posts.map(({ slug }) => slug), ...missing].map((slug) => card(`slug="${slug}"`)).join('\n'));
    const found = await outcomes();
    assert.equal(found.filter(({ state }) => state === 'ready').length, PUBLIC_POSTS);
    assert.equal(found.filter(({ code }) => code === 'not-found').length, 100 - PUBLIC_POSTS);
    assert.equal(blog.asked.length, 5, blog.asked.join('\n'));
  });

  it('shows of odd posts what there is', async () => {
    const slugs = [
      'sleep-and-early-recovery',
      'protected-notes',
      'no-author',
      'picture-deleted',
      'picture-of-a-draft',
      'no-picture',
    ];
    await open([...slugs, 'entities', '1106-2'].map((slug) => card(`slug="${slug}"`)).join('\n'));
    const [usual, locked, orphan, deleted, draft, plain, entities, untitled] = await outcomes();
    assert.equal(usual.byline, 'By Dr. Jordan Rivera');
    assert.equal(usual.date, 'May 27, 2025');
    assert.ok(usual.image.startsWith(`${WORDPRESS}/wp-content/uploads/`));
    assert.equal(usual.href, `${WORDPRESS}/sleep-and-early-recovery/`);
    assert.ok(usual.excerpt.length > 20);
    assert.equal(locked.state, 'ready');
    assert.equal(locked.excerpt, undefined);
    assert.equal(orphan.byline, undefined);
    assert.deepEqual([deleted.image, draft.image, plain.image], [undefined, undefined, undefined]);
    assert.equal(
      entities.title,
      'It’s okay to ask: “What now?” Anxiety & depression — plain answers ’ 5 < 6…'.replace('…', '...'),
    );
    assert.equal(entities.excerpt.includes('&amp;') || entities.excerpt.includes('<'), false);
    assert.equal(untitled.title, 'Untitled article');
  });

  it('finds an Arabic slug as people write it and as it is encoded', async () => {
    const { slug } = posts.find(({ id }) => id === 1110);
    await open(card(`slug="${slug}"`) + card(`slug="${decodeURIComponent(slug)}"`));
    for (const { state, title, isRightToLeft } of await outcomes()) {
      assert.deepEqual([state, title, isRightToLeft], ['ready', 'الأيام الأولى في العلاج (Detox) — دليل', true]);
    }
  });

  it('gives nothing away that is not public', async () => {
    await open(['1103', '1104', '1105'].map((id) => card(`article-id="${id}"`)).join('') + card('slug="private-note"'));
    const found = await outcomes();
    assert.deepEqual(
      found.map(({ code }) => code),
      Array(4).fill('not-found'),
    );
  });

  it('runs nothing of hostile posts, and loads a picture', async () => {
    await open(`${card('slug="hostile"')}${card('slug="hostile-kses"')}`);
    const found = await outcomes();
    assert.deepEqual(
      found.map(({ state }) => state),
      ['ready', 'ready'],
    );
    assert.equal(found[0].title.replace(/\s+/g, ' '), 'Hostile title');
    await view.page.waitForFunction(
      () => document.querySelector('care-article-card').shadowRoot.querySelector('img').naturalWidth > 0,
    );
    assert.equal(await view.page.evaluate(() => globalThis.__pwned), undefined);
  });

  it('shows the newest post, and another post type by its own address', async () => {
    const [newest] = await (await fetch(`${WORDPRESS}/wp-json/wp/v2/posts?per_page=1&_fields=slug`)).json();
    await open(
      card('latest id="latest"') +
        card(`endpoint="${WORDPRESS}/wp-json/wp/v2/programs" article-id="1201" id="program"`),
    );
    const [latest, program] = await outcomes();
    assert.equal(latest.href, `${WORDPRESS}/${newest.slug}/`);
    assert.equal(program.title, 'Residential');
  });

  it('meets every misbehaviour with the right error, or reads on', async () => {
    const cards = Object.keys(OUTCOMES).map((lab) =>
      card(
        `id="${lab}" endpoint="${WORDPRESS}/?lab=${lab}" slug="start-here" ${lab.includes('timeout') ? 'timeout="700"' : ''}`,
      ),
    );
    await open(cards.join('\n'), { errors: true });
    const found = await outcomes();
    assert.deepEqual(Object.fromEntries(found.map(({ name, state, code }) => [name, [state, code]])), OUTCOMES);
    for (const url of blog.asked) assert.match(url, /[?&]lab=\w+/);
    assert.equal(found.find(({ name }) => name === 'nousers').byline, undefined);
    assert.equal(found.find(({ name }) => name === 'notice').title, 'Start here: how to reach us');
    for (const code of ['forbidden', 'network', 'timeout', 'server', 'rate-limited', 'malformed'])
      assert.ok(
        view.warnings.some((text) => text.startsWith(`<care-article-card> ${code}`)),
        code,
      );
  });
});

for (const isFlushed of [false, true]) {
  describe(`a WordPress with plain permalinks${isFlushed ? ' that has flushed its rules' : ''}`, () => {
    const structure = (value) => {
      cli('option', 'update', 'permalink_structure', value);
      if (isFlushed) cli('rewrite', 'flush'); // as its settings page does: /wp-json/ leads to an HTML page from now on
    };
    before(() => structure(''));
    after(() => structure('/%postname%/'));

    it('is read through ?rest_route=, named or found out', async () => {
      await open(
        card('slug="start-here"') +
          card(`endpoint="${WORDPRESS}/?rest_route=/" slug="start-here"`) +
          card('article-id="1002"'),
        { errors: true }, // the browser itself reports the 404 of /wp-json/
      );
      const found = await outcomes();
      assert.deepEqual(
        found.map(({ state, title }) => [state, title]),
        [
          ['ready', 'Start here: how to reach us'],
          ['ready', 'Start here: how to reach us'],
          ['ready', 'Five signs a loved one needs help'],
        ],
      );
      assert.ok(blog.asked.some((url) => url.includes('rest_route=/wp/v2/posts')));
    });
  });
}

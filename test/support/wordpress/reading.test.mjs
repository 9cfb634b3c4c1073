// The built reading elements against a real WordPress: a partner clinic's two pages, every public post as a whole
// article, and sites that misbehave. Run by scripts/test-wordpress.mjs, which starts and seeds it.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { idle } from '../page-server.mjs';
import { OUTCOMES, cli, openBlog, settled } from './blog.mjs';

const { WORDPRESS } = process.env;

let blog;
let view;
/** The published posts as the blog's database holds them, the newest first. */
let posts;

const FACTS = `
  echo json_encode(array_map(fn ($p) => [
    'id' => $p->ID, 'slug' => urldecode($p->post_name), 'title' => $p->post_title, 'content' => $p->post_content,
    'author' => get_userdata($p->post_author)->display_name ?? null, 'day' => substr($p->post_date, 0, 10),
    'moment' => get_post_time('U', true, $p), 'isProtected' => $p->post_password !== '',
    'categories' => array_map(fn ($c) => html_entity_decode($c->name), get_the_category($p->ID)),
    'slugs' => array_map(fn ($c) => $c->slug, get_the_category($p->ID)),
    'picture' => ($t = get_post_thumbnail_id($p->ID)) && get_post($t)
      ? ['parent' => get_post_status(get_post($t)->post_parent ?: $p->ID), 'alt' => get_post_meta($t, '_wp_attachment_image_alt', true),
         'file' => preg_replace('/-scaled$/', '', pathinfo(get_attached_file($t), PATHINFO_FILENAME))] : null,
  ], get_posts(['numberposts' => -1, 'orderby' => 'date', 'order' => 'DESC'])));`;

before(async () => {
  blog = await openBlog();
  posts = JSON.parse(cli('eval', FACTS));
});
after(() => blog?.close());
afterEach(async () => {
  await view?.close();
  view = undefined;
});

const open = async (body, { page, ...options } = {}) => (view = await blog.open(blog.page(body, page), options));
const isStrange = ({ slug }) => /^hostile/.test(slug);

/** What an element of ours shows, read in the page: text of parts, own and in its body. */
const readArticles = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('care-article')].map((element) => {
      const part = (name) => element.shadowRoot.querySelector(`[part~="${name}"]`);
      const title = element.querySelector(':scope > [data-care-heading] > [part=title]');
      const words = (node) => node?.textContent.replace(/\s+/g, ' ').trim();
      const textsIn = (node) => (node.nodeType === 3 ? [node.data] : [...node.childNodes].flatMap(textsIn));
      const body = element.querySelector('[slot=body]') ?? part('body');
      return {
        slug: element.slug ?? element.id,
        state: element.state,
        code: element.error?.code,
        title: words(title),
        byline: words(part('byline')),
        published: part('published')?.querySelector('time')?.dateTime,
        attribution: words(part('attribution')),
        categories: [...element.shadowRoot.querySelectorAll('[part~=category]')].map(words),
        picture: part('image') && { src: part('image').src, alt: part('image').alt },
        isProtected: !!part('protected'),
        source: part('source')?.href,
        text: body && textsIn(body).join(' '),
        direction: body && getComputedStyle(body.querySelector('p') ?? body).direction,
        titleDirection: title && getComputedStyle(title).direction,
      };
    }),
  );

/** A text as words, without what typography changes: quotes, dashes, dots. */
const wordsOf = (text = '') => text.normalize('NFC').match(/[\p{L}\p{N}\p{Extended_Pictographic}]+/gu) ?? [];

/** The words of a post in the database: markup, block comments and shortcodes away, entities read. */
const wordsInDatabase = async (contents) => {
  const page = await blog.browser.newPage();
  const texts = await page.evaluate(
    (list) =>
      list.map((content) => {
        const { body } = new DOMParser().parseFromString(
          content.replace(/\[(?:gallery|contact-form-7|unknown_shortcode|\/?caption|\/?embed)[^\]]*\]/g, ' '),
          'text/html',
        );
        // what a video's address becomes is a link in words
        return body.innerHTML.replace(/<[^>]*>/g, ' ').replace(/https?:\/\/\S+/g, ' ');
      }),
    contents,
  );
  const read = await page.evaluate(
    (list) => list.map((text) => new DOMParser().parseFromString(text, 'text/html').documentElement.textContent),
    texts,
  );
  await page.close();
  return read.map(wordsOf);
};

/** The words that are missing from `found`, or stand there in another order. */
const missingFrom = (wanted, found) => {
  let at = 0;
  return wanted.filter((word) => {
    const next = found.indexOf(word, at);
    if (next < 0) return true;
    at = next + 1;
    return false;
  });
};

describe('every public post as a whole article', () => {
  it('has the title, byline, day, picture, categories and words of the database, in three requests', async () => {
    await open(posts.map(({ slug }) => `<care-article slug="${slug}" heading-level="2"></care-article>`).join('\n'));
    await settled(view.page);
    const found = await readArticles(view.page);
    assert.equal(found.length, 49);
    assert.deepEqual(
      found.filter(({ state }) => state !== 'ready'),
      [],
    );
    assert.equal(blog.asked.length, 3, blog.asked.join('\n'));
    const wanted = await wordsInDatabase(posts.map(({ content }) => content));
    for (const [index, post] of posts.entries()) {
      const { slug, author, day, categories, picture, isProtected } = post;
      const shown = found[index];
      assert.equal(shown.slug, slug);
      assert.equal(shown.byline, author ? `By ${author}` : undefined, slug);
      assert.equal(shown.published?.slice(0, 10), day, slug);
      assert.deepEqual([...shown.categories].sort(), [...categories].sort(), slug);
      assert.equal(shown.isProtected, isProtected, slug);
      assert.match(shown.attribution, /^Originally published by .+ on /, slug);
      if (picture && picture.parent === 'publish') {
        assert.ok(shown.picture.src.startsWith(`${WORDPRESS}/wp-content/uploads/`), slug);
        assert.ok(shown.picture.src.includes(picture.file), `${slug}: ${shown.picture.src}`);
        assert.equal(shown.picture.alt, picture.alt.replace(/<[^>]*>/g, ''), slug);
      } else {
        assert.equal(shown.picture, null, slug);
      }
      if (isStrange(post)) continue;
      if (!isProtected) assert.deepEqual(missingFrom(wanted[index], wordsOf(shown.text)), [], slug);
      const title = wordsOf(shown.title);
      const written = wordsOf(post.title.replace(/<[^>]*>/g, '').replace('&#8217;', '’'));
      assert.deepEqual(title, written.length ? written : ['Untitled', 'article'], slug);
    }
  });

  it('reads a protected post’s title only, and says where the text can be had', async () => {
    await open('<care-article slug="protected-notes"></care-article>');
    await settled(view.page);
    const [locked] = await readArticles(view.page);
    assert.equal(locked.title, 'Notes for families in the programme');
    assert.equal(locked.text, null);
    assert.equal(locked.source, `${WORDPRESS}/protected-notes/`);
    assert.ok(!(await view.page.content()).includes('SECRET'));
  });

  it('gives nothing away that is not public, and keeps the fallback there', async () => {
    const ids = ['1103', '1104', '1105'];
    await open(
      ids.map((id) => `<care-article id="a${id}" article-id="${id}"><p>Call us</p></care-article>`).join('') +
        '<care-post-nav article-id="1105"><p>More</p></care-post-nav><care-author article-id="1105"><p>Us</p></care-author>',
    );
    await settled(view.page);
    assert.deepEqual(
      (await readArticles(view.page)).map(({ code }) => code),
      Array(3).fill('not-found'),
    );
    for (const words of ['Call us', 'More', 'Us'])
      assert.ok(await view.page.getByText(words, { exact: true }).first().isVisible(), words);
  });

  it('sets Arabic and Hebrew from right to left, title and text, on a page from left to right', async () => {
    const { slug } = posts.find(({ id }) => id === 1110);
    await open(`<care-article slug="${slug}"></care-article><care-article slug="hebrew"></care-article>`);
    await settled(view.page);
    for (const { direction, titleDirection, text } of await readArticles(view.page)) {
      assert.deepEqual([direction, titleDirection], ['rtl', 'rtl'], text);
    }
  });

  it('puts the author that was removed nowhere, also in care-author', async () => {
    await open('<care-article slug="no-author"></care-article><care-author slug="no-author"></care-author>');
    await settled(view.page);
    assert.equal((await readArticles(view.page))[0].byline, undefined);
    assert.equal(await view.page.evaluate(() => document.querySelector('care-author').state), 'empty');
  });

  it('loads the pictures of a text, and none from elsewhere', async () => {
    await open('<care-article slug="blocks"></care-article><care-article slug="classic" isolated></care-article>');
    await settled(view.page);
    await view.page.evaluate(async () => {
      for (let top = 0; top < document.body.scrollHeight; top += 400) {
        scrollTo(0, top);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
    await view.page.waitForFunction(() => {
      const inside = document.querySelector('care-article[isolated]').shadowRoot.querySelectorAll('img');
      return [...document.querySelectorAll('[slot=body] img'), ...inside].every((image) => image.naturalWidth);
    });
    const { frames, players, tables, sameText } = await view.page.evaluate(() => {
      const body = document.querySelector('[slot=body]');
      return {
        frames: body.querySelectorAll('iframe, object, script, style, form').length,
        players: [...body.querySelectorAll('video, audio')].map(({ src, controls, preload }) => [
          new URL(src).origin,
          controls,
          preload,
        ]),
        tables: body.querySelectorAll('table caption, figcaption').length,
        sameText: body.textContent.includes("<script>alert('shown, not run')</script>"),
      };
    });
    assert.equal(frames, 0);
    assert.ok(players.length, 'a player of the blog’s own');
    for (const player of players) assert.deepEqual(player, [WORDPRESS, true, 'none']);
    assert.ok(tables > 2, `${tables} captions`);
    assert.equal(sameText, true);
  });
});

describe('hostile posts', () => {
  const elements = [
    '<care-article slug="hostile"></care-article>',
    '<care-article slug="hostile" isolated with-toc with-structured-data></care-article>',
    '<care-article slug="hostile" excerpt-only></care-article>',
    '<care-article slug="hostile-kses" with-toc></care-article>',
    '<care-article-list search="hostile" with-filter with-search></care-article-list>',
    '<care-post-nav slug="classic"></care-post-nav><care-author slug="hostile-kses"></care-author>',
  ].join('');

  it('run nothing, navigate nowhere, cover nothing, and leave the page and its scripts as they were', async () => {
    await open(`<h1 id="host">The clinic</h1><a id="phone" href="tel:+15550100">Call</a>${elements}`);
    const url = view.page.url();
    await settled(view.page);
    await idle(view.page);
    const state = await view.page.evaluate(() => {
      const hit = (id) => {
        const { x, y, width, height } = document.getElementById(id).getBoundingClientRect();
        return document.elementFromPoint(x + width / 2, y + height / 2)?.id;
      };
      const all = [...document.querySelectorAll('care-article, care-article-list, care-post-nav')];
      const roots = all.flatMap((element) => [element, element.shadowRoot]);
      const within = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
      return {
        pwned: globalThis.__pwned,
        covered: [hit('host'), hit('phone')],
        display: getComputedStyle(document.body).display,
        shared: [
          typeof document.cookie,
          typeof document.getElementById,
          document.forms instanceof HTMLCollection,
          document.body instanceof HTMLBodyElement,
          document.body.childNodes instanceof NodeList,
          document.title,
          document.baseURI === location.href,
        ],
        addresses: within('a[href], area[href]')
          .map((link) => link.protocol)
          .filter((protocol) => !['http:', 'https:', 'tel:', 'mailto:'].includes(protocol)),
        elements: within(
          'script:not([type="application/ld+json"]), style, iframe, object, embed, form:not([part=search]), base, meta, link, svg:not([part=search] svg), math, template, video[autoplay], audio[autoplay], :is(video, audio):not([controls][preload=none]), x-evil',
        ).map(({ outerHTML }) => outerHTML),
        handlers: within('*').flatMap((element) =>
          element.getAttributeNames().filter((name) => /^on|^style$|^formaction$/.test(name)),
        ),
        clashes: within('[id]')
          .map(({ id }) => id)
          .filter((id) => ['forms', 'cookie', 'body', 'host', 'location'].includes(id)),
        names: within('[name]:not(slot:is([name=title], [name=body], [name=loading], [name=error]))').map((element) =>
          element.getAttribute('name'),
        ),
      };
    });
    assert.deepEqual(state, {
      pwned: undefined,
      covered: ['host', 'phone'],
      display: 'block',
      shared: ['string', 'function', true, true, true, 'Host', true],
      addresses: [],
      elements: [],
      handlers: [],
      clashes: [],
      names: [],
    });
    assert.equal(view.page.url(), url);
    const [first] = await readArticles(view.page);
    for (const words of ['Visible first paragraph of the hostile post.', 'overlay + id clobbering', 'Last paragraph.'])
      assert.ok(first.text.includes(words), words);
  });

  it('run nothing either when a visitor follows each of their links', async () => {
    await open(elements);
    await settled(view.page);
    const links = await view.page.evaluate(() => {
      let count = 0;
      addEventListener('click', (event) => event.preventDefault()); // none may have run by now; the rest would only leave
      for (const link of document.querySelectorAll('[slot=body] a, [slot=body] summary, [slot=body] details')) {
        link.click();
        count++;
      }
      return count;
    });
    assert.ok(links > 4, `${links} links`);
    assert.equal(await view.page.evaluate(() => globalThis.__pwned), undefined);
  });
});

describe('a page with list, article, navigation, categories and author', () => {
  const everything = `<care-article-list with-filter with-more with-search></care-article-list>
    <care-article slug-param="article" with-toc></care-article>
    <care-post-nav slug-param="article"></care-post-nav>
    <care-categories></care-categories>
    <care-author slug-param="article" with-glossary></care-author>`;
  for (const [what, pick] of [
    ['of a year ago', () => posts[20]],
    ['that is the newest, on a blog that fell silent', () => posts[0]],
    ['that is the newest but one', () => posts[1]],
    ['that is the very first', () => posts.at(-1)],
    ['between older and newer ones of the same week', () => posts.find(({ slug }) => slug === 'emoji')],
  ]) {
    it(`makes no request that is not needed, with an article ${what}`, async () => {
      const { slug } = pick();
      view = await blog.open(`${blog.page(everything)}?article=${encodeURIComponent(slug)}`);
      await settled(view.page);
      // the list, the article, one for each neighbour, the categories
      assert.ok(blog.asked.length <= 5, blog.asked.join('\n'));
      const states = await view.page.evaluate(() =>
        ['care-article-list', 'care-article', 'care-post-nav', 'care-categories', 'care-author'].map(
          (tag) => document.querySelector(tag).state,
        ),
      );
      // the author of the very first post was removed
      assert.deepEqual(states, [...Array(4).fill('ready'), pick().author ? 'ready' : 'empty']);
      // next and previous as the database has them
      const at = posts.findIndex((post) => post.slug === slug);
      const around = await view.page.evaluate(() =>
        ['previous', 'next'].map(
          (part) => document.querySelector('care-post-nav').shadowRoot.querySelector(`[part~=${part}]`)?.href ?? null,
        ),
      );
      const addressOf = (post) => (post ? `${WORDPRESS}/${encodeURIComponent(post.slug)}/` : null);
      assert.deepEqual(
        around.map((url) => url?.toLowerCase() ?? null),
        [posts[at + 1], posts[at - 1]].map((post) => addressOf(post)?.toLowerCase() ?? null),
      );
    });
  }
});

describe('a partner clinic rebuilds the blog with two snippets', () => {
  const SETTINGS = 'data-care-article-url="/resources?article={slug}" data-care-category-url="/topics/{slug}"';
  const list = () =>
    blog.page('<h1>Resources</h1><care-article-list with-filter with-search with-more></care-article-list>', {
      settings: SETTINGS,
    });
  const article = () =>
    blog.page(
      '<care-article slug-param="article" heading-level="1"></care-article><care-post-nav slug-param="article"></care-post-nav>',
      { settings: SETTINGS, name: '/resources' },
    );
  const inList = (selector) =>
    view.page.evaluate(
      (wanted) =>
        [...document.querySelector('care-article-list').shadowRoot.querySelectorAll(wanted)].map((element) =>
          element.textContent.replace(/\s+/g, ' ').trim(),
        ),
      selector,
    );
  const announced = (text) =>
    view.page.waitForFunction(
      (wanted) =>
        document
          .querySelector('care-article-list')
          .shadowRoot.querySelector('[part=status][aria-live=polite]')
          ?.textContent.trim() === wanted,
      text,
    );
  const TITLES = '[part=list] [part~=title]';

  it('from the list to an article, to the one before it, and back, keeping the reader here', async () => {
    article();
    view = await blog.open(list());
    await settled(view.page);
    const [, second] = posts;
    const first = await view.page.evaluate(
      () => document.querySelector('care-article-list').shadowRoot.querySelectorAll('[part~=link]')[0].href,
    );
    assert.match(first, new RegExp(`^${blog.site.origin}/resources\\?article=`));
    await view.page.getByRole('link', { name: second.title.replaceAll("'", '’') }).click();
    await view.page.waitForURL(/resources\?article=/);
    await settled(view.page, 'care-article, care-post-nav');
    let [shown] = await readArticles(view.page);
    assert.equal(shown.title, second.title.replaceAll("'", '’'));
    assert.equal(shown.byline, `By ${second.author}`);
    assert.equal(await view.page.getByRole('heading', { level: 1 }).count(), 1);
    await view.page.getByRole('link', { name: /^Earlier/ }).click();
    await view.page.waitForURL(new RegExp(`article=${posts[2].slug}`));
    await settled(view.page, 'care-article, care-post-nav');
    [shown] = await readArticles(view.page);
    assert.equal(shown.title, posts[2].title.replaceAll("'", '’'));
    await view.page.getByRole('link', { name: /^Later/ }).click();
    await view.page.waitForURL(new RegExp(`article=${second.slug}`));
    await view.page.goBack();
    await view.page.waitForURL(new RegExp(`article=${posts[2].slug}`));
    await settled(view.page, 'care-article');
    assert.equal((await readArticles(view.page))[0].title, posts[2].title.replaceAll("'", '’'));
    const topics = await view.page.evaluate(() =>
      [...document.querySelector('care-article').shadowRoot.querySelectorAll('a[part~=category]')].map(
        ({ href }) => href,
      ),
    );
    assert.deepEqual(
      topics,
      posts[2].slugs.map((slug) => `${blog.site.origin}/topics/${slug}`),
    );
  });

  it('shows the articles of a topic, by the blog’s own categories, and how many', async () => {
    view = await blog.open(list());
    await settled(view.page);
    // the controls come by themselves, into the place that is kept for them
    await view.page.locator('care-article-list [part=topic]').nth(1).waitFor();
    const topics = await inList('[part=topic]');
    const inUse = [...new Set(posts.flatMap(({ categories }) => categories))];
    assert.deepEqual([...topics.slice(1)].sort(), [...inUse].sort());
    assert.equal(topics[0], 'All topics');
    const family = posts.filter(({ slugs }) => slugs.includes('family'));
    await view.page.getByRole('button', { name: 'Family' }).click();
    await announced(`6 of ${family.length} articles in Family`);
    assert.deepEqual(
      (await inList(TITLES)).map((title) => wordsOf(title).join(' ')),
      family.slice(0, 6).map(({ title }) => wordsOf(title).join(' ')),
    );
    await view.page.getByRole('button', { name: 'All topics' }).click();
    await announced('6 of 49 articles');
  });

  it('finds what is typed, and says so where nothing is found', async () => {
    view = await blog.open(list());
    await settled(view.page);
    await view.page.getByRole('searchbox').fill('telehealth');
    await announced('1 article for “telehealth”');
    assert.deepEqual(await inList(TITLES), ['Telehealth therapy: does it work?']);
    await view.page.getByRole('searchbox').fill('qwertyuiop');
    await announced('No article matches “qwertyuiop”.');
    await view.page.getByRole('button', { name: 'Show all articles' }).click();
    await announced('6 of 49 articles');
  });

  it('shows more, with the focus on the first new card and the number announced, until there are no more', async () => {
    view = await blog.open(list());
    await settled(view.page);
    const more = view.page.locator('care-article-list [part=more]');
    for (let count = 12; count <= 48; count += 6) {
      assert.equal((await more.textContent()).trim(), 'Show 6 more');
      await more.click();
      await announced(`${count} of 49 articles`);
      const focused = await view.page.evaluate(() => {
        const { shadowRoot } = document.querySelector('care-article-list');
        return [...shadowRoot.querySelectorAll('[part=list] > li')].findIndex((item) =>
          item.contains(shadowRoot.activeElement),
        );
      });
      assert.equal(focused, count - 6, `after ${count}`);
    }
    assert.equal((await more.textContent()).trim(), 'Show 1 more');
    await more.click();
    await announced('49 articles');
    assert.equal(await more.count(), 0);
    const titles = await inList(TITLES);
    assert.equal(new Set(titles).size, 49);
  });
});

describe('sites that misbehave', () => {
  for (const [tag, attributes, text] of [
    ['care-article', 'slug="sleep-and-early-recovery"', 'Sleep and early recovery'],
    ['care-article-list', 'per-page="2" with-filter with-more', 'Five signs a loved one needs help'],
    ['care-post-nav', 'slug="sleep-and-early-recovery"', 'Setting boundaries without guilt'],
    ['care-categories', '', 'Mental Health'],
    ['care-author', 'slug="sleep-and-early-recovery"', 'Dr. Jordan Rivera, PhD, LMFT'],
  ]) {
    it(`${tag}: the right error, or reads on; the fallback stays where it fails`, async () => {
      const elements = Object.keys(OUTCOMES).map(
        (lab) =>
          `<${tag} id="${lab}" endpoint="${WORDPRESS}/?lab=${lab}" ${attributes} ${lab.includes('timeout') ? 'timeout="700"' : ''}><a href="/call">Call us</a></${tag}>`,
      );
      await open(elements.join('\n'), { errors: true });
      await settled(view.page);
      const found = await view.page.evaluate(
        (name) =>
          [...document.querySelectorAll(name)].map((element) => [
            element.id,
            element.state,
            element.error?.code,
            element.querySelector('a').checkVisibility(),
            [...element.querySelectorAll('[data-care-heading]'), ...element.shadowRoot.children]
              .map(({ textContent }) => textContent)
              .join(' '),
          ]),
        tag,
      );
      for (const [lab, state, code, hasFallback, words] of found) {
        const expected = tag === 'care-author' && lab === 'nousers' ? ['empty', undefined] : OUTCOMES[lab];
        assert.deepEqual([state, code], expected, lab);
        assert.equal(hasFallback, state !== 'ready', lab);
        if (state === 'ready') assert.ok(words.includes(text), `${lab}: ${words}`);
      }
      for (const url of blog.asked) assert.match(url, /[?&]lab=\w+/);
    });
  }
});

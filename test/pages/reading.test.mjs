// The demo's list and article page as visitors meet them: by keyboard alone, on a narrow screen, enlarged, in forced
// colours, and as a screen reader is told of them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createDemoServer } from '../../scripts/serve.mjs';
import { startVisits } from '../support/page-server.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LIST = 'resources.html';
const ARTICLE = 'article.html?article=levels-of-care';
const READING = 'care-article, care-article-list, care-post-nav, care-categories, care-author';

const { site: demo, visit } = await startVisits(() => createDemoServer({ isRendered: false, root: ROOT }));
let view;

/** Parts that are loaded by themselves where an attribute wants them. */
const LATE = Object.entries({
  'with-filter': 'topic',
  'with-search': 'search',
  'with-more': 'footer',
  'with-toc': 'toc',
  'with-glossary': 'glossary',
});
const ready = () =>
  view.page.waitForFunction(
    ([selector, late]) =>
      [...document.querySelectorAll(selector)].every((element) => {
        const has = ([name, part]) =>
          !element.hasAttribute(name) || element.shadowRoot.querySelector(`[part~=${part}]`);
        return element.state === 'empty' || (element.state === 'ready' && late.every(has));
      }),
    [READING, LATE],
  );
const open = async (name, options) => {
  view = await visit(demo.url + name, options);
  await ready();
};
const press = async (...keys) => {
  for (const key of keys) await view.page.keyboard.press(key);
};

/** What has the focus, through shadow roots: its words, whether it is seen to have it, whether it is on the screen. */
const focused = () =>
  view.page.evaluate(() => {
    let element = document.activeElement;
    while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    // a card's link covers the card, and rings it
    const ringed = [element, element.closest('[part=card]') ?? element].map((each) => getComputedStyle(each));
    const ring = (style) =>
      style.outlineStyle !== 'none' && style.display !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const label = element.labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? element.textContent;
    return {
      name: label.replace(/\s+/g, ' ').trim(),
      isBody: element === document.body,
      isRinged: [...ringed, getComputedStyle(element, '::after')].some(ring),
      isSeen: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
    };
  });
/** The names of everything that Tab reaches, in order, each with a ring and on the screen. */
const tabThrough = async () => {
  const names = [];
  for (;;) {
    await press('Tab');
    const { name, isBody, isRinged, isSeen } = await focused();
    if (isBody) return names;
    assert.ok(isRinged, `no ring around "${name}"`);
    assert.ok(isSeen, `"${name}" has the focus off the screen`);
    names.push(name);
    assert.ok(names.length < 100, 'a trap for the keyboard');
  }
};
const tabTo = async (name) => {
  for (let count = 0; count < 60; count++) {
    await press('Tab');
    if ((await focused()).name === name) return;
  }
  assert.fail(`Tab does not reach "${name}"`);
};
const status = (text) =>
  view.page.waitForFunction(
    (wanted) =>
      document.querySelector('care-article-list').shadowRoot.querySelector('[part=status]')?.textContent.trim() ===
      wanted,
    text,
  );

const TOPICS = ['En español', 'Family', 'Mental health', 'Recovery', 'Treatment programs'];
const FRAME = [
  'Skip to content',
  '(512) 555-0142',
  'Harbor & Pine Recovery',
  'Programs',
  'Resources',
  'Contact',
  'Español',
];

describe('the list page, by keyboard alone', () => {
  it('is gone through in the order in which it is read, each stop seen', async () => {
    await open(LIST);
    const names = await tabThrough();
    const titles = [
      'What an intensive outpatient program is, and five ways it can help',
      'Qué es un programa ambulatorio intensivo',
      'Levels of care, explained in plain words',
      'Your first week in the program, day by day',
      'How to begin a kind conversation about treatment',
      'Why sleep is so strange in early recovery',
    ];
    assert.deepEqual(names.slice(0, names.indexOf('911')), [
      ...FRAME,
      ...TOPICS,
      'Search articles',
      'Search',
      'All topics',
      ...TOPICS,
      ...titles,
      'Show 6 more',
    ]);
  });

  it('lets a visitor search, choose a topic, see more, and open an article', async () => {
    await open(LIST);
    await tabTo('Search articles');
    await view.page.keyboard.type('levels');
    await press('Enter');
    await status('1 article for “levels”');
    assert.equal((await focused()).name, 'Search articles');
    await press('ControlOrMeta+a', 'Delete', 'Enter');
    await status('6 of 12 articles');
    await tabTo('Recovery');
    await press('Space');
    await status('5 articles in Recovery');
    assert.equal((await focused()).name, 'Recovery');
    await press(...Array(4).fill('Shift+Tab'), 'Enter');
    await status('6 of 12 articles');
    await tabTo('Show 6 more');
    await press('Enter');
    await status('12 articles');
    const seventh = await focused();
    assert.equal(seventh.name, 'Apoyar a un familiar sin perderse por el camino');
    assert.ok(seventh.isRinged && seventh.isSeen);
    await press('Enter');
    await view.page.waitForURL(/article=apoyar-sin-perderse/);
    await ready();
    assert.equal(await view.page.getByRole('heading', { level: 1 }).textContent(), seventh.name);
  });

  it('keeps the focus where nothing is found, and takes the way back', async () => {
    await open(LIST);
    await tabTo('Search articles');
    await view.page.keyboard.type('qwertyuiop');
    await status('No article matches “qwertyuiop”.');
    await tabTo('Show all articles');
    await press('Enter');
    await status('6 of 12 articles');
    assert.equal((await focused()).name, 'Search articles');
  });
});

describe('the article page, by keyboard alone', () => {
  it('is gone through in the order in which it is read, each stop seen', async () => {
    await open(ARTICLE);
    const names = await tabThrough();
    assert.deepEqual(names.slice(0, names.indexOf('Earlier Your first week in the program, day by day') + 2), [
      ...FRAME,
      'Resources',
      'Marcus Bell',
      'Dr. Amara Osei',
      'On this page (4)',
      'Skip to the comparison table',
      'How common levels of care compare',
      'Treatment programs',
      'Marcus Bell',
      'Dr. Amara Osei',
      'What the letters stand for',
      'Earlier Your first week in the program, day by day',
      'Later Qué es un programa ambulatorio intensivo',
    ]);
    assert.deepEqual(
      names.slice(names.indexOf('Later Qué es un programa ambulatorio intensivo') + 1).slice(0, 5),
      TOPICS,
    );
  });

  it('leads from the contents to a section, and on from there', async () => {
    await open(ARTICLE);
    await tabTo('On this page (4)');
    await press('Enter');
    await tabTo('The levels side by side');
    await press('Enter');
    await view.page.waitForFunction(() => scrollY > 300);
    const top = await view.page.evaluate(
      () =>
        [...document.querySelectorAll('h2')]
          .find(({ textContent }) => textContent.includes('side by side'))
          .getBoundingClientRect().top,
    );
    assert.ok(top >= 0 && top < 400, `${top} px`);
    await press('Tab');
    assert.equal((await focused()).name, 'How common levels of care compare');
  });

  it('opens what the letters stand for, and closes it', async () => {
    await open(ARTICLE);
    await tabTo('What the letters stand for');
    const shows = () => view.page.getByText('Licensed Clinical Social Worker').isVisible();
    assert.equal(await shows(), false);
    await press('Enter');
    assert.equal(await shows(), true);
    await press('Space');
    assert.equal(await shows(), false);
  });

  it('leads to the article before, and to the one after', async () => {
    await open(ARTICLE);
    await tabTo('Earlier Your first week in the program, day by day');
    await press('Enter');
    await view.page.waitForURL(/article=first-week/);
    await ready();
    await tabTo('Later Levels of care, explained in plain words');
    await press('Enter');
    await view.page.waitForURL(/article=levels-of-care/);
  });

  it('scrolls a wide table by the arrow keys', async () => {
    await open(ARTICLE, { viewport: { width: 320, height: 640 } });
    await tabTo('How common levels of care compare');
    await press(...Array(6).fill('ArrowRight'));
    await view.page.waitForFunction(() => document.activeElement.scrollLeft > 0);
  });

  it('keeps the caption of a wide table in view while the table scrolls', async () => {
    await open(ARTICLE, { viewport: { width: 320, height: 640 } });
    for (const dir of ['ltr', 'rtl']) {
      const { caption, region } = await view.page.evaluate((direction) => {
        document.documentElement.dir = direction;
        const element = document.querySelector('[data-care-body] caption');
        element.closest('[data-care-body]').dir = direction;
        const box = element.closest('[role=region]');
        box.scrollLeft = direction === 'rtl' ? -200 : 200;
        const sides = ({ left, right }) => ({ left, right });
        return { caption: sides(element.getBoundingClientRect()), region: sides(box.getBoundingClientRect()) };
      }, dir);
      assert.ok(
        caption.left >= region.left - 1 && caption.right <= region.right + 1,
        JSON.stringify({ caption, region }),
      );
    }
  });
});

describe('the demo pages on narrow screens', () => {
  const screens = {
    '320 px': { viewport: { width: 320, height: 640 } },
    '320 px with wide letters and lines': { viewport: { width: 320, height: 640 }, spacing: true },
    '1280 px at 400 %': { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
  };
  const pages = [
    LIST,
    ARTICLE,
    'article.html?article=apoyar-sin-perderse',
    'topics/recovery.html',
    'es.html',
    'rtl.html',
    'index.html',
  ];
  /** WCAG 1.4.12: what visitors may set by a style sheet of their own, which stands above those of pages and elements. */
  const spaceText = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }',
    );
    const spread = (root) => {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) spread(shadowRoot);
    };
    spread(document);
  };
  for (const [screen, { spacing, ...options }] of Object.entries(screens)) {
    for (const name of pages) {
      it(`${name} at ${screen}: nothing to scroll sideways, nothing cut`, async () => {
        await open(name, options);
        if (spacing) await view.page.evaluate(spaceText);
        const { sideways, cut, small } = await view.page.evaluate((selector) => {
          const deep = (root) =>
            [...root.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot ? deep(e.shadowRoot) : [])]);
          const ours = [...document.querySelectorAll(selector)].flatMap((e) => [...deep(e), ...deep(e.shadowRoot)]);
          const isScroller = (e) => !!e && (getComputedStyle(e).overflowX === 'auto' || isScroller(e.parentElement));
          const out = ours.filter((e) => {
            const { left, right, width } = e.getBoundingClientRect();
            return width && (left < -1 || right > innerWidth + 1) && !isScroller(e);
          });
          const buttons = ours.filter((e) => e.matches('button, summary, input, select, nav a'));
          return {
            sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            cut: out.map(({ outerHTML }) => outerHTML.slice(0, 120)),
            small: buttons
              .map((e) => [e.textContent.trim(), e.getBoundingClientRect()])
              .filter(([, { width, height }]) => width && (width < 24 || height < 24))
              .map(([text]) => text),
          };
        }, READING);
        assert.equal(sideways, 0);
        assert.deepEqual(cut, []);
        assert.deepEqual(small, [], 'targets smaller than 24 px');
      });
    }
  }

  for (const dir of ['ltr', 'rtl']) {
    it(`the topic that has the focus is seen whole, and no part of it faded out: ${dir}`, async () => {
      await open(LIST, screens['320 px']);
      await view.page.evaluate((direction) => {
        document.documentElement.dir = direction;
      }, dir);
      await tabTo('Search articles');
      await press('Tab');
      for (const name of ['All topics', ...TOPICS]) {
        await press('Tab');
        assert.equal((await focused()).name, name);
        const { left, right, width, mask } = await view.page.evaluate(() => {
          const topic = document.activeElement.shadowRoot.activeElement;
          const box = topic.getBoundingClientRect();
          const { maskImage } = getComputedStyle(topic.closest('.chips'));
          return { left: box.left, right: box.right, width: innerWidth, mask: maskImage };
        });
        assert.ok(left >= 0 && right <= width, `${name}: ${left} to ${right}`);
        assert.equal(mask, 'none');
      }
    });
  }

  it('no topic is wider than a screen of 320 px with letters twice as large', async () => {
    await open(LIST, screens['320 px']);
    const widths = await view.page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
      return ['care-article-list', 'care-categories'].flatMap((tag) =>
        [...document.querySelector(tag).shadowRoot.querySelectorAll('.chip')].map(
          (chip) => chip.getBoundingClientRect().width,
        ),
      );
    });
    assert.ok(widths.length > 5 && Math.max(...widths) <= 320, String(widths));
  });

  it('the list page at 400 % is usable by keyboard: the focus is never off the screen', async () => {
    await open(LIST, screens['1280 px at 400 %']);
    assert.ok((await tabThrough()).includes('Show 6 more'));
  });
});

describe('forced colours', () => {
  it('keep the chosen topic apart from the others, and the ring around what has the focus', async () => {
    await open(LIST, { forcedColors: 'active' });
    const look = await view.page.evaluate(() => {
      const { shadowRoot } = document.querySelector('care-article-list');
      return [...shadowRoot.querySelectorAll('[part=topic]')].slice(0, 2).map((button) => {
        const { borderTopWidth, fontWeight, borderTopStyle } = getComputedStyle(button);
        return { borderTopWidth, fontWeight, borderTopStyle };
      });
    });
    assert.equal(look[1].borderTopStyle, 'solid');
    assert.notDeepEqual(look[0], look[1]);
    await tabThrough();
  });

  it('keep the current category apart from the others', async () => {
    await open('topics/recovery.html', { forcedColors: 'active' });
    const [current, other] = await view.page.evaluate(() => {
      const { shadowRoot } = document.querySelector('care-categories');
      return ['[aria-current]', 'a:not([aria-current])'].map(
        (link) => getComputedStyle(shadowRoot.querySelector(link)).fontWeight,
      );
    });
    assert.notEqual(current, other);
  });
});

/** The accessibility tree as lines, indented: role, name in quotes, what else is said. */
const heard = async () => {
  const client = await view.context.newCDPSession(view.page);
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const silent = ['generic', 'none', 'InlineTextBox', 'ListMarker', 'StaticText', 'LineBreak'];
  const told = ['level', 'pressed', 'expanded', 'busy', 'live'];
  /** What a text stands in, boxes without a meaning aside. */
  const bearer = ({ parentId }) => {
    const parent = byId.get(parentId);
    return parent && (parent.ignored || silent.includes(parent.role?.value)) ? bearer(parent) : parent;
  };
  const lines = (node, depth) => {
    const role = node.role?.value;
    // text inside of what bears it as its name would be told twice
    const isText = role === 'StaticText' && !bearer(node)?.name?.value;
    const isTold = !node.ignored && (isText ? node.name.value.trim() : !silent.includes(role));
    const states = (node.properties ?? [])
      .filter(
        ({ name, value }) => told.includes(name) && role !== 'listitem' && !['false', false].includes(value.value),
      )
      .map(({ name, value }) => ` ${name}=${value.value}`);
    const own = isTold ? [`${'  '.repeat(depth)}${role} "${node.name?.value ?? ''}"${states.join('')}`] : [];
    const children = (node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean);
    return [...own, ...children.flatMap((child) => lines(child, depth + (isTold ? 1 : 0)))];
  };
  return lines(nodes[0], 0);
};
/** The part of it that begins with a line, without its indentation. */
const from = (lines, start) => {
  const at = lines.findIndex((line) => line.trim() === start);
  assert.ok(at >= 0, `nobody hears ${start} in\n${lines.join('\n')}`);
  const depth = lines[at].search(/\S/);
  const end = lines.findIndex((line, index) => index > at && line.search(/\S/) <= depth);
  return lines.slice(at, end < 0 ? undefined : end).map((line) => line.slice(depth));
};

describe('what a screen reader is told', () => {
  it('of the categories and the list: a named navigation, a search, a group of pressed and unpressed topics, items', async () => {
    await open(LIST);
    const lines = await heard();
    assert.deepEqual(from(lines, 'navigation "Categories"'), [
      'navigation "Categories"',
      '  list ""',
      ...TOPICS.flatMap((topic) => ['    listitem ""', `      link "${topic}"`]),
    ]);
    assert.deepEqual(from(lines, 'search ""').slice(-2), ['  searchbox "Search articles"', '  button "Search"']);
    assert.deepEqual(from(lines, 'group "Topic"'), [
      'group "Topic"',
      '  button "All topics" pressed=true',
      ...TOPICS.map((topic) => `  button "${topic}"`),
    ]);
    const articles = from(lines, 'region "Articles"');
    const list = from(articles, 'list ""');
    assert.equal(list.filter((line) => line === '  listitem ""').length, 6);
    const excerpt = list.find((line) => line.includes('Nine or more hours of treatment a week'));
    assert.deepEqual(from(list.slice(2), 'article ""'), [
      'article ""',
      '  image "A sunlit room with seven chairs in a circle around a round rug"',
      '  paragraph ""',
      '    StaticText "Treatment programs"',
      '  heading "What an intensive outpatient program is, and five ways it can help" level=3',
      '    link "What an intensive outpatient program is, and five ways it can help"',
      '  paragraph ""',
      excerpt.slice(4),
      '  paragraph ""',
      '    StaticText "Reviewed"',
      '  paragraph ""',
      '    StaticText "By"',
      '    StaticText "Dana Whitfield"',
      '  time ""',
      '    StaticText "Nov 17, 2026"',
      '  StaticText "4 min"',
    ]);
    assert.deepEqual(from(articles, 'status ""'), ['status ""', '  StaticText "6 of 12 articles"']);
    assert.deepEqual(articles.slice(-2), ['  status "" live=polite', '  button "Show 6 more"']);
  });

  it('of the article, its author and the way on', async () => {
    await open(ARTICLE);
    await tabTo('What the letters stand for');
    await press('Enter');
    const lines = await heard();
    const article = from(lines, 'article ""');
    const headings = article.filter((line) => line.trim().startsWith('heading')).map((line) => line.trim());
    assert.deepEqual(headings, [
      'heading "Levels of care, explained in plain words" level=1',
      'heading "What a level of care is" level=2',
      'heading "The levels side by side" level=2',
      'heading "Moving between levels" level=2',
      'heading "Who decides?" level=2',
    ]);
    const head = from(article, headings[0]).length;
    assert.ok(head > 0);
    const words = article.slice(0, 30).join(' ').replace(/\s+/g, ' ');
    for (const said of ['"By"', 'link "Marcus Bell"', '", LCSW, CAADC"', '"Reviewed by "', '"3 min read"'])
      assert.ok(words.includes(said), said);
    assert.deepEqual(from(article, 'list "Categories"'), [
      'list "Categories"',
      '  listitem ""',
      '    link "Treatment programs"',
    ]);
    assert.ok(article.some((line) => line.trim() === 'table "How common levels of care compare"'));
    assert.equal(article.filter((line) => /columnheader ""/.test(line)).length, 0, 'a column without a name');

    const author = from(lines, 'region "Who wrote this"');
    assert.ok(author.some((line) => /DisclosureTriangle "What the letters stand for" expanded=true/.test(line)));
    const terms = author.filter((line) =>
      /^\s*(?:term|definition|DescriptionListTerm|DescriptionListDetail)/.test(line),
    );
    assert.equal(terms.length, 6, author.join('\n'));
    const way = from(lines, 'navigation "More articles"').filter((line) => !line.includes('StaticText'));
    assert.deepEqual(way, [
      'navigation "More articles"',
      '  link "Earlier Your first week in the program, day by day"',
      '  link "Later Qué es un programa ambulatorio intensivo"',
    ]);
  });

  it('when the number of articles changes', async () => {
    await open(LIST);
    await tabTo('Show 6 more');
    await press('Enter');
    await status('12 articles');
    const said = from(await heard(), 'status "" live=polite');
    assert.deepEqual(said, ['status "" live=polite', '  StaticText "12 articles"']);
  });
});

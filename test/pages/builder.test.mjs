// The builder: what it makes is pasted, as it stands, into a page of its kind, and the widget must show its content there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { compileScript, parse as parseVue } from '@vue/compiler-sfc';
import ts from 'typescript';
import { createDemoServer } from '../../scripts/serve.mjs';
import { ensureSite, SITE } from '../../scripts/site.mjs';
import { bundleForPage } from '../support/bundle.mjs';
import { compiled } from '../support/compiled.mjs';
import { DIST, startVisits, visit as visitOther } from '../support/page-server.mjs';
import { serveFolder } from '../support/serve-folder.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const AXE = readFileSync(path.join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const release = {
  version,
  integrity: JSON.parse(readFileSync(path.join(DIST, 'integrity.json'), 'utf8')),
  preload: JSON.parse(readFileSync(path.join(DIST, 'preload.json'), 'utf8')),
};

await ensureSite();
const [
  { snippetOf },
  { FIRST_WISH, fromFragment, toFragment, VARIANTS, WIDGETS },
  { addressOf, inspect },
  { FINDINGS_ES },
] = await compiled(
  'site/builder/snippet.ts',
  'site/builder/wish.ts',
  'site/builder/inspect.ts',
  'site/builder/findings-es.ts',
);
const [{ WORDS, piecesOf }] = await compiled('site/builder/words.ts');

const { site, browser, visit } = await startVisits(() => serveFolder(SITE, '/any/folder/'));
let view;
site.addShared(`/care-widgets-${version}/`, DIST);
site.addShared('/shared/', path.join(SITE, 'sample'));
/** What the sample articles give: the content that snippets are made for. */
const { content } = await inspect(`${site.origin}/shared/feed.json`, {
  signal: new AbortController().signal,
  now: '2026-11-28T09:00:00Z',
});

const open = async (url, options) => {
  view = await visit(url, options);
  return view.page;
};
const make = (wish) => snippetOf({ ...FIRST_WISH, ...wish }, content, release);
const codeOf = (wish) => make(wish).steps.flatMap(({ code }) => (code === undefined ? [] : [code]));
const pageWith = (inside, end = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title></head><body><main>${inside}</main>${end}</body></html>`;

/** Words that a visitor sees of each widget. */
const SHOWN = {
  'article-card': 'Dana Whitfield',
  'article-list': 'Levels of care, explained in plain words',
  article: 'Many people look for something between',
  categories: 'Mental health',
  benefits: 'Structure',
  contact: '+1-512-555-0142',
  newsletter: 'Sign up',
};

/** Settles once the widget has made its content, in the page or in a frame of it. */
const shows = async (frame, widget) => {
  await frame.waitForFunction((name) => {
    const element = document.querySelector(`care-${name}`);
    return element && (element.state ? ['ready', 'idle'].includes(element.state) : element.shadowRoot);
  }, widget);
  await frame.getByText(SHOWN[widget]).filter({ visible: true }).first().waitFor();
};

describe('a snippet of the builder', () => {
  for (const widget of WIDGETS) {
    it(`as HTML: care-${widget}`, async () => {
      const [code] = codeOf({ widget });
      const page = await open(site.addPage(pageWith(code)));
      await shows(page, widget);
      assert.deepEqual(view.warnings, []);
    });
  }

  it('as HTML with everything that can be set, without a warning', async () => {
    const all = { layout: 'list', perPage: '3', more: '1', filter: '1', search: '1', plain: '1', level: '3' };
    const [code] = codeOf({
      ...{ ...all, widget: 'article-list', look: 'calm', theme: 'dark', density: 'roomy', locale: 'es' },
      articleUrl: '/resources?article={slug}',
    });
    const page = await open(site.addPage(pageWith(`<h2>Resources</h2>${code}`)));
    await page.getByRole('heading', { level: 3, name: 'Levels of care, explained in plain words' }).waitFor();
    assert.deepEqual(view.warnings, []);
  });

  it('as HTML with its text in it: readable without script, and adopted with it', async () => {
    const [code] = codeOf({ rendered: '1', slug: 'what-is-an-iop' });
    const url = site.addPage(pageWith(code));
    const off = await open(url, { javaScriptEnabled: false });
    assert.ok(await off.getByText('Dana Whitfield').isVisible());
    await view.close();
    const page = await open(url);
    await shows(page, 'article-card');
    assert.equal(await page.evaluate(() => performance.getEntriesByName(/feed/).length), 0);
  });

  it('with the sheet for its look, where its text in it wears one', async () => {
    const wish = { rendered: '1', slug: 'what-is-an-iop', look: 'editorial', theme: 'dark' };
    const [code] = codeOf(wish);
    const page = await open(site.addPage(pageWith(code)), { javaScriptEnabled: false });
    const card = page.locator('[data-care-part=card]');
    assert.equal(await card.evaluate((element) => getComputedStyle(element).backgroundColor), 'rgb(26, 24, 22)');
    for (const other of [{ ...wish, look: '', theme: '' }, { look: 'editorial' }])
      assert.doesNotMatch(codeOf(other).join(), /looks\.css|data-care-dress/);
  });

  for (const wish of [
    ...WIDGETS.map((widget) => ({ widget })),
    { widget: 'benefits', slug: 'what-is-an-iop' },
    { widget: 'article-list', rendered: '1' },
    { widget: 'article-card', look: 'calm', density: 'roomy', locale: 'es' },
  ])
    it(`names every file that it loads, and each is asked for once: ${Object.values(wish).join(' ')}`, async () => {
      /** Files that a page asks for besides the script, with or without that script. */
      const load = async (preload, isWithScript = true) => {
        const [code] = codeOf({ ...wish, preload });
        const html = isWithScript ? code : code.replace(/<script[^]*?<\/script>/, '');
        const page = await open(site.addPage(pageWith(html)));
        if (isWithScript) await shows(page, wish.widget);
        else await page.waitForLoadState('networkidle');
        const entries = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
        if (isWithScript) assert.deepEqual(view.warnings, []);
        await view.close();
        return entries.filter((name) => name.includes('/chunks/')).sort();
      };
      const loaded = await load('');
      assert.ok(loaded.length > 1);
      assert.deepEqual(await load('1', false), loaded);
      assert.deepEqual(await load('1'), loaded);
    });

  it('in WordPress without the plugin: through an editor that strips unknown tags and scripts', async () => {
    for (const widget of ['article-card', 'contact']) {
      const [footer, block] = codeOf({ variant: 'wordpress-html', widget });
      const stripped = block.replace(/<\/?(?:care-[\w-]*|script)\b[^>]*>/g, '');
      const page = await open(site.addPage(pageWith(stripped, footer)));
      await page.getByText(SHOWN[widget]).filter({ visible: true }).first().waitFor();
      await page.waitForFunction((name) => document.querySelector(`care-${name}`)?.shadowRoot, widget);
      await view.close();
    }
  });

  it('in a block of Squarespace, and in a sandboxed frame of Wix', async () => {
    const [block] = codeOf({ variant: 'squarespace' });
    await shows(await open(site.addPage(pageWith(`<div class="sqs-block-code">${block}</div>`))), 'article-card');
    await view.close();
    const [frame] = codeOf({ variant: 'wix', widget: 'article-list' });
    const srcdoc = frame.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const page = await open(
      site.addPage(pageWith(`<iframe sandbox="allow-scripts" title="Embed" srcdoc="${srcdoc}"></iframe>`)),
    );
    await page.frameLocator('iframe').getByText(SHOWN['article-list']).first().waitFor();
  });

  it('in Webflow: the script in the site’s custom code, the element in an embed', async () => {
    const [script, embed] = codeOf({ variant: 'webflow', widget: 'article-list' });
    await shows(await open(site.addPage(pageWith(`<div class="w-embed">${embed}</div>`, script))), 'article-list');
  });

  it('in React: a component that compiles, and shows the element when React renders it', async () => {
    for (const widget of ['article-card', 'newsletter']) {
      const code = codeOf({ variant: 'react', widget, look: 'calm' }).find((text) => text.includes('export'));
      const { diagnostics } = ts.transpileModule(code, {
        fileName: 'snippet.tsx',
        reportDiagnostics: true,
        compilerOptions: { jsx: ts.JsxEmit.ReactJSX, module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext },
      });
      assert.deepEqual(diagnostics, []);
      const script = await bundleForPage(
        `import { createRoot } from 'react-dom/client';
        ${code}
        createRoot(document.querySelector('main')).render(<Care />);`,
        'tsx',
      );
      await shows(await open(site.addPage(pageWith('', `<script>${script}</script>`))), widget);
      await view.close();
    }
  });

  it('in Vue: a component that compiles, and shows the element when Vue mounts it', async () => {
    const code = codeOf({ variant: 'vue', widget: 'article-list' }).find((text) => text.includes('<template>'));
    const { descriptor, errors } = parseVue(code);
    assert.deepEqual(errors, []);
    const isCustomElement = (tag) => tag.startsWith('care-');
    const { content } = compileScript(descriptor, {
      id: 'care',
      inlineTemplate: true,
      genDefaultAs: 'Care',
      templateOptions: { compilerOptions: { isCustomElement } },
    });
    const script = await bundleForPage(
      `import { createApp } from 'vue';
      ${content}
      createApp(Care).mount('main');`,
      'ts',
    );
    await shows(await open(site.addPage(pageWith('', `<script>${script}</script>`))), 'article-list');
  });

  it('for the WordPress plugin: a block whose attributes the plugin knows, in JSON that ends no comment', () => {
    const data = readFileSync(path.join(DIST, 'wordpress/care-widgets/generated/data.php'), 'utf8');
    for (const widget of WIDGETS) {
      const wish = { variant: 'wordpress', widget, look: 'calm', articleUrl: '/a--b?x={slug}&y=<"-->' };
      const [block] = codeOf(wish);
      const [, name, , json = '{}'] = /^<!-- wp:care-widgets\/([a-z-]+) (({.*}) )?\/-->$/s.exec(block);
      assert.equal(name, widget);
      assert.ok(!/--|<|>/.test(json), json);
      for (const [key, value] of Object.entries(JSON.parse(json))) {
        const attribute = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
        assert.ok(data.includes(`'${attribute}'`), attribute);
        if (key === 'articleUrl') assert.equal(value, wish.articleUrl);
      }
    }
  });

  it('pasted twice shows both, and loads the library once', async () => {
    const [code] = codeOf({});
    await open(site.addPage(pageWith(`${code}\n${code}`)));
    await view.cards(2);
  });

  it('pasted into a paragraph shows its content', async () => {
    const [code] = codeOf({ widget: 'article-list' });
    await shows(await open(site.addPage(pageWith(`<p>Read: ${code}</p>`))), 'article-list');
  });

  it('whose quotes an editor has curled keeps its way to the content', async () => {
    const [footer, block] = codeOf({ variant: 'wordpress-html', slug: 'levels-of-care' });
    const curly = block.replace(/="([^"]*)"/g, '=“$1”');
    const page = await open(site.addPage(pageWith(curly, footer)), { errors: true });
    assert.ok(await page.getByText('Levels of care, explained in plain words').first().isVisible());
    const [whole] = codeOf({ slug: 'levels-of-care' });
    await page.goto(site.addPage(pageWith(whole.replace(/="([^"]*)"/g, '=“$1”'))));
    assert.ok(await page.getByText('Levels of care, explained in plain words').first().isVisible());
  });

  it('names the exact version, its hash, and only what differs from what holds anyway', () => {
    const [code] = codeOf({ layout: 'vertical', perPage: '6', theme: 'auto', level: '2' });
    assert.ok(code.includes(`src="/care-widgets-${version}/care-widgets.js"`));
    assert.ok(code.includes(`integrity="${release.integrity['care-widgets.js']}"`));
    assert.match(code, /<care-article-card latest>/);
    assert.match(codeOf({ variant: 'wix' })[0], /care-widgets\.classic\.js/);
  });

  it('has a header for its page: its own origin, the blog’s, and the service’s', async () => {
    const { policy } = make({ widget: 'newsletter', action: 'https://letters.example/join' });
    assert.match(policy, /connect-src 'self' https:\/\/letters\.example;/);
    assert.match(policy, /form-action 'self' https:\/\/letters\.example$/);
    const { steps, policy: header } = make({});
    const url = site.addPage(
      pageWith(steps[1].code).replace(
        '<head>',
        `<head><meta http-equiv="Content-Security-Policy" content="${header}">`,
      ),
    );
    await shows(await open(url), 'article-card');
  });

  it('lets nothing that was typed become markup', () => {
    const bad = '"><img src=x onerror=alert(1)>{{x}}</template>';
    for (const variant of VARIANTS) {
      for (const widget of WIDGETS) {
        const wish = { variant, widget, slug: bad, category: bad, phone: bad, action: bad, hours: bad, zone: bad };
        const code = codeOf({ ...wish, folder: bad, articleUrl: bad, locale: bad }).join('\n');
        assert.ok(!/<img/.test(code.replace(/"(?:[^"\\]|\\.)*"/g, '')), `${variant} ${widget}: ${code}`);
      }
    }
  });
});

describe('what is kept in the address', () => {
  it('comes back as it was, and is empty at first', () => {
    const wish = {
      ...FIRST_WISH,
      endpoint: 'https://ex.example/?a=b&c#d',
      widget: 'contact',
      phone: '+1 512 555 0142',
    };
    assert.deepEqual(fromFragment(`#${toFragment(wish)}`), wish);
    assert.equal(toFragment(FIRST_WISH), '');
  });

  it('is as if it were not there, where it is impossible', () => {
    assert.deepEqual(
      fromFragment(`#widget=x&look=__proto__&slug=${'x'.repeat(600)}&constructor=1&toString=1`),
      FIRST_WISH,
    );
  });
});

describe('an address as it is typed', () => {
  for (const [typed, address] of [
    ['your-clinic.example', 'https://your-clinic.example/'],
    [' “https://your-clinic.example/blog/” ', 'https://your-clinic.example/blog/'],
    ['https:/your-clinic.example', 'https://your-clinic.example/'],
    ['https//your-clinic.example', 'https://your-clinic.example/'],
    ['HTTP://your-clinic.example', 'http://your-clinic.example/'],
    ['https-clinic.example', 'https://https-clinic.example/'],
    ['your-clinic.example:8080/x', 'https://your-clinic.example:8080/x'],
    ['localhost:8080', 'https://localhost:8080/'],
    ['clinic', undefined],
    ['our clinic', undefined],
    ['javascript:alert(1)', undefined],
    ['mailto:a@b.example', undefined],
    ['', undefined],
  ]) {
    it(`${JSON.stringify(typed)} is ${address ?? 'none'}`, () => assert.equal(addressOf(typed), address));
  }
});

const blog = (answers) => (url) => {
  const { pathname, origin } = new URL(url);
  const answer = answers[origin + pathname] ?? answers[pathname];
  if (answer === undefined) return Promise.resolve(new Response('<title>404</title>', { status: 404 }));
  return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer.clone());
};
const json = (value) => new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });
const POST = {
  id: 1,
  slug: 'first',
  link: 'https://clinic.example/first/',
  date_gmt: '2026-11-01T00:00:00',
  title: { rendered: 'First' },
  excerpt: { rendered: '<p>Words</p>' },
};

describe('the diagnosis in the page', () => {
  const ask = (typed, answers) =>
    inspect(typed, { signal: new AbortController().signal, transport: blog(answers), now: '2026-11-28T00:00:00Z' });

  it('reads a site, and says what there is to say of its articles', async () => {
    const { content: found, findings } = await ask('clinic.example', { '/wp-json/wp/v2/posts': json([POST]) });
    assert.equal(found.articles[0].title, 'First');
    assert.deepEqual(
      findings.map(({ id }) => id),
      ['no-reviewer'],
    );
  });

  it('says that an address is a page, and offers the site above it', async () => {
    const {
      content: found,
      findings,
      suggestion,
    } = await ask('https://clinic.example/about/team.html', {
      'https://clinic.example/wp-json/wp/v2/posts': json([POST]),
    });
    assert.equal(found, undefined);
    assert.match(findings[0].what, /may be one page of a site/);
    assert.equal(suggestion, 'https://clinic.example/');
  });

  it('says that RSS cannot be read, and asks nothing', async () => {
    const { findings } = await ask('https://clinic.example/feed/', { '/feed/': new Error('must not be asked') });
    assert.equal(findings[0].id, 'rss-endpoint');
  });

  it('names the platform, where the page itself may be read', async () => {
    const { findings } = await ask('https://clinic.example/', {
      '/': new Response('<meta name="generator" content="Wix.com Website Builder">'),
    });
    assert.equal(findings[0].id, 'needs-snapshot');
    assert.match(findings[0].what, /^Wix lets no page/);
  });

  it('finds the JSON Feed that a page names', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ id: '1', url: 'https://c.example/a/', title: 'A' }],
    };
    const { suggestion } = await ask('https://c.example/', {
      '/': new Response('<link rel="alternate" type="application/feed+json" href="/feed.json">'),
      '/feed.json': json(feed),
    });
    assert.equal(suggestion, 'https://c.example/feed.json');
  });

  it('believes no answer that is none', async () => {
    for (const lie of [json({ posts: 1 }), new Response('<h1>hello</h1>'), json('[]'), new Response('[')]) {
      const { content: found, findings } = await ask('clinic.example', { '/wp-json/wp/v2/posts': lie });
      assert.ok(!found?.articles.length);
      assert.ok(found || findings.length);
    }
  });

  it('tells a site that may not be read from one that does not answer', async () => {
    const transport = (isThere) => (url, init) =>
      isThere && init.mode === 'no-cors' ? Promise.resolve(new Response()) : Promise.reject(new TypeError('Failed'));
    const found = async (isThere) => {
      const { findings } = await inspect('clinic.example', {
        signal: new AbortController().signal,
        transport: transport(isThere),
      });
      return findings.map(({ id }) => id);
    };
    assert.deepEqual(await found(true), ['cors']);
    assert.deepEqual(await found(false), ['unreachable']);
  });

  it('is said in Spanish too, whatever it says', async () => {
    const wix = '<meta name="generator" content="Wix.com Website Builder">';
    const old = { ...POST, care_widgets: { reviewers: [{ name: 'Jo Doe' }], review_due: '2020-01-01' } };
    const all = await Promise.all([
      ask('no address', {}),
      ask('https://clinic.example/feed/', {}),
      ask('clinic.example', { '/': new Response(wix) }),
      ask('clinic.example', { '/wp-json/wp/v2/posts': json([POST]) }),
      ask('clinic.example', { '/wp-json/wp/v2/posts': json([old]) }),
      ask('clinic.example', { '/wp-json/wp/v2/posts': new Error('CORS') }),
      ...[200, 401, 404, 410, 429, 500].map((status) =>
        ask('clinic.example', { '/wp-json/wp/v2/posts': new Response('<p>', { status }) }),
      ),
    ]);
    const ids = [...new Set(all.flatMap(({ findings }) => findings.map(({ id }) => id)))];
    assert.ok(ids.length > 9, ids.join());
    assert.deepEqual(
      ids.filter((id) => FINDINGS_ES[id]?.length !== 2),
      [],
    );
  });

  it('reads no more than the newest of ten thousand', async () => {
    const asked = [];
    const transport = (url) => {
      asked.push(url);
      return Promise.resolve(
        url.includes('/posts')
          ? new Response(JSON.stringify([POST]), { headers: { 'x-wp-total': '10000', 'x-wp-totalpages': '200' } })
          : json([]),
      );
    };
    const { content: found } = await inspect('clinic.example', { signal: new AbortController().signal, transport });
    assert.equal(found.total, 10_000);
    assert.ok(asked.length < 5, asked.join('\n'));
  });
});

describe('the page of the builder', () => {
  const BUILDER = 'builder.html';
  const preview = (page) => page.frameLocator('#stage iframe');
  const snippet = (page) => page.locator('#steps').innerText();
  const ready = async (page) => {
    await page.getByText(/sample articles: 12 articles/).waitFor();
    await preview(page).getByText('Dana Whitfield').waitFor();
  };

  it('shows a snippet before the script, and without it', async () => {
    const page = await open(site.url + BUILDER, { javaScriptEnabled: false });
    assert.match(await snippet(page), /<care-article-card latest>/);
    assert.match(
      await snippet(page),
      new RegExp(`integrity="${release.integrity['care-widgets.js'].replace(/[+]/g, '\\+')}"`),
    );
    assert.equal(await page.locator('#wish').isVisible(), false);
  });

  for (const width of [390, 1280]) {
    it(`moves next to nothing once its script has come, at ${width} px`, async () => {
      let goOn;
      const isPainted = new Promise((resolve) => (goOn = resolve));
      const url = site.url + BUILDER;
      const page = await open(url, {
        viewport: { width, height: 800 },
        async beforeLoad(tab) {
          await tab.route('**/builder.js', (route) => isPainted.then(() => route.continue()));
          void tab.waitForSelector('#steps').then(async () => {
            await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
            goOn();
          });
        },
      });
      await ready(page);
      const shift = await page.evaluate(() => globalThis.layoutShift);
      assert.ok(shift <= 0.02, `${shift}`);
    });
  }

  it('previews the sample articles from a server that allows nobody, in each page and width', async () => {
    const page = await open(site.url + BUILDER);
    await ready(page);
    for (const host of ['bootstrap', 'wordpress']) {
      await page.getByLabel('Page', { exact: true }).selectOption(host);
      await preview(page).getByText('Your clinic').waitFor();
      await preview(page).getByText('Dana Whitfield').waitFor();
    }
    await page.getByLabel('Width', { exact: true }).selectOption('desktop');
    assert.equal(await page.locator('#stage iframe').evaluate(({ style }) => style.width), '1100px');
    assert.equal(await page.locator('#stage iframe').getAttribute('sandbox'), 'allow-scripts');
    assert.deepEqual(view.warnings, []);
  });

  it('weighs, preview and all, what 1.6 Mbit/s bring in two seconds, and asks for the sample articles once', async () => {
    const demo = await createDemoServer({ root: ROOT });
    try {
      const answers = [];
      view = await visitOther(browser, demo, `${demo.url}site/${BUILDER}`, {
        beforeLoad: (tab) => tab.on('requestfinished', (request) => answers.push(request)),
      });
      await ready(view.page);
      const bytes = await Promise.all(answers.map((request) => request.sizes().then((size) => size.responseBodySize)));
      const all = bytes.reduce((sum, one) => sum + one, 0);
      assert.ok(all > 50_000 && all < 400_000, `${all} bytes`);
      assert.equal(answers.filter((request) => request.url().endsWith('/feed.json')).length, 1);
    } finally {
      await view?.close();
      await demo.close();
    }
  });

  it('makes preview and snippet of the same choice, for every widget', async () => {
    const page = await open(site.url + BUILDER);
    await ready(page);
    for (const widget of WIDGETS) {
      await page.getByLabel('What shall be shown?').selectOption(widget);
      assert.match(await snippet(page), new RegExp(`<care-${widget}[ >]`));
      await preview(page).locator(`care-${widget}`).waitFor();
      await preview(page).getByText(SHOWN[widget]).filter({ visible: true }).first().waitFor();
    }
  });

  it('says beside the snippet what in it is a sample, or cannot work', async () => {
    const page = await open(site.url + BUILDER);
    await ready(page);
    const notices = page.locator('#notices');
    assert.match(await notices.innerText(), /^These are sample articles/);
    const widget = page.getByLabel('What shall be shown?');
    for (const [name, label, sample, wrong, right] of [
      ['contact', 'Which number?', /0142 is a sample/, 'call us', '+1 512 555 0199'],
      ['newsletter', 'Where are sign-ups sent?', /subscribe is a sample/, 'mailchimp', 'https://list.example/join'],
    ]) {
      await widget.selectOption(name);
      assert.match(await notices.innerText(), sample);
      const field = page.getByLabel(label);
      await field.fill(wrong);
      assert.match(await notices.innerText(), /^Write /);
      assert.match(await field.getAttribute('aria-describedby'), /notices/);
      await field.fill(right);
      assert.equal(await notices.innerText(), '');
    }
    await widget.selectOption('contact');
    const more = page.locator('details:has(#hours)');
    if (!(await more.evaluate(({ open: isOpen }) => isOpen))) await more.locator('summary').click();
    const [hours, zone] = [page.getByLabel('Opening hours, such as'), page.getByLabel('Time zone, such as')];
    for (const [written, place, said] of [
      ['weekdays', '', /^Write hours like Mo-Fr/],
      ['Mo-Fr 08:00-18:00', '', /^Add the time zone/],
      ['Mo-Fr 08:00-18:00', 'Chicago', /^Write a time zone like/],
      ['Mo-Fr 08:00-18:00', 'America/Chicago', /^$/],
      ['24/7', '', /^$/],
      ['', 'Mars/One', /^Write a time zone like/],
      ['', '', /^$/],
    ]) {
      await hours.fill(written);
      await zone.fill(place);
      assert.match(await notices.innerText(), said);
    }
    await widget.selectOption('article-list');
    await page.getByLabel('Your blog’s address').fill('no address');
    await page.keyboard.press('Enter');
    await notices.getByText(`The snippet still shows ${new URL(site.url).host}, not the address`).waitFor();
  });

  it('is complete by keyboard: choose, copy, undo', async () => {
    const page = await open(site.url + BUILDER, { permissions: ['clipboard-read', 'clipboard-write'] });
    await ready(page);
    const press = async (label, keys) => {
      for (let tabs = 0; tabs < 40; tabs++) {
        await page.keyboard.press('Tab');
        const name = await page.evaluate(() => {
          const { activeElement: on } = document;
          return on.labels?.[0]?.textContent ?? on.textContent;
        });
        if (name === label) return page.keyboard.press(keys);
      }
      throw new Error(`${label} is out of the keyboard's reach`);
    };
    await press('Which look?', 'c'); // the first that begins so
    assert.match(await snippet(page), /look="calm"/);
    await press('Copy', 'Enter');
    await page.getByRole('status').getByText('Copied.').waitFor();
    assert.match(
      await page.evaluate(() => navigator.clipboard.readText()),
      /^<script\n[^]*look="calm">[^]*<\/care-article-card>$/,
    );
    await page.getByLabel('Your blog’s address').focus();
    await press('Undo', 'Enter');
    await page.getByRole('status').getByText('Undone.').waitFor();
    assert.doesNotMatch(await snippet(page), /look=/);
    assert.equal(await page.getByRole('button', { name: 'Undo' }).isDisabled(), true);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'endpoint');
  });

  it('keeps what is chosen in the fragment, sends it to nobody, and comes back with it', async () => {
    const page = await open(site.url + BUILDER);
    await ready(page);
    await page.getByLabel('What shall be shown?').selectOption('contact');
    await page.getByLabel('Which number?').fill('+1 512 555 0199');
    await page.getByLabel('Where do you paste it?').selectOption('vue');
    const url = new URL(page.url());
    assert.equal(url.search, '');
    assert.match(url.hash, /widget=contact/);
    const written = await snippet(page);
    assert.match(written, /tel:\+15125550199/);
    await page.goto('about:blank');
    await page.goto(url.href);
    await page.getByText('Install the package').waitFor();
    assert.equal(await snippet(page), written);
    assert.equal(await page.getByLabel('Which number?').inputValue(), '+1 512 555 0199');
  });

  it('takes typing back as a whole', async () => {
    const page = await open(`${site.url}${BUILDER}#widget=contact`);
    await page.getByLabel('Which number?').pressSequentially('99');
    await page.getByRole('button', { name: 'Undo' }).click();
    assert.equal(await page.getByLabel('Which number?').inputValue(), FIRST_WISH.phone);
  });

  it('says "Copied" of the snippet that was copied, and nothing in the language of before', async () => {
    const page = await open(site.url + BUILDER);
    await ready(page);
    const copied = page.locator('#copy-status');
    const copy = async (name) => {
      await page.getByRole('button', { name, exact: true }).click();
      await copied.filter({ hasText: /./ }).waitFor();
    };
    await copy('Copy');
    await page.getByLabel('Which look?').selectOption('calm');
    assert.equal(await copied.textContent(), '');
    await copy('Copy');
    await page.getByRole('button', { name: 'Undo' }).click();
    assert.match(await page.locator('#form-status').textContent(), /./);
    await copy('Copy');
    await page.getByRole('button', { name: 'Español' }).click();
    assert.deepEqual(await page.locator('#copy-status, #form-status').allTextContents(), ['', '']);
  });

  it('offers what its snippet for that place can have, and nothing else', async () => {
    const page = await open(site.url + BUILDER);
    await ready(page);
    await page.locator('#more').evaluate((details) => (details.open = true));
    const offered = async (variant) => {
      await page.getByLabel('Where do you paste it?').selectOption(variant);
      return Promise.all(
        [/^Put the text itself/, /^Name every file/].map((words) => page.getByLabel(words).isVisible()),
      );
    };
    assert.deepEqual(await offered('html'), [true, true]);
    assert.deepEqual(await offered('wix'), [true, false]);
    assert.deepEqual(await offered('wordpress-html'), [false, true]);
    assert.deepEqual(await offered('wordpress'), [false, false]);
  });

  it('speaks Spanish', async () => {
    const page = await open(site.url + BUILDER);
    await ready(page);
    await page.getByRole('button', { name: 'Español' }).click();
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'es');
    await page.getByLabel('¿Qué se muestra?').selectOption('contact');
    await page.getByText('Estos son los artículos de ejemplo: 12 artículos').waitFor();
    await preview(page).getByText('Llamar').filter({ visible: true }).first().waitFor();
    assert.match(new URL(page.url()).hash, /lang=es/);
    const english = await page.evaluate(
      (words) =>
        [...document.querySelectorAll('[data-words]')]
          .filter(({ dataset, textContent }) => textContent !== words[dataset.words])
          .map(({ textContent }) => textContent),
      WORDS.es,
    );
    assert.deepEqual(english, []);
    // around the builder too
    const around = await page.locator('body').ariaSnapshot();
    for (const word of ['Main', 'Guides', 'Downloads', 'Search', 'Skip', 'MIT licence'])
      assert.doesNotMatch(around, new RegExp(`\\b${word}\\b`), word);
    assert.equal(await page.getByRole('searchbox').getAttribute('placeholder'), WORDS.es.searchSite);
  });

  it('shows what is chosen before what is copied where there is one column, to the keyboard too', async () => {
    const page = await open(site.url + BUILDER, { viewport: { width: 390, height: 844 } });
    await ready(page);
    const topOf = async (selector) => (await page.locator(selector).boundingBox()).y;
    assert.ok((await topOf('#stage')) < (await topOf('#steps')));
    const isFirst = () =>
      page.evaluate(() => {
        const [preview, steps] = ['preview', 'steps'].map((id) => document.getElementById(id));
        return !!(preview.compareDocumentPosition(steps) & Node.DOCUMENT_POSITION_FOLLOWING);
      });
    assert.equal(await isFirst(), true);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.waitForFunction(() => document.getElementById('preview').previousElementSibling);
    assert.equal(await isFirst(), false);
    await preview(page).getByText('Dana Whitfield').waitFor();
  });

  it('has every sentence in both languages, with the same places in it', () => {
    const places = (sentence) =>
      piecesOf(sentence)
        .flatMap(({ name }) => name ?? [])
        .sort();
    for (const [name, words] of Object.entries(WORDS.en)) assert.deepEqual(places(WORDS.es[name]), places(words), name);
  });

  for (const [what, addressOn, said] of [
    [
      'a site that allows no page to read it',
      (other) => `${other}/sample/feed.json`,
      /answers, but lets no page of another site read/,
    ],
    ['an endpoint that lies', (other) => `${other}/open/wrong.json`, /malformed|something else/],
    ['a typo', () => 'htps:/clinic', /is no http\(s\) address/],
  ]) {
    it(`says what is wrong, and keeps what was typed: ${what}`, async () => {
      const other = await serveFolder(SITE);
      other.addShared('/open/wrong.json', path.join(ROOT, 'package.json'));
      try {
        const page = await open(site.url + BUILDER, { origins: [other.origin], errors: true });
        await ready(page);
        const field = page.getByLabel('Your blog’s address');
        const address = addressOn(other.origin);
        await field.fill(address);
        await field.press('Enter');
        await page.getByText('This address cannot be read.').waitFor();
        assert.match(await page.locator('#endpoint-status').innerText(), said);
        assert.equal(await field.inputValue(), address);
        await page.getByRole('button', { name: 'Español' }).click();
        await page.getByText('Esta dirección no se puede leer.').waitFor();
        assert.doesNotMatch(await page.locator('#endpoint-status').innerText(), said);
        await page.getByText('Detalles, en inglés').first().click();
        assert.match(await page.locator('#endpoint-status [lang=en]').first().innerText(), said);
        // what was there before still is
        await preview(page).getByText('Dana Whitfield').waitFor();
      } finally {
        await other.close();
      }
    });
  }

  it('shows the sample articles to somebody whose link names a blog that cannot be read', async () => {
    const page = await open(`${site.url}${BUILDER}#endpoint=htps%3A%2Fx`);
    await page.getByText('"htps:/x" is no http(s) address').waitFor();
    await preview(page).getByText('Dana Whitfield').waitFor();
    assert.equal(await page.getByLabel('Your blog’s address').inputValue(), 'htps:/x');
  });

  it('says that the device is offline, and asks again once it is not', async () => {
    const page = await open(site.url + BUILDER, { errors: true, origins: ['https://clinic.example'] });
    await ready(page);
    await view.context.setOffline(true);
    await page.getByLabel('Your blog’s address').fill('https://clinic.example');
    await page.keyboard.press('Enter');
    await page.getByText('The device has no connection').waitFor();
    await page.route('https://clinic.example/**', (route) =>
      route.fulfill({
        json: route.request().url().includes('posts') ? [POST] : [],
        headers: { 'access-control-allow-origin': '*' },
      }),
    );
    await view.context.setOffline(false);
    await page.getByText('It can be read: 1 article').waitFor();
  });

  it('offers the address of the site for one of its pages', async () => {
    const page = await open(site.url + BUILDER, {
      errors: true,
      origins: ['https://clinic.example'],
      beforeLoad: (tab) =>
        tab.route('https://clinic.example/**', (route) => {
          const isPosts = route.request().url().startsWith('https://clinic.example/wp-json/wp/v2/posts');
          return route.fulfill({
            status: isPosts ? 200 : 404,
            json: isPosts ? [POST] : {},
            headers: { 'access-control-allow-origin': '*' },
          });
        }),
    });
    await ready(page);
    await page.getByLabel('Your blog’s address').fill('clinic.example/about/us.html');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Use https://clinic.example/' }).click();
    await page.getByText('It can be read: 1 article, the newest is “First”.').waitFor();
    await preview(page).getByText('First').filter({ visible: true }).first().waitFor();
    assert.match(await snippet(page), /data-care-endpoint="https:\/\/clinic\.example\/"/);
  });

  it('passes axe with all settings open, in Spanish and dark too, and fits 320 px', async () => {
    const page = await open(`${site.url}${BUILDER}#widget=article-list`, { viewport: { width: 320, height: 800 } });
    await page.getByText(/sample articles: 12/).waitFor();
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    await page.evaluate(AXE);
    const faults = () =>
      page.evaluate(async () => {
        const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'], iframes: false });
        return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`));
      });
    assert.deepEqual(await faults(), []);
    await page.getByRole('button', { name: 'Español' }).click();
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.deepEqual(await faults(), []);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
  });
});

/**
 * `npm run bench`: the card against a hand-written element and a plain Lit element that do the same job, on the same
 * pages from the same server, one after the other in turn; with `--before`, an article page against an older build. Exits
 * with 1 where a budget is broken.
 *
 *   --quick            fewer rounds
 *   --only=cold,many   some of: cold, preloaded, page, hundred, rendered, many, stability, article
 *   --rounds=30        rounds of cold, preloaded, page, hundred and many
 *   --before=folder    an older build to compare the article page with
 *   --waterfall        what the median cold load fetched, and when
 *   --profile          where the main thread spent its time with 1,000 cards; nothing is measured
 *   --dist=folder      measure this build instead of `dist/`
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { bundle } from '../test/bench/bundle.mjs';
import { createArticlePage, createPage, createRenderedPage, SITE_STYLES } from '../test/bench/page.mjs';
import { sumProfile } from '../test/bench/profile.mjs';
import * as scenarios from '../test/bench/scenarios.mjs';
import { brotli, startEndpoint, startSite } from '../test/bench/server.mjs';
import { median, quantile, table } from '../test/bench/statistics.mjs';
import { chromiumArgs, findChromium } from './browsers.mjs';

const CARDS = 1000;

/** The most that each number of `of` (`ours`) may be: what the contestant `against` needs, times `factor`, or `atMost`. */
const BUDGETS = [
  { scenario: 'cold', number: 'time', against: 'lit', factor: 1.15, say: 'one card cold, ms' },
  { scenario: 'preloaded', number: 'time', against: 'lit', factor: 1.15, say: 'one card cold, its files named, ms' },
  { scenario: 'page', number: 'time', against: 'before', factor: 0.7, say: 'article page cold, ms' },
  { scenario: 'hundred', number: 'work', against: 'vanilla', factor: 1.25, say: '100 cards, main thread, CPU ms' },
  { scenario: 'many', number: 'work', against: 'vanilla', factor: 1.25, say: '1,000 cards, main thread, CPU ms' },
  {
    scenario: 'many',
    number: 'memory',
    against: 'lit',
    factor: 1,
    say: '1,000 cards, JS and DOM heap, kB',
    unit: 1000,
  },
  { scenario: 'stability', number: 'shift', atMost: 0, say: 'layout shift, card of known size' },
  { scenario: 'rendered', number: 'time', against: 'plain', factor: 1.05, say: 'rendered page, first text, ms' },
  {
    scenario: 'rendered',
    of: 'inline',
    number: 'time',
    against: 'plain',
    factor: 1.05,
    say: 'the same, its sheet in the page, ms',
  },
  { scenario: 'rendered', number: 'shift', atMost: 0, say: 'rendered page, layout shift' },
  { scenario: 'rendered', number: 'requests', atMost: 0, say: 'rendered page, content requests' },
  { scenario: 'article', number: 'time', against: 'innerHTML', factor: 1.5, say: 'text of 300 paragraphs, ms' },
];

const options = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: 'cold,preloaded,page,hundred,rendered,many,stability,article' },
    before: { type: 'string' },
    rounds: { type: 'string' },
    waterfall: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    dist: { type: 'string' },
  },
}).values;
const only = options.only.split(',');
const rounds = Number(options.rounds ?? (options.quick ? 9 : 15));

const dist = path.resolve(options.dist ?? path.resolve(import.meta.dirname, '../dist'));
if (!existsSync(path.join(dist, 'care-widgets.js'))) {
  console.error(`There is no ${path.join(dist, 'care-widgets.js')} to measure: run \`npm run build\` first.`);
  process.exit(1);
}

const contestants = {
  ours: { tag: 'care-article-card', script: '/dist/care-widgets.js' },
  vanilla: { tag: 'vanilla-article-card', script: '/bench/vanilla-article-card.js' },
  lit: { tag: 'lit-article-card', script: '/bench/lit-article-card.js' },
};
const names = Object.keys(contestants);

const endpoint = await startEndpoint({ count: CARDS });
const site = await startSite({ folders: { '/dist/': dist, ...(options.before && { '/before/': options.before }) } });
for (const [name, { tag, script }] of Object.entries(contestants)) {
  if (name !== 'ours') site.files.set(script, await bundle(tag));
  const shared = { tag, script, endpoint: endpoint.url };
  site.pages.set(`/one/${name}`, createPage(shared));
  site.pages.set(`/unsized/${name}`, createPage({ ...shared, isSized: false }));
  site.pages.set(`/hundred/${name}`, createPage({ ...shared, count: 100 }));
  site.pages.set(`/many/${name}`, createPage({ ...shared, count: CARDS }));
}
const { ours } = contestants;
if (only.includes('preloaded')) {
  const files = JSON.parse(readFileSync(path.join(dist, 'preload.json'), 'utf8'));
  const preloads = [...new Set([...files[ours.tag], ...files.wordpress])].map((file) => `/dist/${file}`);
  site.pages.set('/preloaded/ours', createPage({ ...ours, endpoint: endpoint.url, preloads }));
  site.pages.set('/preloaded/lit', site.pages.get('/one/lit'));
}
site.pages.set('/article', createPage({ ...ours, tag: 'care-article', endpoint: endpoint.url, isLong: true }));
for (const [name, folder] of [
  ['ours', 'dist'],
  ['before', 'before'],
]) {
  const script = `/${folder}/care-widgets.js`;
  site.pages.set(`/page/${name}`, createArticlePage({ script, endpoint: endpoint.url }));
}
if (only.includes('rendered')) {
  const { renderWidgets } = await import(path.join(dist, 'server.js'));
  const article = createArticlePage({ script: ours.script, endpoint: endpoint.url });
  const [, body] = /<body>([^]*)<\/body>/.exec(await renderWidgets(article, { url: site.url })) ?? [];
  site.files.set('/site.css', SITE_STYLES);
  const sheets = {
    ours: '<link rel="stylesheet" href="/dist/care-widgets.css">',
    inline: `<style>${readFileSync(path.join(dist, 'care-widgets.css'), 'utf8')}</style>`,
    plain: undefined,
  };
  for (const [name, sheet] of Object.entries(sheets)) {
    site.pages.set(`/rendered/${name}`, createRenderedPage(body, sheet));
  }
}
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });

/** Rounds in turn; who begins changes from round to round, and the first `warmUp` rounds are thrown away. */
const race = async (run, folder, count, warmUp, runners = names) => {
  const results = Object.fromEntries(runners.map((name) => [name, []]));
  for (let round = -warmUp; round < count; round++) {
    const first = (round + warmUp) % runners.length;
    for (const name of [...runners.slice(first), ...runners.slice(0, first)]) {
      site.requests.length = endpoint.requests.length = 0;
      const result = await run(browser, `${site.url}${folder}/${name}`);
      if (round < 0) continue;
      results[name].push({ ...result, files: [...new Set(site.requests)], requests: endpoint.requests.length });
    }
  }
  return results;
};

const collect = (results, name, number) => results[name].map((result) => result[number]);
const format = (value, unit = 1, digits = value / unit < 10 ? 2 : 0) => (value / unit).toFixed(digits);

const spread = (results, numbers) =>
  table(
    ['', 'contestant', 'min', 'median', 'p90'],
    numbers.flatMap(([number, say, unit]) =>
      Object.keys(results).map((name, index) => {
        const values = collect(results, name, number);
        return [
          index ? '' : say,
          name,
          ...[0, 0.5, 0.9].map((share) => format(quantile(values, share), unit, number === 'shift' ? 4 : undefined)),
        ];
      }),
    ),
  );

const printWaterfall = (results) => {
  for (const name of names) {
    const middle = median(collect(results, name, 'time'));
    const [nearest] = [...results[name]].sort((a, b) => Math.abs(a.time - middle) - Math.abs(b.time - middle));
    const rows = nearest.waterfall.map((entry) => [
      new URL(entry.name).pathname,
      entry.start,
      entry.end,
      entry.bytes || '',
    ]);
    console.log(
      `\n${name}, painted at ${format(nearest.time)} ms\n${table(['fetched', 'start', 'end', 'bytes'], rows)}`,
    );
  }
};

const printProfile = async () => {
  for (const name of names) {
    const sums = [...sumProfile(await scenarios.profile(browser, `${site.url}many/${name}`), dist)];
    for (const kind of ['itself', 'whole']) {
      const rows = sums.sort(([, a], [, b]) => b[kind] - a[kind]).slice(0, 30);
      console.log(
        `\n${name}\n${table(
          ['function', 'ms itself', 'with callees'],
          rows.map(([frame, { itself, whole }]) => [frame, format(itself, 1, 1), format(whole, 1, 1)]),
        )}`,
      );
    }
  }
};

const measured = {};
try {
  if (options.profile) {
    await printProfile();
  } else {
    if (only.includes('cold')) {
      measured.cold = await race(scenarios.cold, 'one', rounds, 1);
      const bytes = (file) => brotli(site.bytesOf(file)).length;
      console.log(`\nOne card, cold: 4x slower CPU, 1.6 Mbit/s, 150 ms; ${rounds} rounds\n`);
      console.log(
        spread(measured.cold, [
          ['time', 'painted, ms'],
          ['work', 'main thread, CPU ms'],
        ]),
      );
      for (const name of names) {
        const [{ files, requests }] = measured.cold[name];
        const sum = files.reduce((total, file) => total + bytes(file), 0);
        console.log(`${name}: ${files.length} files, ${sum} bytes brotli, ${requests} content requests`);
      }
      if (options.waterfall) printWaterfall(measured.cold);
    }
    if (only.includes('preloaded')) {
      measured.preloaded = await race(scenarios.cold, 'preloaded', rounds, 1, ['ours', 'lit']);
      console.log(`\nOne card, cold, all of its files named in the page; ${rounds} rounds\n`);
      console.log(spread(measured.preloaded, [['time', 'painted, ms']]));
    }
    if (only.includes('page') && options.before) {
      measured.page = await race(scenarios.page, 'page', rounds, 1, ['ours', 'before']);
      console.log(`\nArticle page, cold, until every element is ready; ${rounds} rounds\n`);
      console.log(spread(measured.page, [['time', 'ready, ms']]));
    }
    if (only.includes('hundred')) {
      measured.hundred = await race(scenarios.many, 'hundred', rounds, 2);
      console.log(`\n100 cards with 100 slugs; ${rounds} rounds\n`);
      console.log(spread(measured.hundred, [['work', 'main thread, CPU ms']]));
    }
    if (only.includes('rendered')) {
      measured.rendered = await race(scenarios.rendered, 'rendered', rounds, 1, ['ours', 'inline', 'plain']);
      console.log(`\nArticle page, rendered before, cold; ${rounds} rounds\n`);
      console.log(
        spread(measured.rendered, [
          ['time', 'first text painted, ms'],
          ['shift', 'layout shift'],
        ]),
      );
    }
    if (only.includes('many')) {
      measured.many = await race(scenarios.many, 'many', rounds, 2);
      console.log(`\n1,000 cards with 1,000 slugs; ${rounds} rounds\n`);
      console.log(
        spread(measured.many, [
          ['work', 'main thread, CPU ms'],
          ['style', 'of it style'],
          ['layout', 'of it layout'],
          ['time', 'all painted, clock ms'],
          ['heap', 'JS heap, kB', 1000],
          ['dom', 'DOM heap, kB', 1000],
          ['memory', 'together, kB', 1000],
          ['requests', 'content requests'],
        ]),
      );
    }
    if (only.includes('stability')) {
      const count = options.quick ? 2 : 5;
      measured.stability = await race(scenarios.stability, 'one', count, 0);
      const unsized = await race(scenarios.stability, 'unsized', count, 0);
      console.log(`\nLayout shift, text below the card; ${count} rounds\n`);
      console.log(spread(measured.stability, [['shift', 'size given by the page']]));
      console.log(spread(unsized, [['shift', 'only the width given']]));
    }
    if (only.includes('article')) {
      const pages = options.quick ? 2 : 5;
      measured.article = { ours: [], innerHTML: [] };
      const fetched = { Sanitizer: [], DOMPurify: [] };
      for (let page = 0; page < pages; page++) {
        const native = await scenarios.article(browser, `${site.url}article`, false);
        const purified = await scenarios.article(browser, `${site.url}article`, true);
        measured.article.ours.push({ time: native.ours });
        measured.article.innerHTML.push({ time: native.plain });
        fetched.Sanitizer.push(native.fetched);
        fetched.DOMPurify.push(purified.fetched);
      }
      console.log(`\nA text of 300 paragraphs, fetched, sanitised and rendered; ${pages} pages\n`);
      const rows = Object.entries(fetched).map(([engine, values]) => [engine, format(median(values))]);
      console.log(table(['by', 'ms'], rows));
    }
  }
} finally {
  await browser.close();
  endpoint.close();
  site.close();
}

const verdicts = BUDGETS.filter(({ scenario }) => measured[scenario]).map(
  ({ scenario, of = 'ours', number, against, factor, atMost, say, unit }) => {
    const results = measured[scenario];
    const middle = (name) => median(collect(results, name, number));
    const ours = atMost === undefined ? middle(of) : Math.max(...collect(results, of, number));
    const rival = against ? middle(against) : undefined;
    const limit = atMost ?? rival * factor;
    return {
      isKept: ours <= limit,
      row: [
        say,
        format(ours, unit),
        against ? `${against} ${format(rival, unit)}` : '',
        against ? `${(ours / rival).toFixed(2)} x` : '',
        against ? `${factor} x` : atMost,
        ours <= limit ? 'kept' : 'BROKEN',
      ],
    };
  },
);
if (verdicts.length) {
  console.log(
    `\n${table(
      ['medians', 'ours', 'against', 'ratio', 'budget', ''],
      verdicts.map(({ row }) => row),
    )}`,
  );
  if (verdicts.some(({ isKept }) => !isKept)) process.exitCode = 1;
}

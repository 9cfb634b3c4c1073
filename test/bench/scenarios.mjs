/** What is measured, one function a page load. Each takes a fresh browser context and returns numbers by name. */

const COLD = {
  /** 1.6 Mbit/s down, 0.75 Mbit/s up, 150 ms: what Lighthouse calls slow 4G. */
  network: { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 },
  slowdown: 4,
};

const PATIENCE = 30_000;

/**
 * @param {import('playwright').Browser} browser
 * @param {string} url
 * @param {(cdp: import('playwright').CDPSession) => Promise<void>} prepare
 * @param {(page: import('playwright').Page, cdp: import('playwright').CDPSession, done: number) => Promise<object>} measure
 */
const load = async (browser, url, prepare, measure) => {
  const context = await browser.newContext({ viewport: { width: 1200, height: 1000 }, serviceWorkers: 'block' });
  const messages = [];
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(String(error)));
    const cdp = await context.newCDPSession(page);
    await prepare(cdp);
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction('Boolean(window.bench)');
    const done = await Promise.race([
      page.evaluate('bench.done'),
      new Promise((_, reject) => {
        setTimeout(reject, PATIENCE, new Error('not rendered in time')).unref();
      }),
    ]);
    return await measure(page, cdp, done);
  } catch (error) {
    throw new Error(`${url}: ${error.message}; the console said: ${messages.join(' | ') || 'nothing'}`, {
      cause: error,
    });
  } finally {
    await context.close();
  }
};

const throttle = async (cdp) => {
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', COLD.network);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: COLD.slowdown });
};

const WATERFALL = `performance.getEntriesByType('resource')
  .filter(({ initiatorType }) => initiatorType !== 'img')
  .map(({ name, startTime, responseEnd, encodedBodySize }) =>
    ({ name, start: Math.round(startTime), end: Math.round(responseEnd), bytes: encodedBodySize }))`;

// Durations in processor time: what else runs on the machine does not count.
const countWork = (cdp) => cdp.send('Performance.enable', { timeDomain: 'threadTicks' });

const readWork = async (cdp) => {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const seconds = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  return {
    work: seconds.TaskDuration * 1000,
    style: seconds.RecalcStyleDuration * 1000,
    layout: seconds.LayoutDuration * 1000,
  };
};

/**
 * `time`: milliseconds from the start of the navigation until the card's title has been painted, on a slow phone's
 * terms; `work`: processor time that the main thread took for it, which a busy machine does not blur.
 */
export const cold = (browser, url) =>
  load(
    browser,
    url,
    async (cdp) => {
      await throttle(cdp);
      await countWork(cdp);
    },
    async (page, cdp, done) => ({
      time: done,
      work: (await readWork(cdp)).work,
      waterfall: await page.evaluate(WATERFALL),
    }),
  );

/** Sum of all layout shifts until the card and its picture are there, on the same terms. */
export const stability = (browser, url) =>
  load(browser, url, throttle, async (page) => {
    await page.waitForLoadState('networkidle');
    // Two frames: the picture that came last has been laid out, and its shift reported.
    await page.evaluate('new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))');
    const shifts = await page.evaluate('bench.shifts');
    return { shift: shifts.reduce((sum, { value }) => sum + value, 0) };
  });

/**
 * Many cards, nothing throttled. `work`: milliseconds of processor time that the main thread took (script, style,
 * layout, paint) until all were rendered; `style` and `layout` are parts of it; `time`: until then by the clock,
 * network included; `heap`: bytes of JavaScript objects after garbage collection; `dom`: bytes of DOM objects; `memory`:
 * both.
 */
export const many = (browser, url) =>
  load(browser, url, countWork, async (_page, cdp, done) => {
    const work = await readWork(cdp);
    for (let round = 0; round < 3; round++) await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize, embedderHeapUsedSize } = await cdp.send('Runtime.getHeapUsage');
    return { ...work, time: done, heap: usedSize, dom: embedderHeapUsedSize, memory: usedSize + embedderHeapUsedSize };
  });

/** `time`: milliseconds until all elements of a page are ready and painted, on a slow phone's terms. */
export const page = (browser, url) => load(browser, url, throttle, async (_page, _cdp, done) => ({ time: done }));

/**
 * A page that was rendered before. `time`: milliseconds until its first text is painted, on a slow phone's terms; `shift`:
 * sum of all layout shifts until every element has adopted its content.
 */
export const rendered = (browser, url) =>
  load(browser, url, throttle, async (page, _cdp, done) => ({
    time: done,
    shift: await page.evaluate('bench.shifts'),
  }));

/** The same as {@link many} under the sampling profiler: slower, so never mixed with measured rounds. */
export const profile = (browser, url) => {
  let stop;
  return load(
    browser,
    url,
    async (cdp) => {
      await cdp.send('Profiler.enable');
      await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
      await cdp.send('Profiler.start');
      stop = () => cdp.send('Profiler.stop');
    },
    async () => (await stop()).profile,
  );
};

/** What makes Chromium sanitise by DOMPurify, as browsers do that have no Sanitizer API. */
const NO_SANITIZER = 'delete Element.prototype.setHTML; delete Document.parseHTML; delete globalThis.Sanitizer;';

/** Runs in the page: how long a text takes that has been sanitised already, by us and by `innerHTML`, in turn. */
const RACE = `(async () => {
  const first = document.querySelector('care-article');
  const place = first.parentElement.appendChild(document.createElement('div'));
  const time = async (run) => {
    const start = performance.now();
    await run();
    document.body.getBoundingClientRect(); // style and layout are part of what is measured
    return performance.now() - start;
  };
  const fetched = [];
  let article;
  first.addEventListener('care-load', (event) => (article = event.article));
  for (let round = 0; round < 5; round++) fetched.push(await time(() => first.reload()));
  const text = first.querySelector('[data-care-body]').innerHTML;
  first.remove();
  if (text.match(/<p>/g).length !== 300) throw new Error('not 300 paragraphs');
  const ours = [];
  const plain = [];
  const shown = () => place.querySelectorAll('p').length;
  const lap = async (times, run) => {
    times.push(await time(run));
    if (shown() !== 300) throw new Error('not rendered');
    place.replaceChildren();
    document.body.getBoundingClientRect();
  };
  for (let round = 0; round < 40; round++) {
    const element = document.createElement('care-article');
    element.article = { ...article };
    const laps = [
      () => lap(ours, () => (place.append(element), element.updateComplete)),
      () => lap(plain, () => void (place.innerHTML = text)),
    ];
    if (round % 2) laps.reverse();
    for (const run of laps) await run();
  }
  return { ours, plain, fetched };
})()`;

/**
 * The article of 300 paragraphs, milliseconds by the clock with style and layout, the fastest of many short rounds,
 * which is the one that other processes disturbed least: `ours` and `plain` (`innerHTML`) from the same sanitised text,
 * `fetched` fetched from the endpoint, sanitised and rendered.
 */
export const article = (browser, url, isPurified) =>
  load(
    browser,
    url,
    async (cdp) => {
      await cdp.send('Page.enable');
      if (isPurified) await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: NO_SANITIZER });
    },
    async (page) => {
      const times = await page.evaluate(RACE);
      return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, Math.min(...values)]));
    },
  );

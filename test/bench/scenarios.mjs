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

/** Milliseconds from the start of the navigation until the card's title has been painted, on a slow phone's terms. */
export const cold = (browser, url) =>
  load(browser, url, throttle, async (page, _cdp, done) => ({ time: done, waterfall: await page.evaluate(WATERFALL) }));

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
 * network included; `heap`: bytes of JavaScript objects after garbage collection; `dom`: bytes of DOM objects.
 */
export const many = (browser, url) =>
  load(
    browser,
    url,
    // Durations in processor time: what else runs on the machine does not count.
    (cdp) => cdp.send('Performance.enable', { timeDomain: 'threadTicks' }),
    async (_page, cdp, done) => {
      const { metrics } = await cdp.send('Performance.getMetrics');
      const seconds = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
      for (let round = 0; round < 3; round++) await cdp.send('HeapProfiler.collectGarbage');
      const { usedSize, embedderHeapUsedSize } = await cdp.send('Runtime.getHeapUsage');
      return {
        work: seconds.TaskDuration * 1000,
        style: seconds.RecalcStyleDuration * 1000,
        layout: seconds.LayoutDuration * 1000,
        time: done,
        heap: usedSize,
        dom: embedderHeapUsedSize,
      };
    },
  );

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

import { readFileSync } from 'node:fs';
import { LONG_SLUG, marker, slugOf } from './posts.mjs';

const probe = readFileSync(new URL('probe.js', import.meta.url), 'utf8');

/** The card's size as a page's own CSS would give it, so that nothing may move. */
const SIZED = '.card { display: block; width: 20em; height: 30em; }';
const GRID = '.cards { display: grid; grid-template-columns: repeat(4, 1fr); gap: 1em; }';

/**
 * One host page. All contestants get the same bytes but for the script's address and the tag.
 *
 * @param {object} options
 * @param {string} options.tag
 * @param {string} options.script
 * @param {string} options.endpoint
 * @param {number} [options.count] how many cards, each with a slug of its own; default 1
 * @param {boolean} [options.isLong] the one long text instead; default false
 * @param {boolean} [options.isSized] whether the page's CSS fixes the card's size; default true
 * @param {string[]} [options.preloads] addresses of scripts that the page names beside the first; default none
 */
export const createPage = ({ tag, script, endpoint, count = 1, isLong = false, isSized = true, preloads = [] }) => {
  const cards = Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const slug = isLong ? LONG_SLUG : slugOf(number);
    const link = `<a href="${endpoint}blog/${slug}/">Read the article</a>`;
    return `<${tag} class="card" slug="${slug}" data-marker="${marker(number)}">${link}</${tag}>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Riverside Recovery Center</title>
<style>
body { margin: 1em auto; max-width: 70em; font: 16px/1.5 sans-serif; }
${count > 1 ? GRID : isLong ? '' : isSized ? SIZED : '.card { width: 20em; }'}
</style>
<script data-count="${count}">${probe}</script>
<script type="module" src="${script}" data-care-endpoint="${endpoint}"></script>
${preloads.map((href) => `<link rel="modulepreload" href="${href}">`).join('\n')}
</head>
<body>
<h1>Riverside Recovery Center</h1>
<p>Evening groups, family sessions and a team that answers the phone.</p>
<div class="cards">
${cards.join('\n')}
</div>
<h2>Visit us</h2>
<p>We are open on weekdays from nine to seven. The entrance is beside the library.</p>
</body>
</html>
`;
};

/** Until the first text has been painted, and every layout shift until all elements of ours have settled. */
const PAINT_PROBE = `
  window.bench = { shifts: 0 };
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) bench.shifts += value; })
    .observe({ type: 'layout-shift', buffered: true });
  bench.done = new Promise((resolve) => {
    new PerformanceObserver((list, observer) => {
      const paint = list.getEntriesByName('first-contentful-paint')[0];
      if (!paint) return;
      observer.disconnect();
      const look = () => {
        const elements = [...document.querySelectorAll('[data-care-rendered]')];
        if (elements.every(({ state }) => state === 'ready')) resolve(paint.startTime);
        else requestAnimationFrame(look);
      };
      look();
    }).observe({ type: 'paint', buffered: true });
  });`;

/** A clinic's style sheet: every page has one, so a second one beside it costs no round trip of its own. */
export const SITE_STYLES = 'body { margin: 1em auto; max-width: 60em; font: 16px/1.5 sans-serif; }';

/**
 * An article page with its text in it: as our elements, with script and style sheet, or, for comparison, the same text in
 * plain HTML without both.
 *
 * @param {string} rendered `body` of {@link createArticlePage}, rendered
 * @param {string} [sheet] the style sheet, as a link or as it is; without it, plain HTML
 */
export const createRenderedPage = (rendered, sheet) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Riverside Recovery Center</title>
<link rel="stylesheet" href="/site.css">
<script>${PAINT_PROBE}</script>
${sheet ? `${sheet}<script type="module" src="/dist/care-widgets.js"></script>` : ''}
</head>
<body>
${sheet ? rendered : rendered.replace(/<(\/?)care-[a-z-]+(?: [^>]*)?>/g, '<$1div>')}
</body>
</html>
`;

/**
 * The page of one article: text with contents and structured data, who wrote it, its neighbours, topics and a list. Done
 * when every element is ready.
 *
 * @param {{ script: string, endpoint: string }} options
 */
export const createArticlePage = ({ script, endpoint }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Riverside Recovery Center</title>
<script>
  window.bench = {
    done: new Promise((resolve) => {
      const look = () => {
        const elements = [...document.querySelectorAll('article-page > *')];
        const areReady = elements.length && elements.every((element) => element.state === 'ready');
        if (areReady) requestAnimationFrame(() => resolve(performance.now()));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }),
  };
</script>
<script type="module" src="${script}" data-care-endpoint="${endpoint}"></script>
</head>
<body>
<article-page>
<care-article slug="${slugOf(3)}" with-toc with-structured-data></care-article>
<care-author slug="${slugOf(3)}" with-glossary></care-author>
<care-post-nav slug="${slugOf(3)}"></care-post-nav>
<care-categories></care-categories>
<care-article-list with-filter></care-article-list>
</article-page>
</body>
</html>
`;

// The page that stands beside the files in the zip: it shows that they work, from the very folder that they lie in, also
// where it is opened from a disk, and says what to do next.

const SAMPLES = [
  {
    id: '1',
    slug: 'first-week',
    title: 'Your first week in the program, day by day',
    excerpt: 'Who you meet, what you are asked, and how much of the evening is left for you.',
    publishedAt: '2026-10-29T09:00:00-05:00',
    authors: [{ name: 'Dana Whitfield', credentials: ['MS', 'LPC'] }],
  },
  {
    id: '2',
    slug: 'levels-of-care',
    title: 'Levels of care, explained in plain words',
    excerpt: 'Outpatient, intensive outpatient, partial hospitalization, residential: what the names mean.',
    publishedAt: '2026-11-09T09:00:00-06:00',
    authors: [{ name: 'Marcus Bell', credentials: ['LCSW'] }],
  },
].map((article) => ({
  url: `https://your-clinic.example/${article.slug}/`,
  reviewers: [],
  categories: [],
  tags: [],
  isProtected: false,
  ...article,
}));

/** A script's text inside HTML: `</script>` would end it. */
const json = (value) => JSON.stringify(value).replaceAll('<', '\\u003c');

/** @param {{ version: string, integrity: string }} release `integrity`: SRI hash of care-widgets.js. */
export const readMeFirst = ({ version, integrity }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>care-widgets ${version}: read me first</title>
<style>
  :root { color-scheme: light dark }
  body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.6 system-ui, sans-serif }
  pre { padding: 1rem; overflow-x: auto; background: color-mix(in srgb, currentcolor 7%, transparent); border-radius: .5rem; font-size: .9rem }
  section { margin-block: 2.5rem }
</style>
<script src="care-widgets.classic.js"></script>
</head>
<body>
<main>
<h1>care-widgets ${version}</h1>
<p>These are the files of care-widgets. Below this line the widgets run from the folder that you have just opened, on sample
words: what you see here, your visitors will see.</p>

<section aria-label="Widgets at work">
<care-article-list id="sample" without-image layout="list" heading-level="2"></care-article-list>
<p></p>
<care-contact heading="Call or write" phone="+1-512-555-0142" phone-label="(512) 555-0142" email="hello@your-clinic.example" hours="Mo-Fr 08:00-18:00" time-zone="America/Chicago" crisis-region="us"><a href="tel:+15125550142">Call (512) 555-0142</a></care-contact>
</section>

<h2>1. Upload the folder</h2>
<p>Put this whole folder on your website, <strong>with its folder <code>chunks</code></strong>, so that
<code>care-widgets.js</code> answers at <code>https://your-clinic.example/care-widgets-${version}/care-widgets.js</code>.</p>

<h2>2. Name your blog, once a page</h2>
<pre><code>&lt;script type="module" src="/care-widgets-${version}/care-widgets.js"
  integrity="${integrity}" crossorigin
  data-care-endpoint="https://your-clinic.example"&gt;&lt;/script&gt;</code></pre>

<h2>3. Write a tag where the widget shall stand</h2>
<pre><code>&lt;care-article-list&gt;
  &lt;a href="https://your-clinic.example/blog/"&gt;Our articles&lt;/a&gt;
&lt;/care-article-list&gt;</code></pre>
<p>What you write inside is shown until the script has come, and wherever it cannot.</p>

<h2>Where scripts of type “module” cannot be used</h2>
<pre><code>&lt;script src="/care-widgets-${version}/care-widgets.classic.js" data-care-endpoint="https://your-clinic.example"&gt;&lt;/script&gt;</code></pre>

<h2>If nothing shows</h2>
<p>Open the page, press F12, and look at the console: every message of care-widgets says what to write.</p>
</main>
<script>
  document.getElementById('sample').articles = ${json(SAMPLES)};
</script>
</body>
</html>
`;

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/define/care-article.js';
import { articleBody, type Article } from '../src/index.js';
import { sampleArticle } from './sample-sources.js';
import { CONTENT } from './content-folder.js';

interface Arguments {
  slug?: string;
  endpoint?: string;
  source?: string;
  locale?: string;
  'article-url'?: string;
  'category-url'?: string;
  'heading-level'?: number;
  summary?: string;
  'next-review'?: string;
  isolated?: boolean;
  'excerpt-only'?: boolean;
  'with-toc'?: boolean;
  'with-structured-data'?: boolean;
  'without-image'?: boolean;
  'without-byline'?: boolean;
  'without-dates'?: boolean;
  'without-categories'?: boolean;
  'without-reading-time'?: boolean;
  'without-attribution'?: boolean;
  debug?: boolean;
  article?: Article;
  width?: string;
  fallback?: unknown;
}

const meta: Meta<Arguments> = {
  title: 'care-article',
  component: 'care-article',
  args: { slug: 'what-is-an-iop', endpoint: `${CONTENT}feed.json`, width: '44rem' },
  argTypes: {
    'heading-level': { control: { type: 'number', min: 1, max: 6 } },
    article: { control: false },
    fallback: { control: false },
  },
  render: (args) =>
    html`<div style="max-inline-size: ${args.width ?? '44rem'}">
      <care-article
        slug=${args.slug || nothing}
        endpoint=${args.endpoint || nothing}
        source=${args.source ?? nothing}
        locale=${args.locale ?? nothing}
        article-url=${args['article-url'] ?? nothing}
        category-url=${args['category-url'] ?? nothing}
        heading-level=${args['heading-level'] ?? nothing}
        summary=${args.summary ?? nothing}
        next-review=${args['next-review'] ?? nothing}
        ?isolated=${args.isolated}
        ?excerpt-only=${args['excerpt-only']}
        ?with-toc=${args['with-toc']}
        ?with-structured-data=${args['with-structured-data']}
        ?without-image=${args['without-image']}
        ?without-byline=${args['without-byline']}
        ?without-dates=${args['without-dates']}
        ?without-categories=${args['without-categories']}
        ?without-reading-time=${args['without-reading-time']}
        ?without-attribution=${args['without-attribution']}
        debug=${args.debug ? '' : nothing}
        .article=${args.article}
        >${args.fallback ?? nothing}</care-article
      >
    </div>`,
};
export default meta;

type Story = StoryObj<Arguments>;

const becomes =
  (wanted: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const article = canvasElement.querySelector('care-article');
    if (!article) throw new Error('no article');
    while (article.state !== wanted) await new Promise((resolve) => requestAnimationFrame(resolve));
    await article.updateComplete;
  };

const fallback = html`<a href="https://clinic.example/articles/">All our articles</a>`;
const url = sampleArticle.url ?? 'https://clinic.example/';

/** What the WordPress block editor leaves in a text. */
const blocks = await articleBody(
  `<p>Nobody has to speak on the first evening. <a href="#tea">Tea</a> comes first.</p>
  <div class="wp-block-columns"><div><h2>Before</h2><p>Chairs, water, a list of names.</p></div><div><h2>After</h2><p>The same chairs, moved closer.</p></div></div>
  <blockquote><p>I came for the coffee and stayed for the people.</p></blockquote>
  <figure class="wp-block-pullquote"><blockquote><p>What is said here stays here.</p></blockquote></figure>
  <h2 id="tea">An evening, hour by hour</h2>
  <table><thead><tr><th>Time</th><th>What happens</th><th>Who leads</th></tr></thead><tbody><tr><td>18:00</td><td>Arriving, tea</td><td>Everybody</td></tr><tr><td>18:30</td><td>Group</td><td>Counselor</td></tr></tbody></table>
  <div class="wp-block-buttons"><a href="/visit/">Visit us</a><a href="/call/">Call us</a></div>
  <iframe src="https://www.youtube.com/embed/abc123" title="A walk through our rooms"></iframe>
  <details><summary>May I bring someone?</summary><p>Yes, to the open evening.</p></details>
  <pre><code>A line of code, as typed.</code></pre>`,
  { url },
);
const arabic = await articleBody(
  '<p>لا أحد مضطر للكلام في المساء الأول.</p><h2>قبل البدء</h2><ul><li>كراسٍ وماء</li><li>أسماء الحاضرين</li></ul><blockquote><p>ما يقال هنا يبقى هنا.</p></blockquote>',
  { url },
);
const full: Article = { ...sampleArticle, body: blocks, siteName: 'Harbor Clinic', language: 'en' };

export const Whole: Story = { play: becomes('ready') };
export const WithContents: Story = { args: { 'with-toc': true, 'with-structured-data': true }, play: becomes('ready') };
export const Isolated: Story = { args: { isolated: true, 'with-toc': true }, play: becomes('ready') };
/** A short answer and the day of the next review, both given by the page's owner. */
export const WithAShortAnswer: Story = {
  args: {
    summary: 'Nine or more hours of treatment a week, and home every night.',
    'next-review': '2027-11-16',
    'heading-level': 1,
  },
  play: becomes('ready'),
};
/** From 64em of its own width on, the contents stand beside the text. */
export const ContentsBesideTheText: Story = { args: { 'with-toc': true, width: '72rem' }, play: becomes('ready') };
export const InANarrowPlace: Story = {
  args: { article: full, width: '18rem', 'with-toc': true },
  play: becomes('ready'),
};
export const ExcerptOnly: Story = { args: { 'excerpt-only': true }, play: becomes('ready') };
export const InSpanish: Story = {
  args: { slug: 'apoyar-sin-perderse', locale: 'es', 'with-toc': true },
  play: becomes('ready'),
};
export const TextOnly: Story = {
  args: {
    'without-image': true,
    'without-byline': true,
    'without-dates': true,
    'without-categories': true,
    'without-reading-time': true,
    'without-attribution': true,
  },
  play: becomes('ready'),
};
/** Columns, quotations, a table, buttons, an embed as a card. */
export const BlocksOfAnotherSite: Story = { args: { article: full, 'with-toc': true }, play: becomes('ready') };
export const Arabic: Story = {
  args: { article: { ...full, body: arabic, language: 'ar', title: 'مساء في المجموعة: ما يقال وما يبقى في الغرفة' } },
  play: becomes('ready'),
};
export const NotPublic: Story = { args: { article: { ...full, isProtected: true } }, play: becomes('ready') };
export const Loading: Story = { args: { source: 'never-answers' }, play: becomes('loading') };
export const LoadingWithFallback: Story = { args: { source: 'never-answers', fallback }, play: becomes('loading') };
export const Failed: Story = { args: { source: 'server-down' }, play: becomes('error') };
export const FailedWithFallback: Story = { args: { source: 'server-down', fallback }, play: becomes('error') };
export const NotFound: Story = { args: { slug: 'no-such-article' }, play: becomes('error') };
/** What a webmaster sees with `debug`. */
export const Debug: Story = { args: { endpoint: '', debug: true }, play: becomes('error') };

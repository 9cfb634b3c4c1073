import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/define/care-article-card.js';
import type { Article } from '../src/index.js';
import { sampleArticle } from './sample-sources.js';
import { CONTENT } from './content-folder.js';

interface Arguments {
  slug?: string;
  'article-id'?: string;
  latest?: boolean;
  endpoint?: string;
  source?: string;
  'article-url'?: string;
  locale?: string;
  layout?: 'vertical' | 'horizontal' | 'compact';
  'heading-level'?: number;
  'without-image'?: boolean;
  'without-excerpt'?: boolean;
  'without-byline'?: boolean;
  'without-date'?: boolean;
  debug?: boolean;
  article?: Article;
  /** Width of the place that the card stands in. */
  width?: string;
  fallback?: unknown;
}

const meta: Meta<Arguments> = {
  title: 'care-article-card',
  component: 'care-article-card',
  args: { slug: 'what-is-an-iop', endpoint: `${CONTENT}feed.json`, layout: 'vertical', width: '22rem' },
  argTypes: {
    layout: { control: 'inline-radio', options: ['vertical', 'horizontal', 'compact'] },
    'heading-level': { control: { type: 'number', min: 1, max: 6 } },
    article: { control: false },
    fallback: { control: false },
  },
  render: (args) =>
    html`<div style="max-inline-size: ${args.width ?? '22rem'}">
      <care-article-card
        slug=${args.slug || nothing}
        article-id=${args['article-id'] ?? nothing}
        ?latest=${args.latest}
        endpoint=${args.endpoint || nothing}
        source=${args.source ?? nothing}
        article-url=${args['article-url'] ?? nothing}
        locale=${args.locale ?? nothing}
        layout=${args.layout ?? nothing}
        heading-level=${args['heading-level'] ?? nothing}
        ?without-image=${args['without-image']}
        ?without-excerpt=${args['without-excerpt']}
        ?without-byline=${args['without-byline']}
        ?without-date=${args['without-date']}
        debug=${args.debug ? '' : nothing}
        .article=${args.article}
        >${args.fallback ?? nothing}</care-article-card
      >
    </div>`,
};
export default meta;

type Story = StoryObj<Arguments>;

const state = async (canvasElement: HTMLElement, wanted: string): Promise<void> => {
  const card = canvasElement.querySelector('care-article-card');
  if (!card) throw new Error('no card');
  while (card.state !== wanted) await new Promise((resolve) => requestAnimationFrame(resolve));
  await card.updateComplete;
};
const becomes =
  (wanted: string): NonNullable<Story['play']> =>
  ({ canvasElement }) =>
    state(canvasElement, wanted);

const fallback = html`<a href="https://clinic.example/articles/">All our articles</a>`;

export const Vertical: Story = { play: becomes('ready') };
export const Horizontal: Story = { args: { layout: 'horizontal', width: '44rem' }, play: becomes('ready') };
export const HorizontalInANarrowPlace: Story = {
  args: { layout: 'horizontal', width: '18rem' },
  play: becomes('ready'),
};
export const Compact: Story = { args: { layout: 'compact' }, play: becomes('ready') };
export const Latest: Story = { args: { slug: '', latest: true }, play: becomes('ready') };
export const InSpanish: Story = { args: { slug: 'apoyar-sin-perderse', locale: 'es' }, play: becomes('ready') };
export const TextOnly: Story = { args: { 'without-image': true }, play: becomes('ready') };
export const TitleOnly: Story = {
  args: { 'without-image': true, 'without-excerpt': true, 'without-byline': true, 'without-date': true },
  play: becomes('ready'),
};
export const GivenArticle: Story = { args: { article: sampleArticle }, play: becomes('ready') };
/** Topic, review and minutes, each where the source says it; of three authors the first and how many more. */
export const EverythingTold: Story = {
  args: {
    article: {
      ...sampleArticle,
      authors: [...sampleArticle.authors, { name: 'Ellen Marsh', credentials: ['PsyD'] }],
      reviewers: [{ name: 'Amara Osei', credentials: ['MD'] }],
      readingMinutes: 4,
    },
  },
  play: becomes('ready'),
};
export const LongTitle: Story = {
  args: { article: { ...sampleArticle, title: `${sampleArticle.title} `.repeat(6).trim() } },
  play: becomes('ready'),
};
export const Arabic: Story = {
  args: {
    article: {
      ...sampleArticle,
      language: 'ar',
      title: 'مساء في المجموعة: ما يقال وما يبقى في الغرفة',
      excerpt: 'لا أحد مضطر للكلام في المساء الأول.',
      authors: [],
    },
  },
  play: becomes('ready'),
};
export const NothingButATitle: Story = {
  args: {
    article: {
      id: '2',
      slug: 'x',
      title: 'A title alone',
      excerpt: '',
      authors: [],
      reviewers: [],
      categories: [],
      tags: [],
      isProtected: false,
    },
  },
  play: becomes('ready'),
};

/** The space is held, and nothing jumps when the answer comes. */
export const Loading: Story = { args: { source: 'never-answers' }, play: becomes('loading') };
export const LoadingHorizontal: Story = {
  args: { source: 'never-answers', layout: 'horizontal', width: '44rem' },
  play: becomes('loading'),
};
export const LoadingCompact: Story = { args: { source: 'never-answers', layout: 'compact' }, play: becomes('loading') };
/** The author's own words stay until there is something better. */
export const LoadingWithFallback: Story = { args: { source: 'never-answers', fallback }, play: becomes('loading') };
export const Failed: Story = { args: { source: 'server-down' }, play: becomes('error') };
export const FailedWithFallback: Story = { args: { source: 'server-down', fallback }, play: becomes('error') };
export const Offline: Story = { args: { source: 'offline' }, play: becomes('error') };
export const OfflineInSpanish: Story = { args: { source: 'offline', locale: 'es' }, play: becomes('error') };
export const NotPublic: Story = { args: { source: 'forbidden' }, play: becomes('error') };
export const NotFound: Story = { args: { slug: 'no-such-article' }, play: becomes('error') };
export const Empty: Story = { args: { slug: '', latest: true, source: 'empty' }, play: becomes('empty') };
/** What a webmaster sees with `debug`. */
export const Debug: Story = { args: { endpoint: '', debug: true }, play: becomes('error') };

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/define/care-article-list.js';
import type { Article } from '../src/index.js';
import { sampleArticle } from './sample-sources.js';
import { CONTENT } from './content-folder.js';

interface Arguments {
  endpoint?: string;
  source?: string;
  category?: string;
  search?: string;
  'per-page'?: number;
  layout?: 'grid' | 'list' | 'compact';
  'with-filter'?: boolean;
  'with-search'?: boolean;
  'with-more'?: boolean;
  'heading-level'?: number;
  locale?: string;
  articles?: readonly Article[];
  /** Width of the place that the list stands in. */
  width?: string;
  fallback?: unknown;
}

const meta: Meta<Arguments> = {
  title: 'care-article-list',
  component: 'care-article-list',
  args: { endpoint: `${CONTENT}feed.json`, layout: 'grid', 'per-page': 6 },
  argTypes: {
    layout: { control: 'inline-radio', options: ['grid', 'list', 'compact'] },
    articles: { control: false },
    fallback: { control: false },
  },
  render: (args) =>
    html`<div style="max-inline-size: ${args.width ?? 'none'}">
      <care-article-list
        endpoint=${args.endpoint || nothing}
        source=${args.source ?? nothing}
        category=${args.category ?? nothing}
        search=${args.search ?? nothing}
        per-page=${args['per-page'] ?? nothing}
        layout=${args.layout ?? nothing}
        heading-level=${args['heading-level'] ?? nothing}
        locale=${args.locale ?? nothing}
        ?with-filter=${args['with-filter']}
        ?with-search=${args['with-search']}
        ?with-more=${args['with-more']}
        .articles=${args.articles}
        >${args.fallback ?? nothing}</care-article-list
      >
    </div>`,
};
export default meta;

type Story = StoryObj<Arguments>;

const becomes =
  (wanted: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const element = canvasElement.querySelector('care-article-list');
    if (!element) throw new Error('no care-article-list');
    while (element.state !== wanted) await new Promise((resolve) => requestAnimationFrame(resolve));
    await element.updateComplete;
  };

const all = { 'with-filter': true, 'with-search': true, 'with-more': true };

/** The sample article under other names, with a picture where that is said. */
const sample = (...withPicture: boolean[]): Article[] => {
  const { image, ...rest } = sampleArticle;
  return withPicture.map((has, at) => ({
    ...rest,
    id: `${at}`,
    slug: `sample-${at}`,
    ...(has && image ? { image } : {}),
  }));
};

export const Grid: Story = { play: becomes('ready') };
export const List: Story = { args: { layout: 'list', 'per-page': 3 }, play: becomes('ready') };
export const Compact: Story = { args: { layout: 'compact' }, play: becomes('ready') };
/** Where one card would be left alone in its row, the first one takes a row. */
export const FourInThreeColumns: Story = { args: { 'per-page': 4 }, play: becomes('ready') };
export const ThreeInTwoColumns: Story = { args: { 'per-page': 3, width: '48rem' }, play: becomes('ready') };
export const RowsInANarrowPlace: Story = {
  args: { layout: 'list', 'per-page': 3, width: '22rem' },
  play: becomes('ready'),
};
/** Drawn where others have a picture. */
export const SomeWithoutPicture: Story = {
  args: { articles: sample(true, false, true, false, true, false) },
  play: becomes('ready'),
};
export const SomeWithoutPictureCompact: Story = {
  args: { articles: sample(true, false, true), layout: 'compact', width: '24rem' },
  play: becomes('ready'),
};
/** Text only where most have none. */
export const MostWithoutPicture: Story = { args: { articles: sample(true, false, false) }, play: becomes('ready') };
export const WithEverything: Story = { args: all, play: becomes('ready') };
export const OneCategory: Story = { args: { category: 'family' }, play: becomes('ready') };
export const InSpanish: Story = { args: { ...all, locale: 'es' }, play: becomes('ready') };
/** Ghost's Content API, by recorded answers; the second post is for members. */
export const FromGhost: Story = { args: { ...all, source: 'recorded-ghost' }, play: becomes('ready') };
export const Loading: Story = { args: { ...all, source: 'never-answers' }, play: becomes('loading') };
export const Empty: Story = { args: { source: 'empty' }, play: becomes('empty') };
export const NothingMatches: Story = { args: { ...all, search: 'no such word' }, play: becomes('empty') };
export const Failed: Story = { args: { ...all, source: 'server-down' }, play: becomes('error') };
export const Offline: Story = { args: { source: 'offline' }, play: becomes('error') };
export const FailedWithFallback: Story = {
  args: { source: 'server-down', fallback: html`<a href="/resources.html">All our articles</a>` },
  play: becomes('error'),
};

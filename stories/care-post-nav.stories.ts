import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/define/care-post-nav.js';
import './sample-sources.js';
import { CONTENT } from './content-folder.js';

interface Arguments {
  endpoint?: string;
  source?: string;
  slug?: string;
  'same-category'?: boolean;
  'article-url'?: string;
  locale?: string;
  fallback?: unknown;
}

const meta: Meta<Arguments> = {
  title: 'care-post-nav',
  component: 'care-post-nav',
  args: { endpoint: `${CONTENT}feed.json`, slug: 'first-week', 'article-url': '/article.html?article={slug}' },
  argTypes: { fallback: { control: false } },
  render: (args) =>
    html`<care-post-nav
      endpoint=${args.endpoint || nothing}
      source=${args.source ?? nothing}
      slug=${args.slug ?? nothing}
      ?same-category=${args['same-category']}
      article-url=${args['article-url'] ?? nothing}
      locale=${args.locale ?? nothing}
      >${args.fallback ?? nothing}</care-post-nav
    >`,
};
export default meta;

type Story = StoryObj<Arguments>;

const becomes =
  (wanted: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const element = canvasElement.querySelector('care-post-nav');
    if (!element) throw new Error('no care-post-nav');
    while (element.state !== wanted) await new Promise((resolve) => requestAnimationFrame(resolve));
    await element.updateComplete;
  };

export const Both: Story = { play: becomes('ready') };
export const Newest: Story = { args: { slug: 'what-is-an-iop' }, play: becomes('ready') };
export const SameCategory: Story = { args: { 'same-category': true }, play: becomes('ready') };
export const InSpanish: Story = { args: { locale: 'es' }, play: becomes('ready') };
export const Loading: Story = { args: { source: 'never-answers' }, play: becomes('loading') };
/** There is one article only. */
export const Empty: Story = { args: { source: 'memory', slug: 'an-evening-in-group' }, play: becomes('empty') };
export const Failed: Story = { args: { source: 'server-down' }, play: becomes('error') };
export const NotFound: Story = { args: { slug: 'no-such-article' }, play: becomes('error') };
export const FailedWithFallback: Story = {
  args: { source: 'server-down', fallback: html`<a href="/resources.html">All articles</a>` },
  play: becomes('error'),
};

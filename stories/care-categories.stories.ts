import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/define/care-categories.js';
import './sample-sources.js';
import { CONTENT } from './content-folder.js';

interface Arguments {
  endpoint?: string;
  source?: string;
  layout?: 'list' | 'inline';
  current?: string;
  label?: string;
  'category-url'?: string;
  locale?: string;
  fallback?: unknown;
}

const meta: Meta<Arguments> = {
  title: 'care-categories',
  component: 'care-categories',
  args: { endpoint: `${CONTENT}feed.json`, 'category-url': '/topics/{slug}.html', layout: 'list', current: 'recovery' },
  argTypes: { layout: { control: 'inline-radio', options: ['list', 'inline'] }, fallback: { control: false } },
  render: (args) =>
    html`<care-categories
      endpoint=${args.endpoint || nothing}
      source=${args.source ?? nothing}
      layout=${args.layout ?? nothing}
      current=${args.current ?? nothing}
      label=${args.label ?? nothing}
      category-url=${args['category-url'] ?? nothing}
      locale=${args.locale ?? nothing}
      >${args.fallback ?? nothing}</care-categories
    >`,
};
export default meta;

type Story = StoryObj<Arguments>;

const becomes =
  (wanted: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const element = canvasElement.querySelector('care-categories');
    if (!element) throw new Error('no care-categories');
    while (element.state !== wanted) await new Promise((resolve) => requestAnimationFrame(resolve));
    await element.updateComplete;
  };

export const List: Story = { play: becomes('ready') };
export const Inline: Story = { args: { layout: 'inline' }, play: becomes('ready') };
export const InSpanish: Story = { args: { locale: 'es' }, play: becomes('ready') };
export const Loading: Story = { args: { source: 'never-answers' }, play: becomes('loading') };
export const LoadingInline: Story = { args: { source: 'never-answers', layout: 'inline' }, play: becomes('loading') };
export const Empty: Story = { args: { source: 'empty' }, play: becomes('empty') };
export const Failed: Story = { args: { source: 'server-down' }, play: becomes('error') };
/** The author's own links stay. */
export const FailedWithFallback: Story = {
  args: { source: 'server-down', fallback: html`<a href="/topics/">All topics</a>` },
  play: becomes('error'),
};

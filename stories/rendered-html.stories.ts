/// <reference types="vite/client" />
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import '../src/define/care-article.js';
import '../src/define/care-article-card.js';
import '../src/define/care-article-list.js';
import '../src/define/care-author.js';
import '../src/define/care-benefits.js';
import '../src/define/care-categories.js';
import '../src/define/care-post-nav.js';
import '../src/styles/care-widgets.css';
import '../src/styles/care-widgets.looks.css';
import { CONTENT } from './content-folder.js';

/** What the renderer writes, by name. */
const golden = import.meta.glob<string>('../test/golden/*.html', { query: '?raw', eager: true, import: 'default' });

interface Arguments {
  tag: string;
  /** Attributes as a page writes them. */
  attributes: string;
  /** Name of the rendered sample. */
  sample: string;
}

/** Content that was in the page before the script: adopted as it stands, without a request. */
const meta: Meta<Arguments> = {
  title: 'Rendered HTML',
  parameters: { controls: { disable: true } },
  render: ({ tag, attributes, sample }) => {
    const place = document.createElement('div');
    place.style.maxInlineSize = '60rem';
    // a story asks no other host: the picture of the sample is one of the content beside it
    const inside = (golden[`../test/golden/${sample}.html`] ?? '').replaceAll(
      /(src=")https:\/\/clinic\.example\/[^"]*/g,
      `$1${CONTENT}pictures/front-door-480.webp`,
    );
    place.innerHTML = `<${tag} ${attributes} data-care-rendered="2026-11-01T09:00:00Z">${inside}</${tag}>`;
    return place;
  },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<HTMLElement & { state: string }>('[data-care-rendered]');
    await waitFor(() => expect(element?.state).toBe('ready'));
  },
};
export default meta;
type Story = StoryObj<Arguments>;

const story = (tag: string, sample: string, attributes = ''): Story => ({
  args: { tag, attributes, sample: `${tag}.${sample}` },
});

export const Card: Story = story('care-article-card', 'bare');
export const CardInALook: Story = story(
  'care-article-card',
  'complete',
  'look="calm" density="roomy" data-care-dress="calm roomy"',
);
export const CardInTheDark: Story = story('care-article-card', 'complete', 'theme="dark" data-care-dress="dark"');
export const CardRightToLeft: Story = story('care-article-card', 'right-to-left');
export const Article: Story = story('care-article', 'contents', 'heading-level="1"');
export const ArticleInSpanish: Story = story('care-article', 'spanish');
export const Protected: Story = story('care-article', 'protected');
export const PostNav: Story = story('care-post-nav', 'both');
export const Categories: Story = story('care-categories', 'current', 'layout="inline"');
export const Author: Story = story('care-author', 'letters');
export const Benefits: Story = story('care-benefits', 'built-in', 'with-comparison with-faq');
export const BenefitsAccordion: Story = story('care-benefits', 'accordion', 'layout="accordion"');

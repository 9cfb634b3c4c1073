import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/define/care-article-card.js';
import '../src/define/care-config.js';
import { CONTENT } from './content-folder.js';

interface Arguments {
  endpoint?: string;
  theme?: 'light' | 'dark' | 'auto';
  locale?: string;
  'article-url'?: string;
}

const meta: Meta<Arguments> = {
  title: 'care-config',
  component: 'care-config',
  args: { endpoint: `${CONTENT}feed.json`, theme: 'auto', 'article-url': '/resources?article={slug}' },
  argTypes: { theme: { control: 'inline-radio', options: ['light', 'dark', 'auto'] } },
};
export default meta;

type Story = StoryObj<Arguments>;

const cards = ['what-is-an-iop', 'sleep-in-early-recovery'].map(
  (slug) => html`<care-article-card slug=${slug} style="inline-size: 20rem"></care-article-card>`,
);
const row = (content: unknown) => html`<div style="display: flex; flex-wrap: wrap; gap: 1.5rem">${content}</div>`;

/** One endpoint for every widget inside. */
export const OneEndpoint: Story = {
  render: (args) =>
    html`<care-config
      endpoint=${args.endpoint ?? nothing}
      theme=${args.theme ?? nothing}
      locale=${args.locale ?? nothing}
      article-url=${args['article-url'] ?? nothing}
      >${row(cards)}</care-config
    >`,
};

/** The inner one gives a language and takes the rest from the outer one. */
export const Nested: Story = {
  render: (args) =>
    html`<care-config endpoint=${args.endpoint ?? nothing}>
      ${row(html`${cards[0]}<care-config locale="es">${cards[1]}</care-config>`)}
    </care-config>`,
};

/** What a webmaster sees with `debug`: below each element what is wrong with it, on the first also what is wrong with the page. */
export const Debug: Story = {
  render: (args) =>
    html`<care-config endpoint=${args.endpoint ?? nothing} debug>
      ${row(
        html`<care-article-card slug="what-is-an-iop" lay-out="compact" style="inline-size: 20rem"></care-article-card>
          <care-article-card
            slug="nobody-wrote-this"
            heading-level="h3"
            style="inline-size: 20rem"
          ></care-article-card>`,
      )}
    </care-config>`,
};

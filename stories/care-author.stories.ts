import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/define/care-author.js';
import './sample-sources.js';
import { CONTENT } from './content-folder.js';

interface Arguments {
  endpoint?: string;
  source?: string;
  slug?: string;
  name?: string;
  credentials?: string;
  url?: string;
  image?: string;
  'with-glossary'?: boolean;
  locale?: string;
  /** `LAC: Licensed Addiction Counselor; MS:` */
  expansions?: string;
  dir?: 'rtl';
  fallback?: unknown;
}

const meta: Meta<Arguments> = {
  title: 'care-author',
  component: 'care-author',
  args: { endpoint: `${CONTENT}feed.json` },
  argTypes: { expansions: { control: 'text' }, fallback: { control: false }, dir: { control: false } },
  render: (args) =>
    html`<care-author
      endpoint=${args.endpoint || nothing}
      source=${args.source ?? nothing}
      slug=${args.slug ?? nothing}
      name=${args.name ?? nothing}
      credentials=${args.credentials ?? nothing}
      url=${args.url ?? nothing}
      image=${args.image ?? nothing}
      ?with-glossary=${args['with-glossary']}
      locale=${args.locale ?? nothing}
      expansions=${args.expansions ?? nothing}
      dir=${args.dir ?? nothing}
      >${args.fallback ?? nothing}</care-author
    >`,
};
export default meta;

type Story = StoryObj<Arguments>;

const becomes =
  (wanted: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const element = canvasElement.querySelector('care-author');
    if (!element) throw new Error('no care-author');
    while (element.state !== wanted) await new Promise((resolve) => requestAnimationFrame(resolve));
    await element.updateComplete;
  };

export const OfAnArticle: Story = { args: { slug: 'levels-of-care', 'with-glossary': true }, play: becomes('ready') };
export const Named: Story = {
  args: {
    name: 'Dana Whitfield',
    credentials: 'MS, LPC',
    url: '/team/',
    image: `${CONTENT}pictures/courtyard-480.webp`,
  },
  play: becomes('ready'),
};
export const WithGlossary: Story = {
  args: { name: 'Dana Whitfield', credentials: 'MS, LPC, LADC', 'with-glossary': true },
  play: becomes('ready'),
};
/** LAC stands for several things: it is explained only because the owner says what it is here. */
export const OwnersWords: Story = {
  args: {
    name: 'Dana Whitfield, LAC, MS',
    'with-glossary': true,
    expansions: 'LAC: Licensed Addiction Counselor (Colorado)',
  },
  play: becomes('ready'),
};
export const UnknownLetters: Story = {
  args: { name: 'Dana Whitfield, XYZQ', 'with-glossary': true },
  play: becomes('ready'),
};
export const InSpanish: Story = {
  args: { name: 'Rosa Delgado, LMFT', 'with-glossary': true, locale: 'es' },
  play: becomes('ready'),
};
/** Its own words keep their order, and stand on the side where the page begins. */
export const FromRightToLeft: Story = {
  args: { name: 'Dana Whitfield, MS, LPC', 'with-glossary': true, dir: 'rtl' },
  play: becomes('ready'),
};
export const PortraitDoesNotArrive: Story = {
  args: { name: 'Dana Whitfield, MS', image: `${CONTENT}pictures/no-such-portrait.webp` },
  play: becomes('ready'),
};
/** The article names nobody. */
export const Empty: Story = { args: { slug: 'first-week' }, play: becomes('empty') };
export const EmptyWithFallback: Story = {
  args: { slug: 'first-week', fallback: html`<p>By our clinical team</p>` },
  play: becomes('empty'),
};
export const Loading: Story = { args: { slug: 'x', source: 'never-answers' }, play: becomes('loading') };
export const Failed: Story = { args: { slug: 'x', source: 'server-down' }, play: becomes('error') };
export const FailedWithFallback: Story = {
  args: { slug: 'x', source: 'server-down', fallback: html`<p>By our clinical team</p>` },
  play: becomes('error'),
};

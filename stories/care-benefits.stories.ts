import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/define/care-benefits.js';
import { articleBody, type Benefit, type FaqEntry, type LevelOfCare } from '../src/index.js';
import './sample-sources.js';
import { CONTENT } from './content-folder.js';

interface Arguments {
  endpoint?: string;
  source?: string;
  slug?: string;
  section?: string;
  layout?: string;
  heading?: string;
  'heading-level'?: number;
  'with-comparison'?: boolean;
  'with-faq'?: boolean;
  locale?: string;
  benefits?: readonly Benefit[];
  levels?: readonly LevelOfCare[];
  faq?: readonly FaqEntry[];
  width?: string;
  children?: unknown;
}

const meta: Meta<Arguments> = {
  title: 'care-benefits',
  component: 'care-benefits',
  args: { width: '60rem' },
  argTypes: {
    layout: { control: 'inline-radio', options: ['list', 'grid', 'accordion'] },
    'heading-level': { control: { type: 'number', min: 1, max: 6 } },
    benefits: { control: 'object' },
    levels: { control: 'object' },
    faq: { control: 'object' },
    children: { control: false },
  },
  render: (args) =>
    html`<div style="max-inline-size: ${args.width ?? '60rem'}">
      <care-benefits
        endpoint=${args.endpoint ?? nothing}
        source=${args.source ?? nothing}
        slug=${args.slug ?? nothing}
        section=${args.section ?? nothing}
        layout=${args.layout ?? nothing}
        heading=${args.heading ?? nothing}
        heading-level=${args['heading-level'] ?? nothing}
        ?with-comparison=${args['with-comparison']}
        ?with-faq=${args['with-faq']}
        locale=${args.locale ?? nothing}
        .benefits=${args.benefits}
        .levels=${args.levels}
        .faq=${args.faq}
        >${args.children ?? nothing}</care-benefits
      >
    </div>`,
};
export default meta;

type Story = StoryObj<Arguments>;

const becomes =
  (wanted: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const element = canvasElement.querySelector('care-benefits');
    if (!element) throw new Error('no care-benefits');
    while (element.state !== wanted) await new Promise((resolve) => requestAnimationFrame(resolve));
    await element.updateComplete;
  };

const feed = { endpoint: `${CONTENT}feed.json`, slug: 'what-is-an-iop' };
const children = html`<h2>What you find with us</h2>
  <p>Written by our own team.</p>
  <h3>A plan for the week</h3>
  <p>Four mornings, the same faces, and a reason to get up.</p>
  <h3>People who know</h3>
  <p>Two of our mentors have sat where you sit.</p>
  <h3>A place to practice</h3>
  <p>Our kitchen is open on Thursdays: <a href="#kitchen">cook with us</a>.</p>`;

/** Nothing configured: the text that is built in. */
export const BuiltIn: Story = { play: becomes('ready') };
export const Grid: Story = { args: { layout: 'grid' }, play: becomes('ready') };
export const Accordion: Story = { args: { layout: 'accordion' }, play: becomes('ready') };
export const WithComparison: Story = { args: { layout: 'accordion', 'with-comparison': true }, play: becomes('ready') };
export const WithQuestions: Story = { args: { layout: 'grid', 'with-faq': true }, play: becomes('ready') };
export const Everything: Story = { args: { 'with-comparison': true, 'with-faq': true }, play: becomes('ready') };
export const InANarrowPlace: Story = {
  args: { layout: 'grid', 'with-comparison': true, 'with-faq': true, width: '18rem' },
  play: becomes('ready'),
};
export const InSpanish: Story = {
  args: { layout: 'accordion', 'with-comparison': true, 'with-faq': true, locale: 'es' },
  play: becomes('ready'),
};
export const WithoutTitle: Story = { args: { heading: '', layout: 'grid' }, play: becomes('ready') };
/** The sub-headings under one heading of an article. */
export const FromAnArticle: Story = { args: { ...feed, section: 'Five benefits of an IOP' }, play: becomes('ready') };
export const FromAnArticleAsAccordion: Story = {
  args: { ...feed, section: 'benefits', layout: 'accordion' },
  play: becomes('ready'),
};
/** All of its outermost headings. */
export const FromAWholeArticle: Story = { args: { ...feed, layout: 'grid' }, play: becomes('ready') };
/** An author's own words, left where they are. */
export const Authored: Story = { args: { children }, play: becomes('ready') };
export const AuthoredGrid: Story = { args: { children, layout: 'grid' }, play: becomes('ready') };
export const AuthoredAccordion: Story = {
  args: { children, layout: 'accordion', 'with-faq': true },
  play: becomes('ready'),
};
/** Everything from properties, right to left. */
export const Arabic: Story = {
  args: {
    heading: 'ما يقدمه البرنامج',
    layout: 'accordion',
    benefits: [
      {
        title: 'نظام يومي',
        text: 'مواعيد ثابتة في الأسبوع.',
      },
      {
        title: 'دعم جديد',
        body: await articleBody('<p>لا أحد يسير وحده.</p>', {
          url: 'https://clinic.example/',
        }),
      },
    ],
  },
  play: becomes('ready'),
};
/** Words stand where a level says nothing. */
export const ThreeLevelsWithGaps: Story = {
  args: {
    'with-comparison': true,
    width: '20rem',
    levels: [
      { name: 'Evening group', hours: '4 hours', stay: 'At home' },
      { name: 'Evening program', hours: '9 hours', isCurrent: true },
      { name: 'Day program', hours: '20 hours' },
    ],
  },
  play: becomes('ready'),
};
export const OwnLevelsAndQuestions: Story = {
  args: {
    'with-comparison': true,
    'with-faq': true,
    levels: [
      { name: 'Evening program', hours: '9 hours', stay: 'At home', isCurrent: true },
      { name: 'Day program', hours: '20 hours', stay: 'At home' },
    ],
    faq: [{ question: 'Where do we meet?', answer: 'At 1400 Lakeside Road, first floor.' }],
  },
  play: becomes('ready'),
};
export const Loading: Story = { args: { slug: 'x', source: 'never-answers', endpoint: '/' }, play: becomes('loading') };
export const Empty: Story = {
  args: { source: 'memory', endpoint: '/', slug: 'an-evening-in-group' },
  play: becomes('empty'),
};
export const Failed: Story = { args: { slug: 'x', source: 'server-down', endpoint: '/' }, play: becomes('error') };
export const FailedWithFallback: Story = {
  args: { slug: 'x', source: 'server-down', endpoint: '/', children },
  play: becomes('error'),
};
export const NoSuchSection: Story = { args: { ...feed, section: 'no such heading' }, play: becomes('error') };

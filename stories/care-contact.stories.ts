import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/define/care-contact.js';
import type { ContactLayout } from '../src/elements/care-contact/care-contact.js';
import { systemClock, type Clock } from '../src/http/transport.js';

interface Arguments {
  layout?: ContactLayout | undefined;
  heading?: string | undefined;
  'heading-level'?: number;
  phone?: string | undefined;
  'phone-label'?: string | undefined;
  'text-number'?: string;
  tty?: string;
  'who-answers'?: string;
  'cost-note'?: string;
  email?: string;
  href?: string;
  'href-label'?: string;
  hours?: string | undefined;
  'time-zone'?: string | undefined;
  holidays?: string;
  'after-hours'?: string;
  'crisis-region'?: string | undefined;
  'license-text'?: string;
  'license-url'?: string;
  locale?: string;
  now?: string;
  children?: unknown;
}

/** Stands still, so that a story always shows the same. */
const stopped = (iso: string): Clock => ({ now: () => Date.parse(iso), after: () => () => undefined });

const meta: Meta<Arguments> = {
  title: 'care-contact',
  component: 'care-contact',
  args: {
    layout: 'card',
    heading: 'Call or write',
    phone: '+1-512-555-0142',
    'phone-label': '(512) 555-0142',
    hours: 'Mo-Fr 08:00-18:00; Sa 09:00-12:30; PH off',
    'time-zone': 'America/Chicago',
    'after-hours': 'Leave a message and we call back the next working day.',
    'crisis-region': 'us',
    now: '2026-07-15T15:00:00Z',
  },
  argTypes: {
    layout: { control: 'select', options: ['card', 'banner', 'inline', 'sticky'] },
    'crisis-region': { control: 'select', options: ['none', 'us', 'ca', 'gb', 'ie', 'eu', 'au', 'nz'] },
    now: { description: 'What time it is in this story.' },
    children: { control: false },
  },
  render: (args) =>
    html`<care-contact
      layout=${args.layout ?? nothing}
      heading=${args.heading ?? nothing}
      heading-level=${args['heading-level'] ?? nothing}
      phone=${args.phone ?? nothing}
      phone-label=${args['phone-label'] ?? nothing}
      text-number=${args['text-number'] ?? nothing}
      tty=${args.tty ?? nothing}
      who-answers=${args['who-answers'] ?? nothing}
      cost-note=${args['cost-note'] ?? nothing}
      email=${args.email ?? nothing}
      href=${args.href ?? nothing}
      href-label=${args['href-label'] ?? nothing}
      hours=${args.hours ?? nothing}
      time-zone=${args['time-zone'] ?? nothing}
      holidays=${args.holidays ?? nothing}
      after-hours=${args['after-hours'] ?? nothing}
      crisis-region=${args['crisis-region'] ?? nothing}
      license-text=${args['license-text'] ?? nothing}
      license-url=${args['license-url'] ?? nothing}
      locale=${args.locale ?? nothing}
      .clock=${args.now ? stopped(args.now) : systemClock}
      >${args.children ?? nothing}</care-contact
    >`,
};
export default meta;

type Story = StoryObj<Arguments>;

/** Waits for what is loaded by itself, so that the accessibility check sees it. */
const shows =
  (part: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const element = canvasElement.querySelector('care-contact');
    while (!element?.shadowRoot?.querySelector(`[part=${part}]`)) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  };

export const Card: Story = {
  args: {
    'text-number': '+1-512-555-0143',
    email: 'hello@harborandpine.example',
    href: '/contact.html',
    'license-text': 'Licensed outpatient facility, no. 0000 (fictional)',
  },
  play: shows('week'),
};
/** What only some clinics can say, and so is shown only where it is given. */
export const WhoAnswers: Story = {
  args: {
    heading: 'Talk with someone today',
    tty: '+1-512-555-0149',
    'who-answers': 'A counselor answers, day and night.',
    'cost-note': 'The call is free, and asking commits you to nothing.',
    hours: '24/7',
  },
  play: shows('who-answers'),
};
/** An accent that no words can be read in: the button's words are black or white, whichever is farther from it. */
export const AnyAccent: Story = {
  render: (args, context) =>
    html`<div style="display: grid; gap: 1.5rem">
      ${['#ffd400', '#0f6a5f', '#c2185b'].map(
        (accent) =>
          html`<div style="--care-color-accent: ${accent}">
            ${meta.render?.({ ...args, heading: accent }, context)}
          </div>`,
      )}
    </div>`,
  args: { layout: 'banner', 'crisis-region': 'none' },
  play: shows('status'),
};
export const Closed: Story = { args: { now: '2026-07-18T20:00:00Z' }, play: shows('after-hours') };
export const DayAndNight: Story = { args: { hours: '24/7', 'time-zone': undefined }, play: shows('status') };
export const WithoutZone: Story = { args: { 'time-zone': undefined }, play: shows('week') };
export const Banner: Story = {
  args: { layout: 'banner', heading: 'Not sure where to begin?', 'text-number': '+1-512-555-0143' },
  play: shows('crisis'),
};
export const Inline: Story = { args: { layout: 'inline', heading: undefined }, play: shows('crisis') };
export const Sticky: Story = {
  args: { layout: 'sticky', heading: undefined },
  decorators: [
    (story) =>
      html`<p style="min-height: 120vh">A page that is longer than the window.</p>
        ${story()}`,
  ],
  play: shows('crisis'),
};
export const OwnWords: Story = { args: { 'phone-label': 'Talk with admissions' } };
export const OwnLink: Story = {
  args: {
    phone: undefined,
    hours: undefined,
    'crisis-region': undefined,
    children: html`<a slot="phone" href="tel:+15125550142">Ring the front desk</a>`,
  },
};
export const Fallback: Story = {
  args: { phone: undefined, hours: undefined, children: html`<a href="tel:+15125550142">Call (512) 555-0142</a>` },
};
export const CannotBeDialled: Story = {
  args: { phone: 'Ask at the front desk', 'phone-label': undefined, hours: 'By arrangement' },
};
export const Spanish: Story = {
  args: {
    locale: 'es',
    heading: 'Llame o escriba',
    'after-hours': 'Deje un mensaje.',
    email: 'hola@harborandpine.example',
  },
  play: shows('week'),
};
export const Britain: Story = {
  args: { 'crisis-region': 'gb', phone: '+44 20 7946 0018', 'phone-label': undefined, 'time-zone': 'Europe/London' },
  play: shows('crisis'),
};
export const RightToLeft: Story = {
  decorators: [(story) => html`<div dir="rtl">${story()}</div>`],
  play: shows('week'),
};

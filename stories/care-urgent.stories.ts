import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/define/care-urgent.js';

interface Arguments {
  level?: 'emergency' | 'urgent' | 'non-urgent';
  heading?: string | undefined;
  'heading-level'?: number;
  reviewer?: string | undefined;
  'reviewed-on'?: string | undefined;
  locale?: string;
  look?: string;
  theme?: string;
  children?: unknown;
}

// The signs in these stories are samples: the words of a real card are a clinic's own, and reviewed by it.
const meta: Meta<Arguments> = {
  title: 'care-urgent',
  component: 'care-urgent',
  args: {
    level: 'emergency',
    heading: 'Call 911 if someone:',
    reviewer: 'Dr. Amara Osei, MD',
    'reviewed-on': '2026-11-19',
    children: html`<ul>
        <li>cannot be woken, or breathes slowly or not at all</li>
        <li>has a seizure</li>
        <li>talks of ending their life</li>
      </ul>
      <p>Stay with them until help is there.</p>`,
  },
  argTypes: {
    level: { control: 'select', options: ['emergency', 'urgent', 'non-urgent'] },
    look: { control: 'select', options: ['host', 'calm', 'clinical', 'editorial'] },
    theme: { control: 'select', options: ['auto', 'light', 'dark'] },
    children: { control: false },
  },
  render: (args) =>
    html`<care-urgent
      level=${args.level ?? nothing}
      heading=${args.heading ?? nothing}
      heading-level=${args['heading-level'] ?? nothing}
      reviewer=${args.reviewer ?? nothing}
      reviewed-on=${args['reviewed-on'] ?? nothing}
      locale=${args.locale ?? nothing}
      look=${args.look ?? nothing}
      theme=${args.theme ?? nothing}
      >${args.children ?? nothing}</care-urgent
    >`,
};
export default meta;

type Story = StoryObj<Arguments>;

export const Emergency: Story = {};
export const Urgent: Story = {
  args: {
    level: 'urgent',
    heading: 'Call us or a doctor today if you:',
    children: html`<ul>
      <li>feel sick, shake or sweat when you do not drink</li>
      <li>took more than you meant to</li>
    </ul>`,
  },
};
export const NonUrgent: Story = {
  args: {
    level: 'non-urgent',
    heading: 'Make an appointment if you:',
    children: html`<ul>
      <li>wonder whether you drink more than you want to</li>
    </ul>`,
  },
};
export const Spanish: Story = {
  args: {
    heading: 'Llame al 911 si alguien:',
    reviewer: 'Dra. Amara Osei',
    locale: 'es',
    children: html`<ul lang="es">
      <li>no despierta, o respira despacio o no respira</li>
    </ul>`,
  },
};
export const Calm: Story = { args: { look: 'calm' } };
export const Dark: Story = { args: { theme: 'dark' } };
/** Nobody reviewed it, so it is no care card: the author's HTML stays, and the console says what is missing. */
export const WithoutReviewer: Story = { args: { reviewer: undefined } };

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/define/care-newsletter.js';
import { CareError } from '../src/model/care-error.js';
import { RejectedError } from '../src/model/submitter.js';
import type { SubmitFunction } from '../src/submitters/custom.js';

interface Arguments {
  action?: string;
  fields?: string;
  consent?: 'none' | 'optional' | 'required';
  'consent-text'?: string;
  'privacy-url'?: string;
  'postal-address'?: string;
  heading?: string;
  locale?: string;
  theme?: string;
  submitter?: SubmitFunction;
  content?: unknown;
}

const meta: Meta<Arguments> = {
  title: 'care-newsletter',
  component: 'care-newsletter',
  args: {
    action: '/api/newsletter',
    fields: 'email first-name',
    consent: 'required',
    'privacy-url': '/privacy.html',
    'postal-address': 'Harbor & Pine Recovery, 1400 Lakeside Road, Pine Harbor, TX 00000',
    submitter: async () => undefined,
  },
  argTypes: {
    consent: { control: 'inline-radio', options: ['none', 'optional', 'required'] },
    submitter: { control: false },
    content: { control: false },
  },
  render: (args) =>
    html`<care-newsletter
      action=${args.action ?? nothing}
      fields=${args.fields ?? nothing}
      consent=${args.consent ?? nothing}
      consent-text=${args['consent-text'] ?? nothing}
      privacy-url=${args['privacy-url'] ?? nothing}
      postal-address=${args['postal-address'] ?? nothing}
      heading=${args.heading ?? nothing}
      locale=${args.locale ?? nothing}
      theme=${args.theme ?? nothing}
      .submitter=${args.submitter}
      >${args.content ?? nothing}</care-newsletter
    >`,
};
export default meta;

type Story = StoryObj<Arguments>;

/** Types an address, agrees, presses the button, and waits for the state. */
const send =
  (wanted: string, email = 'ada@example.org'): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const element = canvasElement.querySelector('care-newsletter');
    if (!element) throw new Error('no care-newsletter');
    await element.updateComplete;
    const input = element.querySelector<HTMLInputElement>('[type=email]');
    const box = element.querySelector<HTMLInputElement>('[type=checkbox]');
    if (input) input.value = email;
    if (box && email) box.checked = true;
    element.querySelector<HTMLElement>('button')?.click();
    while (element.state !== wanted) await new Promise((resolve) => requestAnimationFrame(resolve));
    await element.updateComplete;
  };
const failing =
  (error: Error): SubmitFunction =>
  () =>
    Promise.reject(error);

export const Idle: Story = {};
export const EmailOnly: Story = { args: { fields: 'email', consent: 'none' } };
export const Invalid: Story = { play: send('invalid', '') };
export const Busy: Story = { args: { submitter: () => new Promise(() => undefined) }, play: send('busy') };
export const Success: Story = { play: send('success') };
export const Unconfirmed: Story = {
  args: { submitter: async () => ({ outcome: 'unconfirmed', reason: new CareError('network') }) },
  play: send('unconfirmed'),
};
export const Refused: Story = {
  args: {
    submitter: failing(new RejectedError([{ field: 'email', message: 'This address cannot be used.' }], '')),
  },
  play: send('error'),
};
export const ServiceDown: Story = { args: { submitter: failing(new CareError('server')) }, play: send('error') };
export const Offline: Story = { args: { submitter: failing(new CareError('offline')) }, play: send('error') };
export const InSpanish: Story = { args: { locale: 'es' }, play: send('invalid', '') };
export const SuccessInSpanish: Story = { args: { locale: 'es' }, play: send('success') };
/** The author's own form, enhanced in place. */
export const OwnForm: Story = {
  args: {
    content: html`<form action="/api/newsletter" method="post">
      <p>
        <label>Email <input type="email" name="email" autocomplete="email" required /></label>
      </p>
      <button>Join</button>
    </form>`,
  },
  play: send('invalid', ''),
};
/** A service that wants its own page: no address is asked for here. */
export const OnItsOwnPage: Story = {
  render: () => html`<care-newsletter action="https://lists.example/mailman/listinfo/news"></care-newsletter>`,
};
/** Nobody said where to send it: the author's fallback stays. */
export const NotConfigured: Story = {
  render: () => html`<care-newsletter><a href="/contact.html">Sign up on our contact page</a></care-newsletter>`,
};

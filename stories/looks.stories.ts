import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/care-article-list.js';
import '../src/define/care-config.js';
import '../src/define/care-contact.js';
import '../src/define/care-newsletter.js';
import '../src/define/care-urgent.js';
import type { Density, Look } from '../src/elements/shared/settings-element.js';
import type { Clock } from '../src/http/transport.js';
import { CONTENT } from './content-folder.js';

interface Arguments {
  look: Look;
  density: Density;
  theme: 'light' | 'dark' | 'auto';
}

const WEDNESDAY: Clock = { now: () => Date.parse('2026-07-15T15:00:00Z'), after: () => () => undefined };

/** One page with what most clinics have, for a designer who chooses a look. */
const meta: Meta<Arguments> = {
  title: 'Looks',
  args: { look: 'host', density: 'regular', theme: 'auto' },
  argTypes: {
    look: { control: 'select', options: ['host', 'calm', 'clinical', 'editorial'] },
    density: { control: 'select', options: ['compact', 'regular', 'roomy'] },
    theme: { control: 'select', options: ['auto', 'light', 'dark'] },
  },
  render: ({ look, density, theme }) =>
    html`<care-config look=${look} density=${density} theme=${theme} endpoint=${`${CONTENT}feed.json`}>
      <care-article-list with-filter with-more per-page="3"></care-article-list>
      <div
        style="display: grid; gap: 1.5rem; margin-block: 1.5rem; align-items: start;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr))"
      >
        <care-contact
          heading="Talk with someone today"
          phone="+1-512-555-0142"
          phone-label="(512) 555-0142"
          text-number="+1-512-555-0143"
          who-answers="A counselor answers."
          hours="Mo-Fr 08:00-18:00; Sa 09:00-12:30"
          time-zone="America/Chicago"
          crisis-region="us"
          .clock=${WEDNESDAY}
        ></care-contact>
        <care-newsletter
          action="/subscribe"
          protocol="json"
          fields="email first-name"
          consent="required"
          heading="A letter every second month"
        ></care-newsletter>
        <care-urgent
          level="urgent"
          heading="Call us or a doctor today if you:"
          reviewer="Dr. Amara Osei, MD"
          reviewed-on="2026-11-19"
        >
          <ul>
            <li>feel sick, shake or sweat when you do not drink</li>
          </ul>
        </care-urgent>
      </div>
    </care-config>`,
  // the accessibility check sees the articles too
  play: async ({ canvasElement }) => {
    const list = canvasElement.querySelector('care-article-list');
    while (!list?.shadowRoot?.querySelector('[part=link]')) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  },
};
export default meta;

type Story = StoryObj<Arguments>;

export const Host: Story = {};
export const Calm: Story = { args: { look: 'calm' } };
export const Clinical: Story = { args: { look: 'clinical' } };
export const Editorial: Story = { args: { look: 'editorial' } };
export const CalmDark: Story = { args: { look: 'calm', theme: 'dark' } };
export const ClinicalDark: Story = { args: { look: 'clinical', theme: 'dark' } };
export const EditorialDark: Story = { args: { look: 'editorial', theme: 'dark' } };
export const Compact: Story = { args: { look: 'calm', density: 'compact' } };
export const Roomy: Story = { args: { look: 'calm', density: 'roomy' } };

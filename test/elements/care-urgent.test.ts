import { expect, fixtureSync, html, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/define/care-urgent.js';
import type { CareUrgent } from '../../src/elements/care-urgent/care-urgent.js';
import { recordWarnings } from '../support/fake-wordpress.client.js';

const said = recordWarnings();

const show = async (template: TemplateResult): Promise<CareUrgent> => {
  const root = fixtureSync<HTMLElement>(template);
  const element = (root.matches('care-urgent') ? root : root.querySelector('care-urgent')) as CareUrgent;
  await element.updateComplete;
  return element;
};
const words = (node: Node | null | undefined): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const inside = (element: Element, selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
const SIGNS = html`<ul>
  <li>cannot be woken</li>
</ul>`;

describe('care-urgent', () => {
  for (const [level, meaning] of [
    ['emergency', 'Immediate action required:'],
    ['urgent', 'Urgent advice:'],
    ['non-urgent', 'Non-urgent advice:'],
  ] as const) {
    it(`${level}: says how fast, in words and not by colour alone, around the author’s own list`, async () => {
      const element = await show(
        html`<care-urgent
          level=${level}
          heading="Call 911 if someone:"
          heading-level="3"
          reviewer="Dr. Amara Osei, MD"
          reviewed-on="2026-11-19"
          >${SIGNS}</care-urgent
        >`,
      );
      expect(words(inside(element, 'h3'))).to.equal(`${meaning} Call 911 if someone:`);
      expect(words(inside(element, '[part=review]'))).to.equal('Reviewed by Dr. Amara Osei, MD on November 19, 2026');
      expect(inside(element, 'time')?.getAttribute('datetime')).to.equal('2026-11-19');
      expect(element.querySelector('li')?.getClientRects()).to.have.length(1);
      expect(said).to.eql([]);
      await expect(element).to.be.accessible();
    });
  }

  it('is urgent where no level is written', async () => {
    const element = await show(
      html`<care-urgent heading="Call us today if you:" reviewer="A" reviewed-on="2026-11-19">${SIGNS}</care-urgent>`,
    );
    expect(inside(element, '[part=card]')?.className).to.equal('urgent');
  });

  for (const [what, template, pattern] of [
    ['a heading', html`<care-urgent reviewer="A" reviewed-on="2026-11-19">${SIGNS}</care-urgent>`, /write heading=/],
    [
      'a reviewer',
      html`<care-urgent heading="Call" reviewed-on="2026-11-19">${SIGNS}</care-urgent>`,
      /write reviewer=/,
    ],
    ['a date', html`<care-urgent heading="Call" reviewer="A">${SIGNS}</care-urgent>`, /write reviewed-on=/],
    [
      'a day that the calendar has',
      html`<care-urgent heading="Call" reviewer="A" reviewed-on="2026-02-30">${SIGNS}</care-urgent>`,
      /write reviewed-on=/,
    ],
    [
      'a month that the calendar has',
      html`<care-urgent heading="Call" reviewer="A" reviewed-on="2026-13-01">${SIGNS}</care-urgent>`,
      /write reviewed-on=/,
    ],
    [
      'a level that there is',
      html`<care-urgent level="red" heading="Call" reviewer="A" reviewed-on="2026-11-19">${SIGNS}</care-urgent>`,
      /level="red" is no value .*emergency, urgent, non-urgent/,
    ],
  ] as const) {
    it(`stays the author’s plain HTML without ${what}, and says what to write`, async () => {
      const element = await show(template);
      await waitUntil(() => said.length);
      expect(said.join()).to.match(pattern);
      expect(inside(element, '[part=card]')).to.equal(null);
      expect(element.querySelector('li')?.getClientRects()).to.have.length(1);
    });
  }

  it('speaks Spanish around the author’s words', async () => {
    const element = await show(
      html`<div lang="es">
        <care-urgent heading="Llame al 911 si:" reviewer="Dra. Amara Osei" reviewed-on="2026-11-19"
          >${SIGNS}</care-urgent
        >
      </div>`,
    );
    await waitUntil(() => words(inside(element, '[part=review]')).startsWith('Revisado'));
    expect(words(inside(element, 'h2'))).to.equal('Consejo urgente: Llame al 911 si:');
    expect(words(inside(element, '[part=review]'))).to.equal('Revisado por Dra. Amara Osei el 19 de noviembre de 2026');
  });
});

import { fixtureSync } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { CareNewsletter } from '../../src/elements/care-newsletter/care-newsletter.js';
import '../../src/define/care-newsletter.js';

/** Puts a sign-up form into the page. */
export const newsletter = async (template: TemplateResult): Promise<CareNewsletter> => {
  const root = fixtureSync<HTMLElement>(template);
  const element = root.matches('care-newsletter') ? root : root.querySelector('care-newsletter');
  if (!(element instanceof CareNewsletter)) throw new Error('no newsletter');
  await element.updateComplete;
  while (!element.isReady) await new Promise(requestAnimationFrame);
  await element.updateComplete;
  return element;
};

export const formIn = (element: Element): HTMLFormElement => {
  const form = element.querySelector('form');
  if (!form) throw new Error('no form');
  return form;
};

export const type = (element: Element, text: string, selector = '[type=email]'): HTMLInputElement => {
  const input = element.querySelector<HTMLInputElement>(selector);
  if (!input) throw new Error(`no ${selector}`);
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return input;
};

export const press = (element: Element): void => formIn(element).querySelector<HTMLElement>('button')?.click();

/** Settles once the element is in one of these states and has rendered it. */
export const becomes = async (element: CareNewsletter, ...states: string[]): Promise<string> => {
  while (!states.includes(element.state)) await new Promise(requestAnimationFrame);
  await element.updateComplete;
  return element.state;
};

/** What the visitor reads and hears. */
export const said = (element: Element): string =>
  element.shadowRoot?.querySelector('[part=status]')?.textContent.replace(/\s+/g, ' ').trim() ?? '';

export const partIn = (element: Element, part: string): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(`[part=${part}]`) ?? null;

export const ENDS = ['invalid', 'success', 'unconfirmed', 'handed-over', 'error'];

/** A form that posts by this protocol to the form server. */
export const formAt = (action: string, protocol = 'json', more: TemplateResult = html``): Promise<CareNewsletter> =>
  newsletter(html`<care-newsletter action=${action} protocol=${protocol}>${more}</care-newsletter>`);

import type { LitElement, ReactiveController } from 'lit';
import { setStates } from '../../controllers/custom-states.js';
import type { Localizer } from '../../localize/localizer.js';
import { CareError } from '../../model/care-error.js';
import type { Ending, NewsletterHost } from './care-newsletter.outcome.js';
import type { NewsletterPlan } from './care-newsletter.plan.js';
import { send } from './care-newsletter.send.js';

export type NewsletterState = 'idle' | 'invalid' | 'busy' | 'success' | 'unconfirmed' | 'handed-over' | 'error';

/** The form as it stands. */
export interface Situation {
  /** The form whose submissions are handled: an author's own, or the generated one. */
  readonly form: HTMLFormElement | undefined;
  readonly isOwn: boolean;
  readonly plan: NewsletterPlan | CareError;
  readonly localizer: Localizer;
  /** Milliseconds, of the `timeout` setting. */
  readonly timeout: number | undefined;
}

const BUTTONS = 'button:not([type=button], [type=reset]), input:is([type=submit], [type=image])';

/** Says of a form and its buttons that they are at work, or no more: not "disabled", which would move the focus away. */
const markBusy = (form: HTMLFormElement, isBusy: boolean): void => {
  const mark = (element: Element, name: string): void =>
    isBusy ? element.setAttribute(name, 'true') : element.removeAttribute(name);
  mark(form, 'aria-busy');
  // in the whole page, because a button may stand elsewhere and name its form
  for (const button of (form.getRootNode() as ParentNode).querySelectorAll<HTMLButtonElement>(BUTTONS)) {
    if (button.form === form) mark(button, 'aria-disabled');
  }
};

/** Handles the submissions of an element's form. */
export class SubmitController implements ReactiveController {
  state: NewsletterState = 'idle';
  /** How the last attempt ended, as far as it has. */
  ending: Partial<Ending> = {};
  readonly #host: LitElement & NewsletterHost;
  readonly #internals: ElementInternals;
  readonly #situation: () => Situation;

  /** `situation` tells how the form stands now: a page may have drawn it anew a moment ago. */
  constructor(host: LitElement & NewsletterHost, situation: () => Situation) {
    this.#host = host;
    this.#internals = host.attachInternals();
    this.#situation = situation;
    host.addController(this);
    // on the element, so that a form which a framework makes anew is looked after too
    host.addEventListener('submit', (event) => void this.#submit(event));
  }

  hostConnected(): void {
    this.set(this.state, this.ending);
  }

  set(state: NewsletterState, ending: Partial<Ending> = {}, form = this.#situation().form): void {
    this.state = state;
    this.ending = ending;
    if (form) markBusy(form, state === 'busy');
    setStates(this.#internals, state);
    this.#host.requestUpdate();
  }

  async #submit(event: SubmitEvent): Promise<void> {
    const host = this.#host;
    const { form, isOwn, plan, localizer, timeout } = this.#situation();
    const isOurs = form && form === event.target && !(plan instanceof CareError);
    if (!isOurs || event.defaultPrevented) return;
    const button = event.submitter as HTMLButtonElement | null;
    if (button?.hasAttribute('formaction')) {
      // it goes elsewhere, by the browser, which would check it but for our "novalidate"
      if (!button.formNoValidate && !HTMLFormElement.prototype.reportValidity.call(form)) event.preventDefault();
      return;
    }
    event.preventDefault();
    // A handler of the page that is delegated to its document would send the form a second time.
    event.stopPropagation();
    if (this.state === 'busy') return;
    const before = [this.state, this.ending] as const;
    // its buttons stay while it is busy, or the focus would be lost
    this.set('busy', { actions: this.ending.actions }, form);
    const ending = await send({ host, form, isOwn, button, plan, localizer, timeout });
    if (ending) await this.#end(form, ending);
    else this.set(...before);
  }

  /** Tells the visitor, then the page. */
  async #end(form: HTMLFormElement, ending: Ending): Promise<void> {
    const host = this.#host;
    const hasFocus = (): boolean => host.contains((host.getRootNode() as Document).activeElement);
    const hadFocus = hasFocus();
    this.set(ending.state, ending, form);
    if (ending.state === 'success') HTMLFormElement.prototype.reset.call(form);
    if (ending.state === 'invalid') ending.focus?.focus();
    await host.updateComplete;
    const part = (name: string) => host.renderRoot.querySelector<HTMLElement>(`[part=${name}]`);
    // whoever was in the form is taken to where it goes on; nobody else is
    const goal = ending.focus ?? (ending.state === 'success' || !hasFocus() ? part('status') : undefined);
    if (hadFocus) goal?.focus();
    // a field named "submit" would stand in the way of its own
    const handOver = ending.state === 'handed-over' && part('hand-over');
    if (handOver) HTMLFormElement.prototype.submit.call(handOver);
    if (ending.event) host.dispatchEvent(ending.event);
  }
}

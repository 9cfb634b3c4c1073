import type { LitElement } from 'lit';
import { loadSubmitter } from '../../context/submitter-registry.js';
import { CareSubmitErrorEvent } from '../../events/care-submit-error-event.js';
import type { Localizer } from '../../localize/localizer.js';
import { CareError } from '../../model/care-error.js';
import type { Attempt, Ending, NewsletterHost } from './care-newsletter.attempt.js';
import type { NewsletterPlan } from './care-newsletter.plan.js';

export type NewsletterState = 'idle' | 'invalid' | 'busy' | 'success' | 'unconfirmed' | 'handed-over' | 'error';

/** The form as it stands. */
export interface Situation {
  /** The one that is looked after: an author's own, or the generated one. */
  readonly form: HTMLFormElement | undefined;
  readonly isOwn: boolean;
  readonly plan: NewsletterPlan | CareError | undefined;
  readonly localizer: Localizer;
  /** Milliseconds, as the setting has it. */
  readonly timeout: string | undefined;
}

/** What became of an element's submissions. */
export interface Sending {
  readonly state: NewsletterState;
  readonly ending: Partial<Ending>;
  /** Whether the code of sending did not arrive: then an own form goes the plain way, and a fallback is shown. */
  readonly hasLostCode: boolean;
  set(state: NewsletterState, ending?: Partial<Ending>): void;
}

const loadSending = () => import('./care-newsletter.send.js');
const BUTTONS = 'button:not([type=button], [type=reset]), input:is([type=submit], [type=image])';

/** Says of a form and its buttons that they are at work, or no more: not "disabled", which would throw the focus off. */
const markBusy = (form: HTMLFormElement, isBusy: boolean): void => {
  const mark = (element: Element, name: string): void =>
    isBusy ? element.setAttribute(name, 'true') : element.removeAttribute(name);
  mark(form, 'aria-busy');
  // in the whole page, because a button may stand elsewhere and name its form
  for (const button of (form.getRootNode() as ParentNode).querySelectorAll<HTMLButtonElement>(BUTTONS)) {
    if (button.form === form) mark(button, 'aria-disabled');
  }
};

/**
 * Takes over the submissions of an element's form. `look` tells how that stands now: a page may have drawn it anew a
 * moment ago.
 */
export const takeOver = (
  host: LitElement & NewsletterHost,
  { states }: ElementInternals,
  look: () => Situation,
): Sending => {
  let state: NewsletterState = 'idle';
  let ending: Partial<Ending> = {};
  let hasLostCode = false;
  let isPlain = false;

  const set = (now: NewsletterState, how: Partial<Ending> = {}, form = look().form): void => {
    state = now;
    ending = how;
    if (form) markBusy(form, now === 'busy');
    try {
      states.clear();
      states.add(now);
    } catch {
      // browsers before 2024 take only names with dashes; the states are for the page's style sheets alone
    }
    host.requestUpdate();
  };

  /** What sending needs is fetched while the visitor types, so that it is there when the connection is lost. */
  const load = async ({ plan }: Situation) => {
    const [sending] = await Promise.all([
      loadSending(),
      plan && 'protocol' in plan && !host.submitter ? loadSubmitter(plan.protocol) : undefined,
    ]);
    return sending;
  };

  /** Nothing was sent. Some browsers never ask again for code that failed once: then an own form goes the plain way. */
  const codeIsLost = ({ form, button, isOwn, localizer }: Attempt): Ending | undefined => {
    if (hasLostCode && isOwn && navigator.onLine) {
      isPlain = true;
      form.removeAttribute('novalidate');
      HTMLFormElement.prototype.requestSubmit.call(form, button);
      return undefined;
    }
    hasLostCode = true;
    const error = new CareError('network', { detail: 'the code did not arrive' });
    const text = (error.message = localizer.say(
      'The sign-up service could not be reached. Nothing was stored, and what you typed is still here.',
    ));
    return { state: 'error', text, error, event: new CareSubmitErrorEvent(error, 'not-stored') };
  };

  /** Tells the visitor, then the page. */
  const end = async (form: HTMLFormElement, how: Ending): Promise<void> => {
    const hasFocus = (): boolean => host.contains((host.getRootNode() as Document).activeElement);
    const hadFocus = hasFocus();
    set(how.state, how, form);
    if (how.state === 'success') HTMLFormElement.prototype.reset.call(form);
    if (how.state === 'invalid') how.focus?.focus();
    await host.updateComplete;
    const part = (name: string) => host.renderRoot.querySelector<HTMLElement>(`[part=${name}]`);
    // whoever was in the form is taken to where it goes on; nobody else is
    const goal = how.focus ?? (how.state === 'success' || !hasFocus() ? part('status') : undefined);
    if (hadFocus) goal?.focus();
    // a field named "submit" would stand in the way of its own
    const handOver = how.state === 'handed-over' && part('hand-over');
    if (handOver) HTMLFormElement.prototype.submit.call(handOver);
    if (how.event) host.dispatchEvent(how.event);
  };

  const submit = async (event: SubmitEvent): Promise<void> => {
    const situation = look();
    const { form, isOwn, plan, localizer } = situation;
    const isOurs = form && form === event.target && plan && !(plan instanceof CareError) && !isPlain;
    if (!isOurs || event.defaultPrevented) return;
    const button = event.submitter as HTMLButtonElement | null;
    if (button?.hasAttribute('formaction')) {
      // it goes elsewhere, by the browser, which would check it but for our "novalidate"
      if (!button.formNoValidate && !HTMLFormElement.prototype.reportValidity.call(form)) event.preventDefault();
      return;
    }
    event.preventDefault();
    if (state === 'busy') return;
    const before = [state, ending] as const;
    // what can be pressed stays, or the focus would fall off it
    set('busy', { actions: ending.actions }, form);
    const ms = Number(situation.timeout);
    const timeout = ms > 0 && ms < 2 ** 31 ? ms : undefined;
    const attempt = { host, form, isOwn, button, plan, localizer, timeout };
    const how = await load(situation).then(
      ({ send }) => send(attempt),
      () => codeIsLost(attempt),
    );
    if (how) await end(form, how);
    else set(...before);
  };

  // on the element, so that a form which a framework makes anew is looked after too
  host.addEventListener('submit', (event) => void submit(event));
  host.addEventListener('focusin', () => void load(look()).catch(() => undefined));
  return {
    get state() {
      return state;
    },
    get ending() {
      return ending;
    },
    get hasLostCode() {
      return hasLostCode;
    },
    set,
  };
};

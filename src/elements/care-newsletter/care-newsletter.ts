import { LitElement, render, type PropertyDeclarations } from 'lit';
import { loadSubmitter } from '../../context/submitter-registry.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { SettingsController } from '../../controllers/settings-controller.js';
import { CareSubmitErrorEvent } from '../../events/care-submit-error-event.js';
import type { Localizer } from '../../localize/localizer.js';
import { CareError } from '../../model/care-error.js';
import { host } from '../../styles/host.js';
import { tokens } from '../../styles/tokens.js';
import type { SubmitFunction } from '../../submitters/custom.js';
import { formTemplate } from './care-newsletter.form.js';
import { fieldsIn, GENERATED, loadServices, ownFormIn, planFor, type NewsletterPlan } from './care-newsletter.plan.js';
import type { Attempt, Ending } from './care-newsletter.send.js';
import { formStyles, styles } from './care-newsletter.styles.js';
import { frameTemplate } from './care-newsletter.template.js';

export type NewsletterState = 'idle' | 'invalid' | 'busy' | 'success' | 'unconfirmed' | 'handed-over' | 'error';
export type NewsletterConsent = 'none' | 'optional' | 'required';

type Sending = typeof import('./care-newsletter.send.js');

const loadSending = (): Promise<Sending> => import('./care-newsletter.send.js');
const BUTTONS = 'button:not([type=button], [type=reset]), input[type=submit], input[type=image]';
const warned = new Set<string>();

/**
 * Sign-up for a newsletter. An author's own `<form>` inside the tag is enhanced in place: it works without JavaScript and
 * keeps its names. Without one, a form is generated from the attributes, in the light DOM, where autofill, password managers
 * and the page's style sheets reach it.
 *
 * @tag care-newsletter
 * @slot - Your own `<form action="…" method="post">`, or a fallback that is shown before the script and where no `action` is known: best a link to a sign-up page. `<input type="hidden">` outside a form goes along with every submission.
 * @slot form - The generated form; filled by the element itself.
 * @fires {CareSubmitEvent} care-submit - The form is valid and about to be sent. `preventDefault()` stops that. Bubbles.
 * @fires {CareSubmittedEvent} care-submitted - The service confirmed, or a new tab took over: `outcome`. Bubbles.
 * @fires {CareSubmitErrorEvent} care-submit-error - Not stored, or not confirmed: `outcome`, `error`. Bubbles.
 * @csspart newsletter - Everything.
 * @csspart title - The heading.
 * @csspart notice - The line about medical information below an own form.
 * @csspart message - What is said after a submission, with its buttons.
 * @csspart status - The sentence in it, a live region.
 * @csspart retry - "Try again".
 * @csspart service - The link to the service's own page on failure.
 * @csspart hand-over - The form that a new tab takes over.
 * @csspart continue - Its button, or the link in its place.
 * @csspart link - The link to a service that is reached only by its own page.
 * @csspart diagnosis - The explanation that `debug` gives.
 * @cssstate idle - Nothing has been sent.
 * @cssstate invalid - Something in the form has to be mended first.
 * @cssstate busy - On its way.
 * @cssstate success - The service confirmed it.
 * @cssstate unconfirmed - Sent, but whether it arrived is not known.
 * @cssstate handed-over - A new tab goes on with it.
 * @cssstate error - Not stored, or not configured.
 * @cssproperty --care-color-text - Default: the page's text colour.
 * @cssproperty --care-color-muted - Small print.
 * @cssproperty --care-color-surface - Background of fields. Default: none.
 * @cssproperty --care-color-raised - Background of messages.
 * @cssproperty --care-color-border - Default: a tint of the text colour.
 * @cssproperty --care-color-accent - Links, and the button's text.
 * @cssproperty --care-color-focus - Focus ring.
 * @cssproperty --care-color-danger - What is wrong.
 * @cssproperty --care-color-success - What went well.
 * @cssproperty --care-font - Default: the page's font.
 * @cssproperty --care-font-heading - Default: `--care-font`.
 * @cssproperty --care-radius - Default 0.5em.
 * @cssproperty --care-space - Default 1em.
 */
export class CareNewsletter extends LitElement {
  static override styles = [tokens, host, styles];
  static override properties: PropertyDeclarations = {
    theme: {},
    locale: {},
    timeout: {},
    debug: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    action: {},
    protocol: {},
    fields: {},
    fieldNames: { attribute: 'field-names' },
    successWhen: { attribute: 'success-when' },
    consent: {},
    consentText: { attribute: 'consent-text' },
    consentId: { attribute: 'consent-id' },
    privacyUrl: { attribute: 'privacy-url' },
    postalAddress: { attribute: 'postal-address' },
    serviceUrl: { attribute: 'service-url' },
    heading: {},
    buttonLabel: { attribute: 'button-label' },
    successMessage: { attribute: 'success-message' },
    withoutNotice: { type: Boolean, attribute: 'without-notice' },
    submitter: { attribute: false },
  };

  /** `light`, `dark` or `auto` (default), which follows the page's `color-scheme`. */
  declare theme?: string | undefined;
  /** BCP 47, language of the widget's own words. Default: the nearest `lang`. */
  declare locale?: string | undefined;
  /** Milliseconds for one request. Default 10000. */
  declare timeout?: string | undefined;
  /** Any value but `false`: explains in the page what went wrong. Default: off. */
  declare debug?: string | undefined;
  /** 1 to 6: level of the heading. Default 2. */
  declare headingLevel?: number;
  /** Where the form is posted to. Default: the `action` of your own form. */
  declare action?: string | undefined;
  /** `json`, `form`, `ghost`, `native`, `link` or a registered name. Default: by the service that `action` belongs to. */
  declare protocol?: string | undefined;
  /** Fields of the generated form: `email`, `first-name`, `last-name`, separated by blanks. Default `email`. */
  declare fields: string;
  /** Names of a service that is not known here: `email=EMAIL first-name=FNAME`, also `name` for both in one. */
  declare fieldNames?: string | undefined;
  /** What else is success: `status` (any 2xx) or `redirect`. Default: JSON that says so, or an empty 201, 202 or 204. */
  declare successWhen?: string | undefined;
  /** `none` (default), `optional` or `required`: a box in the generated form, never ticked beforehand. */
  declare consent: NewsletterConsent;
  /** The words beside the box; its SHA-256 is sent along. Default: a sentence in the widget's language. */
  declare consentText?: string | undefined;
  /** Your identifier of these words. Default: the first 12 digits of their hash. */
  declare consentId?: string | undefined;
  /** Address of the privacy notice. */
  declare privacyUrl?: string | undefined;
  /** The sender's postal address. */
  declare postalAddress?: string | undefined;
  /** The service's own sign-up page, offered where sending fails. Default: that of a service which is posted natively. */
  declare serviceUrl?: string | undefined;
  /** Default "Sign up for our newsletter", none above an own form. Empty for none. */
  declare heading?: string | undefined;
  /** Default "Sign up". */
  declare buttonLabel?: string | undefined;
  /** Default: thanks, and the request to look into the inbox. The same for new and known addresses. */
  declare successMessage?: string | undefined;
  /** Leaves the line about medical information to your own words. */
  declare withoutNotice: boolean;
  /** Sends the submission in place of a protocol: an async function that throws where nothing was stored. */
  declare submitter?: SubmitFunction | undefined;

  readonly #settings = new SettingsController(this);
  readonly #localize = new LocalizeController(this, this.#settings);
  readonly #internals = this.attachInternals();
  readonly #id = `care-${Math.random().toString(36).slice(2, 8)}`;
  #own: HTMLFormElement | null = null;
  #generated: HTMLFormElement | undefined;
  #plan: NewsletterPlan | CareError | undefined;
  #state: NewsletterState = 'idle';
  #ending: Partial<Ending> = {};
  #hasLostCode = false;

  constructor() {
    super();
    this.fields = 'email';
    this.consent = 'none';
    this.withoutNotice = false;
    // on the element, so that a form which a framework makes anew is looked after too
    this.addEventListener('submit', (event) => void this.#submit(event));
    this.addEventListener('focusin', () => void this.#load().catch(() => undefined));
  }

  /** `idle`, `invalid`, `busy`, `success`, `unconfirmed`, `handed-over` or `error`. Also a custom state. */
  get state(): NewsletterState {
    return this.#state;
  }

  /** Whether the form stands, or it is known that none can. */
  get isReady(): boolean {
    return !!this.#plan;
  }

  /** Why nothing was stored, why that is not known, or what is to be configured. */
  get error(): CareError | undefined {
    return this.#ending.error;
  }

  /** Shows the form again after success. */
  reset(): void {
    this.#set('idle');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#set(this.#state, this.#ending);
  }

  protected override willUpdate(): void {
    this.#own = ownFormIn(this);
    const plan = planFor(this, this.#own);
    if (!plan) {
      // without it the fallback, or the author's own form as it is, stays
      void loadServices().then(
        () => this.requestUpdate(),
        () => undefined,
      );
    } else if (plan instanceof CareError) this.#misconfigured(plan);
    else if (this.error?.code === 'not-configured') this.#set('idle');
    this.#plan = plan;
  }

  protected override render(): unknown {
    const { localizer } = this.#localize;
    const plan = this.#plan instanceof CareError ? undefined : this.#plan;
    const own = this.#own;
    const link = plan?.protocol === 'link' ? plan.action : undefined;
    const hasForm = !plan || this.#state !== 'success';
    if (plan && own) this.#enhance(own, plan);
    const generated = plan && !own && !link ? this.#generate(plan) : undefined;
    this.#place(generated);
    const { text, actions } = this.#ending;
    const { debug = 'false' } = this.#settings.settings;
    return frameTemplate({
      heading: plan ? (this.heading ?? (own ? '' : localizer.say('Sign up for our newsletter'))) : '',
      headingLevel: this.headingLevel,
      form: !hasForm ? 'none' : plan && !own ? (link ? 'none' : 'generated') : 'own',
      link,
      hasNotice: !!(plan && own) && !this.withoutNotice && this.#state !== 'success',
      state: this.#state,
      text: text || this.#words(localizer),
      actions,
      diagnosis: debug !== 'false' && this.error ? `${this.error.code} | ${this.error.detail}` : '',
      localizer,
      slotchange: () => this.requestUpdate(),
    });
  }

  get #form(): HTMLFormElement | undefined {
    return this.#own ?? this.#generated;
  }

  #words({ say }: Localizer): string {
    if (this.#state === 'busy') return say('Sending…');
    if (this.#state !== 'success') return '';
    return (
      this.successMessage ||
      say('Thank you. Please check your inbox, and the spam folder too: a message is on its way.')
    );
  }

  #set(state: NewsletterState, ending: Partial<Ending> = {}): void {
    this.#state = state;
    this.#ending = ending;
    const isBusy = state === 'busy';
    const form = this.#form;
    if (isBusy) form?.setAttribute('aria-busy', 'true');
    else form?.removeAttribute('aria-busy');
    // not "disabled", which would throw the focus off the button
    for (const button of form?.querySelectorAll(BUTTONS) ?? []) {
      if (isBusy) button.setAttribute('aria-disabled', 'true');
      else button.removeAttribute('aria-disabled');
    }
    try {
      const { states } = this.#internals;
      states.clear();
      states.add(state);
    } catch {
      // browsers before 2024 take only names with dashes; the states are for the page's style sheets alone
    }
    this.requestUpdate();
  }

  #misconfigured(error: CareError): void {
    const text = `<care-newsletter> ${error.code} | ${error.detail}`;
    if (!warned.has(text)) console.warn(text, this);
    warned.add(text);
    if (this.error?.detail !== error.detail) this.#set('error', { error });
  }

  #enhance(form: HTMLFormElement, { protocol }: NewsletterPlan): void {
    // its messages are the browser's, in the browser's language, and vanish
    form.setAttribute('novalidate', '');
    if (protocol !== 'native') return;
    // for the moment in which our code has not arrived
    form.relList.add('noreferrer');
    if (!form.target) form.target = '_blank';
  }

  #generate(plan: NewsletterPlan): HTMLFormElement {
    const { localizer } = this.#localize;
    let form = this.#generated;
    if (!form) {
      form = this.#generated = document.createElement('form');
      form.setAttribute(GENERATED, '');
      form.setAttribute('novalidate', '');
      form.method = 'post';
      form.slot = 'form';
    }
    form.action = plan.action;
    form.lang = localizer.locale;
    form.ariaLabel = this.heading || localizer.say('Sign up for our newsletter');
    const { consent, consentText, privacyUrl, postalAddress, buttonLabel, withoutNotice } = this;
    const texts = { consent, consentText, privacyUrl, postalAddress, buttonLabel, withoutNotice };
    render(formTemplate({ ...texts, fields: fieldsIn(this.fields), id: this.#id, localizer }), form);
    return form;
  }

  /**
   * One generated form, whatever a copy of the element's markup brought along. Beside `LightDomController` and `adopt()`,
   * because what is shared with the article would be a file more for every page that shows one.
   */
  #place(form: HTMLFormElement | undefined): void {
    for (const child of this.querySelectorAll(`:scope > [${GENERATED}]`)) if (child !== form) child.remove();
    if (form && form.parentNode !== this) this.append(form);
    const { adoptedStyleSheets } = this.getRootNode() as Partial<Document>; // an element's own, while it is taken out
    const { styleSheet } = formStyles;
    if (styleSheet && adoptedStyleSheets && !adoptedStyleSheets.includes(styleSheet))
      adoptedStyleSheets.push(styleSheet);
  }

  /** What sending needs is fetched while the visitor types, so that it is there when the connection is lost. */
  async #load(): Promise<Sending> {
    const plan = this.#plan;
    const [sending] = await Promise.all([
      loadSending(),
      plan && 'protocol' in plan && !this.submitter ? loadSubmitter(plan.protocol) : undefined,
    ]);
    return sending;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    const form = event.target as HTMLFormElement;
    const plan = this.#plan;
    const isOurs = plan && !(plan instanceof CareError) && form === this.#form;
    if (!isOurs || event.defaultPrevented || event.submitter?.hasAttribute('formaction')) return;
    event.preventDefault();
    if (this.#state === 'busy') return;
    const before = this.#state;
    this.#set('busy');
    const ending = await this.#load().then(
      ({ send }) => send(this.#attempt(form, plan, event.submitter)),
      () => this.#codeIsLost(form),
    );
    const hadFocus = this.contains((this.getRootNode() as Document | ShadowRoot).activeElement);
    if (!ending) return this.#set(before);
    const { state, focus } = ending;
    this.#set(state, ending);
    if (state === 'success') HTMLFormElement.prototype.reset.call(form);
    if (state === 'invalid') focus?.focus();
    await this.updateComplete;
    const part = <E extends HTMLElement>(name: string) => this.renderRoot.querySelector<E>(`[part=${name}]`);
    // whoever was in the form is taken to where it goes on; nobody else is
    if (hadFocus) (state === 'success' ? part('status') : focus)?.focus();
    if (state === 'handed-over') part<HTMLFormElement>('hand-over')?.submit();
    if (ending.event) this.dispatchEvent(ending.event);
  }

  #attempt(form: HTMLFormElement, plan: NewsletterPlan, button: HTMLElement | null): Attempt {
    const { localizer } = this.#localize;
    const ms = Number(this.#settings.settings.timeout);
    const timeout = ms > 0 && ms < 2 ** 31 ? ms : undefined;
    return { host: this, form, isOwn: form === this.#own, button, plan, localizer, timeout };
  }

  /** Nothing was sent. Some browsers never ask again for code that failed once: then an own form goes the plain way. */
  #codeIsLost(form: HTMLFormElement): Ending {
    if (this.#hasLostCode && form === this.#own && navigator.onLine) HTMLFormElement.prototype.submit.call(form);
    this.#hasLostCode = true;
    const error = new CareError('network', { detail: 'the code did not arrive' });
    const text = (error.message = this.#localize.localizer.say(
      'The sign-up service could not be reached. Nothing was stored, and what you typed is still here.',
    ));
    return { state: 'error', text, error, event: new CareSubmitErrorEvent(error, 'not-stored') };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'care-newsletter': CareNewsletter;
  }
}

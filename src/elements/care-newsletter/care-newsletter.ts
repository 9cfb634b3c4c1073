import { LitElement, type PropertyDeclarations } from 'lit';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { SettingsController } from '../../controllers/settings-controller.js';
import type { Localizer } from '../../localize/localizer.js';
import { CareError } from '../../model/care-error.js';
import { host } from '../../styles/host.js';
import { tokens } from '../../styles/tokens.js';
import type { SubmitFunction } from '../../submitters/custom.js';
import { formMaker } from './care-newsletter.generated.js';
import { loadServices, ownFormIn, planFor, type NewsletterPlan } from './care-newsletter.plan.js';
import { takeOver, type NewsletterState, type Situation } from './care-newsletter.submit.js';
import { styles } from './care-newsletter.styles.js';
import { frameTemplate } from './care-newsletter.template.js';

export type { NewsletterState };
export type NewsletterConsent = 'none' | 'optional' | 'required';

const warned = new Set<string>();

/**
 * Sign-up for a newsletter. An author's own `<form>` inside the tag is enhanced in place: it works without JavaScript and
 * keeps its names. Without one, a form is generated from the attributes, in the light DOM, where autofill, password managers
 * and the page's style sheets reach it.
 *
 * @tag care-newsletter
 * @slot - Your own `<form action="…" method="post">`, or a fallback that is shown before the script and where no `action` is known: best a link to a sign-up page. `<input type="hidden">` outside a form goes along with every submission of a generated one.
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
  /** Names of a service that is not known here: `email=EMAIL first-name=FNAME`; also `name` (both in one), `consent-id`, `consent-hash`, `locale`, `form-id`, `submission-id`. */
  declare fieldNames?: string | undefined;
  /** What else is success: `status` (any 2xx) or `redirect`. Default: JSON that says so, or an empty 201, 202 or 204. */
  declare successWhen?: string | undefined;
  /** `none` (default), `optional` or `required`: a box in the generated form, never ticked beforehand. */
  declare consent: NewsletterConsent;
  /** The words beside the box; its SHA-256 is sent along. Default: a sentence in the widget's language. */
  declare consentText?: string | undefined;
  /** Your identifier of these words. Default: the first 12 digits of their hash. */
  declare consentId?: string | undefined;
  /** Address of the privacy notice, linked below the generated form. */
  declare privacyUrl?: string | undefined;
  /** The sender's postal address, below the generated form. */
  declare postalAddress?: string | undefined;
  /** The service's own sign-up page, offered where sending fails. Default: that of a service which is posted natively. */
  declare serviceUrl?: string | undefined;
  /** Heading above the form; empty for none. Default "Sign up for our newsletter", none above an own form. */
  declare heading?: string | undefined;
  /** On the generated form's button. Default "Sign up". */
  declare buttonLabel?: string | undefined;
  /** Shown after success, the same for new and known addresses. Default: thanks, and the request to look into the inbox. */
  declare successMessage?: string | undefined;
  /** Leaves the line about medical information to your own words. */
  declare withoutNotice: boolean;
  /** Sends the submission in place of a protocol: an async function that throws where nothing was stored. */
  declare submitter?: SubmitFunction | undefined;

  readonly #settings = new SettingsController(this);
  readonly #localize = new LocalizeController(this, this.#settings);
  readonly #generated = formMaker(this);
  readonly #sending = takeOver(this, this.attachInternals(), () => this.#look());
  #own: HTMLFormElement | null = null;
  #plan: NewsletterPlan | CareError | undefined;

  constructor() {
    super();
    this.fields = 'email';
    this.consent = 'none';
    this.withoutNotice = false;
  }

  /** `idle`, `invalid`, `busy`, `success`, `unconfirmed`, `handed-over` or `error`. Also a custom state. */
  get state(): NewsletterState {
    return this.#sending.state;
  }

  /** Whether the form stands, or it is known that none can. */
  get isReady(): boolean {
    return !!this.#plan;
  }

  /** Why nothing was stored, why that is not known, or what is to be configured. */
  get error(): CareError | undefined {
    return this.#sending.ending.error;
  }

  /** Shows the form again after success. */
  reset(): void {
    this.#sending.set('idle');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sending.set(this.state, this.#sending.ending);
  }

  protected override willUpdate(): void {
    const before = this.#plan;
    const { plan } = this.#look();
    if (!plan) {
      // without it the fallback, or the author's own form as it is, stays
      void loadServices().then(
        () => this.requestUpdate(),
        () => undefined,
      );
    } else if (plan instanceof CareError) this.#misconfigured(plan);
    else if (before instanceof CareError) this.#sending.set('idle');
  }

  protected override render(): unknown {
    const { localizer } = this.#localize;
    const { state, ending, hasLostCode } = this.#sending;
    const plan = this.#plan instanceof CareError ? undefined : this.#plan;
    const own = this.#own;
    const link = plan?.protocol === 'link' ? plan.action : undefined;
    const hasForm = !plan || state !== 'success';
    if (plan && own) this.#enhance(own, plan);
    this.#generated.place(plan && !own && !link ? this.#generated.draw(plan, localizer) : undefined);
    const { debug = 'false' } = this.#settings.settings;
    return frameTemplate({
      heading: plan ? (this.heading ?? (own ? '' : localizer.say('Sign up for our newsletter'))) : '',
      headingLevel: this.headingLevel,
      hasGenerated: hasForm && !!plan && !own && !link,
      hasAuthored: hasForm && (!plan || !!own || hasLostCode),
      link: hasForm ? link : undefined,
      hasNotice: !!(plan && own) && !this.withoutNotice && hasForm,
      state,
      text: ending.text || this.#words(localizer),
      actions: ending.actions,
      diagnosis: debug !== 'false' && this.error ? `${this.error.code} | ${this.error.detail}` : '',
      localizer,
      slotchange: () => this.requestUpdate(),
    });
  }

  #look(): Situation {
    const own = (this.#own = ownFormIn(this));
    const plan = (this.#plan = planFor(this, own));
    const { localizer } = this.#localize;
    const { timeout } = this.#settings.settings;
    return { form: own ?? this.#generated.form, isOwn: !!own, plan, localizer, timeout };
  }

  #words({ say }: Localizer): string {
    if (this.state === 'busy') return say('Sending…');
    if (this.state !== 'success') return '';
    return (
      this.successMessage ||
      say('Thank you. Please check your inbox, and the spam folder too: a message is on its way.')
    );
  }

  #misconfigured(error: CareError): void {
    const text = `<care-newsletter> ${error.code} | ${error.detail}`;
    if (!warned.has(text)) console.warn(text, this);
    warned.add(text);
    if (this.error?.detail !== error.detail) this.#sending.set('error', { error });
  }

  #enhance(form: HTMLFormElement, { protocol }: NewsletterPlan): void {
    // its messages are the browser's, in the browser's language, and vanish
    form.setAttribute('novalidate', '');
    if (protocol !== 'native') return;
    // for the moment in which our code has not arrived
    form.relList.add('noreferrer');
    if (!form.hasAttribute('target')) form.setAttribute('target', '_blank');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'care-newsletter': CareNewsletter;
  }
}

import { nothing, type TemplateResult } from 'lit';
import { property } from '../shared/property.js';
import { LightDomController } from '../../controllers/light-dom.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import type { Localizer } from '../../localize/localizer.js';
import { CareError } from '../../model/care-error.js';
import { timeoutOf } from '../../model/settings.js';
import { warnAbout } from '../../model/warn-once.js';
import { adopt } from '../../styles/adopt.js';
import { host } from '../../styles/host.js';
import { tokens } from '../../styles/tokens.js';
import type { SubmitFunction } from '../../submitters/custom.js';
import { holdsPage } from '../shared/fallback.js';
import { diagnosisView } from '../shared/diagnosis-view.js';
import { LightHeading } from '../shared/light-heading.js';
import { SettingsElement } from '../shared/settings-element.js';
import { GeneratedForm } from './care-newsletter.generated-form.js';
import { GENERATED, ownFormIn, planFor, type NewsletterPlan } from './care-newsletter.plan.js';
import { formStyles, styles } from './care-newsletter.styles.js';
import { SubmitController, type NewsletterState, type Situation } from './care-newsletter.submit-controller.js';
import { frameTemplate } from './care-newsletter.template.js';
import { retell } from './care-newsletter.validation.js';

export type { NewsletterState };
export type NewsletterConsent = 'none' | 'optional' | 'required';

/**
 * Sign-up for a newsletter. An author's own `<form>` inside the tag is enhanced in place: it works without JavaScript and
 * keeps its names. Without one, a form is generated from the attributes, in the light DOM, where autofill, password managers
 * and the page's style sheets reach it.
 *
 * @tag care-newsletter
 * @slot - Your own `<form action="…" method="post">`, or a fallback that is shown before the script and where no `action` is known: best a link to a sign-up page. `<input type="hidden">` outside a form goes along with every submission of a generated one.
 * @slot title - The heading, put there by the element itself.
 * @slot form - The generated form; filled by the element itself.
 * @fires {CareSubmitEvent} care-submit - The form is valid and about to be sent. `preventDefault()` stops that. Bubbles.
 * @fires {CareSubmittedEvent} care-submitted - The service confirmed, or a new tab took over: `outcome`. Bubbles.
 * @fires {CareSubmitErrorEvent} care-submit-error - Not stored, or not confirmed: `outcome`, `error`. Bubbles.
 * @csspart newsletter - Everything.
 * @csspart title - Around the heading, which stands in the page's own tree: `care-newsletter [part='title']`.
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
 * @cssproperty --care-color-border - Default: a tint of the text colour.
 * @cssproperty --care-color-accent - Links, and the button's fill.
 * @cssproperty --care-color-accent-text - Words on that fill.
 * @cssproperty --care-color-focus - Focus ring.
 * @cssproperty --care-color-danger - What is wrong.
 * @cssproperty --care-color-success - What went well.
 * @cssproperty --care-color-warn - What is not certain.
 * @cssproperty --care-font - Default: the page's font.
 * @cssproperty --care-font-heading - Default: `--care-font`.
 * @cssproperty --care-heading-weight - Default 600.
 * @cssproperty --care-radius - Default 0.5em.
 * @cssproperty --care-radius-button - Default: `--care-radius`.
 * @cssproperty --care-space - Default 1em.
 */
export class CareNewsletter extends SettingsElement {
  static override styles = [tokens, host, styles];

  /** 1 to 6: level of the heading. Default 2. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel?: number;
  /** Where the form is posted to. Default: the `action` of your own form. */
  @property() action?: string | undefined;
  /** `json`, `form`, `ghost`, `native`, `link` or a registered name. Default: by the service that `action` belongs to. */
  @property() protocol?: string | undefined;
  /** Fields of the generated form: `email`, `first-name`, `last-name`, separated by blanks. Default `email`. */
  @property() fields: string = 'email';
  /** Names of a service that is not known here: `email=EMAIL first-name=FNAME`; also `name` (both in one), `consent-id`, `consent-hash`, `locale`, `form-id`, `submission-id`. */
  @property({ attribute: 'field-names' }) fieldNames?: string | undefined;
  /** What else is success: `status` (any 2xx) or `redirect`. Default: JSON that says so, or an empty 201, 202 or 204. */
  @property({ attribute: 'success-when' }) successWhen?: string | undefined;
  /** `none` (default), `optional` or `required`: a box in the generated form, never ticked beforehand. */
  @property() consent: NewsletterConsent = 'none';
  /** The words beside the box; its SHA-256 is sent along. Default: a sentence in the widget's language. */
  @property({ attribute: 'consent-text' }) consentText?: string | undefined;
  /** Your identifier of these words. Default: the first 12 digits of their hash. */
  @property({ attribute: 'consent-id' }) consentId?: string | undefined;
  /** Address of the privacy notice, linked below the generated form. */
  @property({ attribute: 'privacy-url' }) privacyUrl?: string | undefined;
  /** The sender's postal address, below the generated form. */
  @property({ attribute: 'postal-address' }) postalAddress?: string | undefined;
  /** The service's own sign-up page, offered where sending fails. Default: that of a service which is posted natively. */
  @property({ attribute: 'service-url' }) serviceUrl?: string | undefined;
  /** Heading above the form; empty for none. Default "Sign up for our newsletter", none above an own form. */
  @property() heading?: string | undefined;
  /** On the generated form's button. Default "Sign up". */
  @property({ attribute: 'button-label' }) buttonLabel?: string | undefined;
  /** Shown after success, the same for new and known addresses. Default: thanks, and the request to look into the inbox. */
  @property({ attribute: 'success-message' }) successMessage?: string | undefined;
  /** Leaves the line about medical information to your own words. */
  @property({ type: Boolean, attribute: 'without-notice' }) withoutNotice = false;
  /** Sends the submission in place of a protocol: an async function that throws where nothing was stored. */
  @property({ attribute: false }) submitter?: SubmitFunction | undefined;

  readonly #localize = new LocalizeController(this);
  readonly #heading = new LightHeading(this);
  readonly #light = new LightDomController(this, GENERATED);
  readonly #generated = new GeneratedForm(this);
  readonly #sending = new SubmitController(this, () => this.#situation());
  /** As of the last update. */
  #plan: NewsletterPlan | CareError | undefined;

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

  protected override willUpdate(): void {
    const before = this.#plan;
    const { plan, form, localizer } = this.#situation();
    if (form) retell(form, localizer);
    this.#plan = plan;
    if (plan instanceof CareError) this.#misconfigured(plan);
    else if (before instanceof CareError) this.#sending.set('idle');
  }

  protected override render(): TemplateResult {
    const { localizer } = this.#localize;
    const { state, ending } = this.#sending;
    const plan = this.#plan instanceof CareError ? undefined : this.#plan;
    const own = ownFormIn(this);
    const link = plan?.protocol === 'link' ? plan.action : undefined;
    const hasForm = !plan || state !== 'success';
    if (plan && own) this.#enhance(own, plan);
    const generated = plan && !own && !link ? this.#generated.draw(plan, localizer) : undefined;
    this.#light.show(generated);
    adopt(this.getRootNode(), formStyles);
    const title = this.heading?.trim() ?? (own ? '' : localizer.say('Sign up for our newsletter'));
    const isAsked = plan && hasForm && title; // once somebody has signed up, "sign up" asks for nothing
    return frameTemplate({
      title: isAsked
        ? this.#heading.show(this.headingLevel, title, this.heading ? undefined : localizer.locale)
        : nothing,
      hasGenerated: hasForm && !!generated,
      hasAuthored: holdsPage(this, own && 'form') || (hasForm && (!plan || !!own)),
      link: hasForm ? link : undefined,
      hasNotice: !!(plan && own) && !this.withoutNotice && hasForm,
      state,
      text: ending.text?.(localizer) || this.#words(localizer),
      actions: ending.actions?.(localizer),
      diagnosis: diagnosisView(this, this.error, {}),
      localizer,
      slotchange: () => this.requestUpdate(),
    });
  }

  #situation(): Situation {
    const own = ownFormIn(this);
    const { localizer } = this.#localize;
    const form = own ?? this.#generated.form;
    return { form, isOwn: !!own, plan: planFor(this, own), localizer, timeout: timeoutOf(this.settings.timeout) };
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
    warnAbout(this, `${error.code} | ${error.detail}`);
    if (this.error?.detail !== error.detail) this.#sending.set('error', { error });
  }

  #enhance(form: HTMLFormElement, { protocol }: NewsletterPlan): void {
    // its messages are the browser's, in the browser's language, and vanish
    form.setAttribute('novalidate', '');
    if (protocol !== 'native') return;
    // for where the page submits it without asking us
    form.relList.add('noreferrer');
    if (!form.hasAttribute('target')) form.setAttribute('target', '_blank');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'care-newsletter': CareNewsletter;
  }
}

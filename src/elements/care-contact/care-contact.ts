import { html, LitElement, type PropertyDeclarations } from 'lit';
import { surroundingSettings, type Settings } from '../../context/settings.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import type { OpeningController, WallClock } from '../../controllers/opening-controller.js';
import { placeChildren } from '../../controllers/place-children.js';
import { CareContactEvent, type ContactChannel } from '../../events/care-contact-event.js';
import { host } from '../../styles/host.js';
import { tokens } from '../../styles/tokens.js';
import { channelsOf, loadPhones, type Channel } from './care-contact.channels.js';
import { hasOtherNumber, hasOwnLink, linkFor, MARK } from './care-contact.links.js';
import { styles } from './care-contact.styles.js';
import { contactTemplate } from './care-contact.template.js';

export type ContactLayout = 'banner' | 'card' | 'inline' | 'sticky';

// What only some pages ask for, shared by all elements once it is there.
let crisis: typeof import('./care-contact.crisis.js') | undefined;
let opening: typeof import('./care-contact.hours.js') | undefined;

/**
 * A call to action: the clinic's number as a link of the page itself, other ways to reach it, opening hours, and crisis
 * lines. It makes no request, keeps nothing, and tells nobody which number was used.
 *
 * @tag care-contact
 * @slot - Fallback, shown before the script, without it, and where no attribute names a way to call: best a `tel:` link. A number in it that no attribute repeats stays visible.
 * @slot phone - Your own link in place of the generated one.
 * @slot text - Likewise, for text messages.
 * @slot email - Likewise.
 * @slot link - Likewise, for `href`.
 * @fires {CareContactEvent} care-contact - A visitor uses a channel: `channel` (`phone`, `text`, `email`, `link`). Bubbles. Not for crisis lines.
 * @csspart contact - Everything.
 * @csspart title - The heading.
 * @csspart channels - The ways to reach the clinic.
 * @csspart hours - Opening hours.
 * @csspart status - "Open now, until 6 PM (Central Time)".
 * @csspart after-hours - What to do while closed.
 * @csspart week - The days and their hours, with `layout="card"`.
 * @csspart crisis - Crisis lines.
 * @csspart license - The licence line.
 * @cssstate open - Within the opening hours.
 * @cssstate closed - Outside of them.
 * @cssproperty --care-color-text - Default: the page's text colour.
 * @cssproperty --care-color-muted - Hours, licence.
 * @cssproperty --care-color-surface - Background of banner, card and sticky bar. The bar's default is the page's `Canvas`.
 * @cssproperty --care-color-border - Default: a tint of the text colour.
 * @cssproperty --care-color-accent - Edge and words of the buttons; with `--care-color-accent-text` the call button's fill.
 * @cssproperty --care-color-accent-text - Words on that fill.
 * @cssproperty --care-color-focus - Focus ring.
 * @cssproperty --care-font - Default: the page's font.
 * @cssproperty --care-font-heading - Default: `--care-font`.
 * @cssproperty --care-radius - Default 0.5em.
 * @cssproperty --care-space - Default 1em.
 * @cssproperty --care-shadow - Of the card and the sticky bar. Default: none.
 */
export class CareContact extends LitElement {
  static override styles = [tokens, host, styles];
  static override properties: PropertyDeclarations = {
    phone: {},
    phoneLabel: { attribute: 'phone-label' },
    textNumber: { attribute: 'text-number' },
    email: {},
    href: {},
    hrefLabel: { attribute: 'href-label' },
    hours: {},
    timeZone: { attribute: 'time-zone' },
    holidays: {},
    afterHours: { attribute: 'after-hours' },
    layout: {},
    crisisRegion: { attribute: 'crisis-region' },
    heading: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    licenseText: { attribute: 'license-text' },
    licenseUrl: { attribute: 'license-url' },
    theme: {},
    locale: {},
    clock: { attribute: false },
  };

  /** The clinic's number, best with its country code: `+1 555 123 4567`. Extensions (`ext. 5`) and `1-800-…-HELP` are read too. */
  declare phone?: string | undefined;
  /** How the number is written, `(555) 123-4567`, or words in place of "Call", such as `Talk with admissions`. */
  declare phoneLabel?: string | undefined;
  /** Number for text messages. */
  declare textNumber?: string | undefined;
  /** Email address, such as `hello@your-clinic.example`. */
  declare email?: string | undefined;
  /** A page with further ways, such as a form. */
  declare href?: string | undefined;
  /** Text of the link to `href`. Default "Contact us". */
  declare hrefLabel?: string | undefined;
  /** Opening hours: `Mo-Fr 08:00-18:00; Sa 09:00-12:00; PH off`, or `24/7`. */
  declare hours?: string | undefined;
  /** IANA zone of the clinic, such as `America/Chicago`. Without it nothing is said about "now". */
  declare timeZone?: string | undefined;
  /** Dates on which the `PH` rule of the hours holds: `2026-12-25, 2027-01-01`. No calendar is built in. */
  declare holidays?: string | undefined;
  /** What to do while closed: shown only then. */
  declare afterHours?: string | undefined;
  /** `card` (default), `banner`, `inline` or `sticky` (at the lower edge of the window; place it last in the body). */
  declare layout?: ContactLayout | undefined;
  /** `us`, `ca`, `gb`, `ie`, `eu`, `au`, `nz`: adds that region's crisis lines. Default `none`. Also the country of national numbers. */
  declare crisisRegion?: string | undefined;
  /** Heading above everything. Default: none. */
  declare heading?: string | undefined;
  /** 1 to 6: level of the heading. Default 2. */
  declare headingLevel?: number | undefined;
  /** Line about the clinic's licence. */
  declare licenseText?: string | undefined;
  /** Page of whoever gave it. */
  declare licenseUrl?: string | undefined;
  /** `light`, `dark` or `auto` (default), which follows the page's `color-scheme`. */
  declare theme?: string | undefined;
  /** BCP 47, language of the widget's own words. Default: the nearest `lang`. */
  declare locale?: string | undefined;
  /** The time, in place of the device's: for stories and tests. */
  declare clock?: WallClock | undefined;

  readonly #localize = new LocalizeController(this, this);
  #opening: OpeningController | undefined;
  /** Set while the code is on its way that reads unusual numbers. */
  #pending: Promise<unknown> | undefined;
  #channels: readonly Channel[] = [];
  #links: HTMLElement[] = [];
  #isSticky = false;

  constructor() {
    super();
    this.addEventListener('click', this.#use);
  }

  /** @internal Of its own, of the nearest `care-config`, of the page: only the language matters here. */
  get settings(): Settings {
    return this.locale ? { locale: this.locale } : surroundingSettings(this);
  }

  /** `card` where `layout` is absent or unknown. */
  get #layout(): ContactLayout {
    const { layout = 'card' } = this;
    return /^(?:banner|inline|sticky)$/.test(layout) ? layout : 'card';
  }

  protected override willUpdate(): void {
    this.#pending = loadPhones(this);
    if (this.#pending) this.#update(this.#pending);
    // here, and not while rendering: it reads the hours in the same update
    if (this.hours?.trim() && opening) this.#opening ??= new opening.OpeningController(this);
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    const { localizer } = this.#localize;
    this.#channels = channelsOf(this, localizer);
    this.#links = this.#channels
      .filter(({ channel }) => !hasOwnLink(this, channel))
      .map((channel) => {
        const before = this.#links.find(({ slot }) => slot === channel.channel);
        return linkFor(channel, localizer.locale, before);
      });
    super.update(changed);
  }

  protected override render(): unknown {
    const channels = this.#channels;
    const layout = this.#layout;
    return contactTemplate(this, {
      layout,
      // until the number can be followed, what the author wrote stays
      hasFallback: !!this.#pending || !channels.length || hasOtherNumber(this, channels),
      hours: this.#showHours(layout),
      crisis: this.#showCrisis(layout),
      localizer: this.#localize.localizer,
      slotchange: () => this.requestUpdate(),
    });
  }

  protected override updated(): void {
    placeChildren(this, MARK, this.#links);
    if (this.#layout === 'sticky' && !this.#isSticky) {
      this.#isSticky = true;
      void import('./care-contact.sticky.js').then(
        ({ makeSticky }) => makeSticky(this),
        () => (this.#isSticky = false),
      );
    }
    if (!this.#pending && this.#isOdd) {
      void import('./care-contact.report.js').then(
        ({ report }) => report(this, this.#channels),
        () => undefined,
      );
    }
  }

  /** Something is written that cannot be used, or nothing is. */
  get #isOdd(): boolean {
    const channels = this.#channels;
    return (
      !this.childElementCount ||
      channels.some(({ href, detail }) => detail || !href) ||
      (!!this.href?.trim() && channels.at(-1)?.channel !== 'link') ||
      (!!this.layout && this.layout !== this.#layout)
    );
  }

  readonly #use = (event: Event): void => {
    // a click inside the shadow root, on a crisis line, comes from the element itself
    const link = event.target !== this && (event.target as Element).closest('a[href]');
    if (!link) return;
    const channel = link.closest('[slot]')?.slot ?? (link.matches('[href^="tel:" i]') ? 'phone' : '');
    if (/^(?:phone|text|email|link)$/.test(channel))
      this.dispatchEvent(new CareContactEvent(channel as ContactChannel));
  };

  #showHours(layout: ContactLayout): unknown {
    const written = this.hours?.trim();
    if (!written) return undefined;
    if (!opening || !this.#opening) {
      this.#update(import('./care-contact.hours.js').then((module) => (opening = module)));
      return html`<bdi>${written}</bdi>`;
    }
    return opening.hoursTemplate(this.#opening.opening, {
      written,
      timeZone: this.timeZone?.trim(),
      afterHours: this.afterHours?.trim(),
      hasWeek: layout === 'card',
      localizer: this.#localize.localizer,
    });
  }

  #showCrisis(layout: ContactLayout): unknown {
    const region = this.crisisRegion?.trim().toLowerCase() || 'none';
    if (region === 'none') return undefined;
    if (!crisis) this.#update(import('./care-contact.crisis.js').then((module) => (crisis = module)));
    return crisis?.crisisView(this, region, layout, this.#localize.localizer);
  }

  /** Renders again once something has arrived. Without a connection what is there stays. */
  #update(arrival: Promise<unknown>): void {
    void arrival.then(
      () => this.requestUpdate(),
      () => undefined,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'care-contact': CareContact;
  }
}

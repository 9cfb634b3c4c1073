import { nothing, type TemplateResult } from 'lit';
import { property } from '../shared/property.js';
import { LightDomController } from '../../controllers/light-dom.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { OpeningController } from '../../controllers/opening-controller.js';
import { StickyController } from '../../controllers/sticky-controller.js';
import { CareContactEvent, type ContactChannel } from '../../events/care-contact-event.js';
import { systemClock, type Clock } from '../../http/transport.js';
import { host } from '../../styles/host.js';
import { tokens } from '../../styles/tokens.js';
import { diagnosisView } from '../shared/diagnosis-view.js';
import { holdsPage } from '../shared/fallback.js';
import { heading } from '../shared/heading.js';
import { LightHeading } from '../shared/light-heading.js';
import { SettingsElement } from '../shared/settings-element.js';
import { channelsOf, type Channel } from './care-contact.channels.js';
import { crisisView } from './care-contact.crisis.js';
import { hoursTemplate, statusTemplate } from './care-contact.hours.js';
import { hasOtherNumber, hasOwnLink, linkFor, MARK } from './care-contact.links.js';
import { reportMistakes } from './care-contact.report.js';
import { holdAtEdge, stickyStyles } from './care-contact.sticky.styles.js';
import { styles } from './care-contact.styles.js';
import { contactTemplate } from './care-contact.template.js';

export type ContactLayout = 'banner' | 'card' | 'inline' | 'sticky';

/**
 * A call to action: the clinic's number as a link of the page itself, other ways to reach it, opening hours, and crisis
 * lines. It makes no request, keeps nothing, and tells nobody which number was used.
 *
 * @tag care-contact
 * @slot - Fallback, shown before the script, without it, and where no attribute names a way to call: best a `tel:` link. A number in it that no attribute repeats stays visible.
 * @slot title - The heading, put there by the element itself; not with `layout="sticky"`.
 * @slot phone - Your own link in place of the generated one.
 * @slot text - Likewise, for text messages.
 * @slot email - Likewise.
 * @slot link - Likewise, for `href`.
 * @slot tty - Likewise.
 * @fires {CareContactEvent} care-contact - A visitor uses a channel: `channel` (`phone`, `text`, `email`, `link`, `tty`), `placement` (the layout) and `isOpen` (`undefined` where nothing is known about now). Bubbles. Not for crisis lines.
 * @csspart contact - Everything.
 * @csspart title - Around the heading, which stands in the page's own tree: `care-contact [part='title']`. With `layout="sticky"` the heading itself.
 * @csspart channels - The ways to reach the clinic.
 * @csspart status - "Open now, until 6 PM (Central Time)".
 * @csspart who-answers - Who picks up.
 * @csspart cost-note - What a call costs.
 * @csspart hours - Opening hours.
 * @csspart after-hours - What to do while closed.
 * @csspart week - The days and their hours, with `layout="card"`.
 * @csspart crisis - The band with the crisis lines.
 * @csspart crisis-title - "In a crisis, or thinking about suicide?"
 * @csspart crisis-name - The name of the line that the buttons reach, with `layout="card"`.
 * @csspart crisis-buttons - Call and text.
 * @csspart emergency - The emergency number.
 * @csspart crisis-lines - Further lines and ways, with `layout="card"`.
 * @csspart license - The licence line.
 * @csspart diagnosis - The explanation that `debug` gives.
 * @cssstate open - Within the opening hours.
 * @cssstate closed - Outside of them.
 * @cssproperty --care-color-text - Default: the page's text colour.
 * @cssproperty --care-color-muted - Hours, licence.
 * @cssproperty --care-color-surface - Background of banner, card and sticky bar. The bar's default is the page's `Canvas`.
 * @cssproperty --care-color-border - Default: a tint of the text colour.
 * @cssproperty --care-color-accent - The call button's fill. Default: the text colour.
 * @cssproperty --care-color-accent-text - Words on that fill. Default: black or white, whichever is farther from it.
 * @cssproperty --care-color-danger - The crisis band. Default: a red.
 * @cssproperty --care-color-success - The mark of an open clinic. Default: a green.
 * @cssproperty --care-color-focus - Focus ring.
 * @cssproperty --care-font - Default: the page's font.
 * @cssproperty --care-font-heading - Default: `--care-font`.
 * @cssproperty --care-heading-weight - Default 600.
 * @cssproperty --care-radius - Default 0.5em.
 * @cssproperty --care-radius-button - Default: `--care-radius`.
 * @cssproperty --care-space - Default 1em.
 * @cssproperty --care-shadow - Of the card and the sticky bar. Default: none.
 */
export class CareContact extends SettingsElement {
  static override styles = [tokens, host, styles, stickyStyles];

  /** The clinic's number, best with its country code: `+1 555 123 4567`. Extensions (`ext. 5`) and `1-800-…-HELP` are read too. */
  @property() phone?: string | undefined;
  /** How the number is written, `(555) 123-4567`, or words in place of "Call", such as `Talk with admissions`. */
  @property({ attribute: 'phone-label' }) phoneLabel?: string | undefined;
  /** Number for text messages. */
  @property({ attribute: 'text-number' }) textNumber?: string | undefined;
  /** Number of a teletypewriter, for people who are deaf or hard of hearing. */
  @property() tty?: string | undefined;
  /** Address that the email link leads to, as `hello@your-clinic.example`. */
  @property() email?: string | undefined;
  /** URL of a page with further ways, such as a form. */
  @property() href?: string | undefined;
  /** Words of the link that `href` makes. Default "Contact us". */
  @property({ attribute: 'href-label' }) hrefLabel?: string | undefined;
  /** Opening hours: `Mo-Fr 08:00-18:00; Sa 09:00-12:00; PH off`, or `24/7`. */
  @property() hours?: string | undefined;
  /** IANA zone of the clinic, such as `America/Chicago`. Without it nothing is said about "now". */
  @property({ attribute: 'time-zone' }) timeZone?: string | undefined;
  /** Dates on which the `PH` rule of the hours holds: `2026-12-25, 2027-01-01`. No calendar is built in. */
  @property() holidays?: string | undefined;
  /** What to do while closed: shown only then. */
  @property({ attribute: 'after-hours' }) afterHours?: string | undefined;
  /** Who picks up, such as `A counselor answers, 24 hours`. Shown only where given. */
  @property({ attribute: 'who-answers' }) whoAnswers?: string | undefined;
  /** What a call costs, such as `Free and without obligation`. Shown only where given. */
  @property({ attribute: 'cost-note' }) costNote?: string | undefined;
  /** `card` (default), `banner`, `inline` or `sticky` (at the lower edge of the window; place it last in the body). */
  @property({ reflect: true }) layout?: ContactLayout | undefined;
  /** `us`, `ca`, `gb`, `ie`, `eu`, `au`, `nz`: adds that region's crisis lines. Default `none`. Also the country of national numbers. */
  @property({ attribute: 'crisis-region' }) crisisRegion?: string | undefined;
  /** Heading above everything. Default: none. */
  @property() heading?: string | undefined;
  /** 1 to 6: level of the heading. Default 2. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel?: number | undefined;
  /** Line about the clinic's licence. */
  @property({ attribute: 'license-text' }) licenseText?: string | undefined;
  /** URL of a page about the licence. */
  @property({ attribute: 'license-url' }) licenseUrl?: string | undefined;
  /** @internal For tests and stories. */
  clock: Clock = systemClock;

  readonly #localize = new LocalizeController(this);
  readonly #opening = new OpeningController(this);
  readonly #heading = new LightHeading(this);
  readonly #light = new LightDomController(this, MARK);
  #isSticky = false;
  #channels: readonly Channel[] = [];
  #links: HTMLElement[] = [];

  constructor() {
    super();
    this.addEventListener('click', this.#use);
  }

  /** `card` where `layout` is absent or unknown. */
  get #layout(): ContactLayout {
    const { layout = 'card' } = this;
    return /^(?:banner|inline|sticky)$/.test(layout) ? layout : 'card';
  }

  protected override render(): TemplateResult {
    const { localizer } = this.#localize;
    const layout = this.#layout;
    const channels = (this.#channels = channelsOf(this, localizer));
    this.#links = channels
      .filter(({ channel }) => !hasOwnLink(this, channel))
      .map((channel) => {
        const before = this.#links.find(({ slot }) => slot === channel.channel);
        return linkFor(channel, localizer.locale, before);
      });
    this.#light.show(...this.#links);
    const { opening } = this.#opening;
    const written = this.hours?.trim();
    const region = this.crisisRegion?.trim().toLowerCase() || 'none';
    return contactTemplate(this, {
      classes: channels[1] ? layout : `${layout} single`,
      title: this.#title(layout),
      hasFallback: !channels.length || hasOtherNumber(this, channels) || holdsPage(this),
      hasPhone: channels.some(({ channel, href }) => channel === 'phone' && href) && !hasOwnLink(this, 'phone'),
      status: written
        ? statusTemplate(opening, {
            written,
            afterHours: this.afterHours?.trim(),
            localizer,
          })
        : undefined,
      hours: hoursTemplate(opening, layout === 'card', localizer),
      crisis: region === 'none' ? undefined : crisisView(this, region, layout, localizer),
      localizer,
      diagnosis: diagnosisView(this, undefined, {}),
      slotchange: () => this.requestUpdate(),
    });
  }

  /** A bar has no room for a heading as large as the page's. */
  #title(layout: ContactLayout): unknown {
    const title = this.heading?.trim();
    if (!title) return nothing;
    return layout === 'sticky' ? heading(this.headingLevel, title) : this.#heading.show(this.headingLevel, title);
  }

  protected override updated(): void {
    if (this.#layout === 'sticky' && !this.#isSticky) new StickyController(this, holdAtEdge);
    this.#isSticky ||= this.#layout === 'sticky';
    reportMistakes(this, this.#channels);
  }

  readonly #use = (event: Event): void => {
    // a click inside the shadow root, on a crisis line, comes from the element itself
    const link = event.target !== this && (event.target as Element).closest('a[href]');
    if (!link) return;
    const channel = link.closest('[slot]')?.slot ?? (link.matches('[href^="tel:" i]') ? 'phone' : '');
    if (/^(?:phone|text|email|link|tty)$/.test(channel))
      this.dispatchEvent(
        new CareContactEvent(channel as ContactChannel, this.#layout, this.#opening.opening.status?.isOpen),
      );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'care-contact': CareContact;
  }
}

import { html, type TemplateResult } from 'lit';
import { property } from '../shared/property.js';
import { complain } from '../../controllers/complain.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import type { Phrase } from '../../localize/spanish.js';
import { host } from '../../styles/host.js';
import { tokens } from '../../styles/tokens.js';
import { diagnosisView } from '../shared/diagnosis-view.js';
import { heading } from '../shared/heading.js';
import { SettingsElement } from '../shared/settings-element.js';
import { styles } from './care-urgent.styles.js';

export type UrgentLevel = 'emergency' | 'urgent' | 'non-urgent';

/** Said before the heading, since a colour says it to nobody who does not see it. */
const MEANING: Readonly<Record<UrgentLevel, Phrase>> = {
  emergency: 'Immediate action required:',
  urgent: 'Urgent advice:',
  'non-urgent': 'Non-urgent advice:',
};

const isLevel = (level: string): level is UrgentLevel => Object.hasOwn(MEANING, level);

/** `2026-11-19` as a day of that calendar; anything else is no date. */
const isDay = (written: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(written) && new Date(`${written}T00:00:00Z`).getUTCDate() === Number(written.slice(8));

/**
 * A care card: when to get help and how fast, around a list that the author writes. It brings no medical words of its own.
 * Who reviewed the words, and when, must be given: without both, and without a heading, the author's HTML stays as it is and
 * the console says what is missing.
 *
 * @tag care-urgent
 * @slot - The author's own text, best a list: "Call 911 if:" above, the signs below.
 * @csspart card - Everything.
 * @csspart head - The coloured head.
 * @csspart title - The heading.
 * @csspart content - The author's text.
 * @csspart review - "Reviewed by … on …".
 * @csspart diagnosis - The explanation that `debug` gives.
 * @cssproperty --care-color-text - Default: the page's text colour.
 * @cssproperty --care-color-muted - The review line.
 * @cssproperty --care-color-surface - Background. Default: none.
 * @cssproperty --care-color-border - Frame of `non-urgent`. Default: a tint of the text colour.
 * @cssproperty --care-color-danger - Head and frame of `emergency` and `urgent`. Default: a red.
 * @cssproperty --care-font - Default: the page's font.
 * @cssproperty --care-font-heading - Default: `--care-font`.
 * @cssproperty --care-heading-weight - Default 600.
 * @cssproperty --care-radius - Default 0.5em.
 * @cssproperty --care-space - Default 1em.
 */
export class CareUrgent extends SettingsElement {
  static override styles = [tokens, host, styles];

  /** `emergency`, `urgent` (default) or `non-urgent`. */
  @property() level?: UrgentLevel | undefined;
  /** What to do, such as `Call 911 if someone:`. Required. */
  @property() heading?: string | undefined;
  /** 1 to 6: level of the heading. Default 2. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel?: number | undefined;
  /** Who reviewed these words, with their letters: `Dr. Amara Osei, MD`. Required. */
  @property() reviewer?: string | undefined;
  /** The day of that review, `2026-11-19`. Required. */
  @property({ attribute: 'reviewed-on' }) reviewedOn?: string | undefined;

  readonly #localize = new LocalizeController(this);

  protected override render(): TemplateResult {
    return html`${this.#card()}${diagnosisView(this, undefined, {})}`;
  }

  #card(): TemplateResult {
    const { localizer } = this.#localize;
    const { say, locale } = localizer;
    const level = this.level ?? 'urgent';
    const title = this.heading?.trim();
    const reviewer = this.reviewer?.trim();
    const day = this.reviewedOn?.trim() ?? '';
    if (!title || !reviewer || !isDay(day) || !isLevel(level)) return html`<slot></slot>`;
    const [before, between, after] = say('Reviewed by {names} on {date}').split(/\{names\}|\{date\}/);
    return html`<section part="card" class=${level} aria-labelledby="head">
      <div part="head" id="head">
        ${heading(
          this.headingLevel,
          html`<span class="heard" lang=${locale}>${say(MEANING[level])} </span><bdi>${title}</bdi>`,
        )}
      </div>
      <div part="content"><slot></slot></div>
      <p part="review" lang=${locale}>
        <bdi>${before}<bdi>${reviewer}</bdi>${between}<time datetime=${day}>${localizer.day(day)}</time>${after}</bdi>
      </p>
    </section>`;
  }

  protected override updated(): void {
    const { heading: title, reviewer, reviewedOn } = this;
    const missing = [
      title?.trim() ? '' : 'heading="Call 911 if someone:"',
      reviewer?.trim() ? '' : 'reviewer="Name, letters"',
      isDay(reviewedOn?.trim() ?? '')
        ? ''
        : `reviewed-on="2026-11-19" (year, month, day)${reviewedOn ? ` in place of "${reviewedOn}"` : ''}`,
    ].filter(Boolean);
    if (missing.length)
      complain(
        this,
        `stays plain HTML: nobody may rely on advice that nobody has reviewed; write ${missing.join(', ')}`,
      );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'care-urgent': CareUrgent;
  }
}

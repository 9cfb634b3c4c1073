import type { SafeHtml } from './safe-html.js';

/** One thing that a program offers, as the explainer shows it. Strings are plain text. */
export interface Benefit {
  /** What stands above it as a heading. */
  readonly title: string;
  /** A paragraph. */
  readonly text?: string;
  /** A short list below the paragraph. */
  readonly points?: readonly BenefitPoint[];
  /** Below the list: plain text, or text with markup from `articleBody()`. */
  readonly body?: string | SafeHtml;
  /** Id for the heading, so that a link can lead there. */
  readonly id?: string;
}

/** One entry of a list under a {@link Benefit}. */
export interface BenefitPoint {
  /** Set apart before the text. */
  readonly name?: string;
  readonly text: string;
}

/** One level of care: a row of the comparison. A column in which no row says anything is left out. */
export interface LevelOfCare {
  readonly name: string;
  /** Time in treatment, in words: "9 to 19 hours". */
  readonly hours?: string;
  /** Where one sleeps. */
  readonly stay?: string;
  /** What becomes of work, school and family life. */
  readonly routine?: string;
  readonly medical?: string;
  /** What it is often used for. */
  readonly purpose?: string;
  /** Marks the row that the page is about. */
  readonly isCurrent?: boolean;
}

/** What the comparison says around its rows, in one language. */
export interface LevelsText {
  readonly caption: string;
  /** Heads of the columns. */
  readonly columns: Readonly<Record<Exclude<keyof LevelOfCare, 'isCurrent'>, string>>;
  /** Beside the name of the marked row. */
  readonly current: string;
  readonly levels: readonly LevelOfCare[];
  /** Before the list of levels to choose from. */
  readonly compareWith: string;
  /** Opens the table of all levels. */
  readonly all: string;
  /** In the place of what a level does not say. */
  readonly unknown: string;
  /** Below the table. */
  readonly note: string;
}

/** One question with its answer. */
export interface FaqEntry {
  readonly question: string;
  /** Plain text, or what `articleBody()` made. */
  readonly answer: string | SafeHtml;
}

/** The questions in one language. */
export interface FaqText {
  readonly title: string;
  readonly entries: readonly FaqEntry[];
}

/** The built-in explainer in one language. */
export interface BenefitsText {
  readonly title: string;
  readonly intro: string;
  readonly benefits: readonly Benefit[];
  /** When a program is not the right place, and, as `body`, what to do then. */
  readonly limits: Benefit;
}

/** All that is built in for the explainer in one language. */
export interface BenefitsTexts {
  /** BCP 47 language subtag. */
  readonly language: string;
  readonly explainer: BenefitsText;
  readonly levels: LevelsText;
  readonly faq: FaqText;
}

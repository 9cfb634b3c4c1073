import type { CareError } from '../../model/care-error.js';
import type { Localizer } from '../../localize/localizer.js';
import type { SubmitFunction } from '../../submitters/custom.js';
import type { NewsletterPlan } from './care-newsletter.plan.js';

/** The element, as far as sending concerns it. */
export interface NewsletterHost extends HTMLElement {
  readonly fieldNames?: string | undefined;
  readonly successWhen?: string | undefined;
  readonly consentId?: string | undefined;
  readonly serviceUrl?: string | undefined;
  readonly submitter?: SubmitFunction | undefined;
}

/** One attempt. */
export interface Attempt {
  readonly host: NewsletterHost;
  readonly form: HTMLFormElement;
  readonly isOwn: boolean;
  /** The button that was pressed, if any: its name and value belong to the author's form. */
  readonly button: HTMLElement | null;
  readonly plan: NewsletterPlan;
  readonly localizer: Localizer;
  /** Milliseconds, of the `timeout` setting. */
  readonly timeout: number | undefined;
}

/** How an attempt ended, and what the visitor is told. */
export interface Ending {
  readonly state: 'invalid' | 'success' | 'unconfirmed' | 'handed-over' | 'error';
  readonly text: string;
  readonly error?: CareError;
  /** What the visitor can do now: buttons and links. */
  readonly actions?: unknown;
  /** Where the visitor has something to mend. */
  readonly focus?: HTMLElement | undefined;
  /** For the page; sent once the visitor has been told. */
  readonly event?: Event;
}

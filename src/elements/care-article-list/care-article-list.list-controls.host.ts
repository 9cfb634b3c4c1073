import type { ReactiveElement } from 'lit';
import type { Settings } from '../../model/settings.js';
import type { ContentState } from '../../controllers/content-controller.js';
import type { Clock } from '../../http/transport.js';
import type { Localizer } from '../../localize/localizer.js';
import type { Article } from '../../model/article.js';
import type { CareError } from '../../model/care-error.js';

/** The public side of a list, as its controls see it. */
export interface ListElement extends ReactiveElement {
  readonly category?: string | undefined;
  readonly search?: string | undefined;
  readonly articles?: readonly Article[] | undefined;
  readonly withFilter: boolean;
  readonly withSearch: boolean;
  readonly withMore: boolean;
  readonly clock: Clock;
  readonly state: ContentState;
  readonly error: CareError | undefined;
  reload(): Promise<void>;
}

/** What the list shows, as its controls see it. */
export interface Shown {
  readonly articles: readonly Article[];
  readonly hasMore: boolean;
  readonly total?: number | undefined;
  /** Why a further page is missing; those before it are there. */
  readonly problem?: CareError | undefined;
}

/** What the controls read from their list beyond its public side. */
export interface ListInside {
  settings(): Settings;
  localizer(): Localizer;
  shown(): Shown | undefined;
  /** Articles that "Show more" adds. */
  perPage(): number;
  /** Articles of the pages before the first one that is shown. */
  earlier(): number;
  /** Whether what was rendered before the script is what is shown, controls included. */
  isRendered(): boolean;
}

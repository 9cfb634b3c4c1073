/** What went wrong, in the words that a program can act upon. */
export type CareErrorCode =
  /** The element was not told what to show or where to get it. */
  | 'not-configured'
  /** The visitor's device has no connection. */
  | 'offline'
  /** No response, or one that this page may not read (CORS). */
  | 'network'
  /** No response within the `timeout` setting. */
  | 'timeout'
  | 'not-found'
  /** 410, or withdrawn after having been shown: the fallback must go too. */
  | 'gone'
  | 'forbidden'
  /** Behind a password. */
  | 'protected'
  | 'rate-limited'
  | 'server'
  /** A response that is not what the source promises. */
  | 'malformed'
  | 'too-large'
  /** A form that its service refused. */
  | 'rejected';

/** Details for whoever repairs the page. */
export interface CareErrorInit {
  /** One or more plain English sentences for the console: what was met, and what to write instead. */
  readonly detail?: string;
  /** The URL that was asked for. */
  readonly url?: string | undefined;
  /** HTTP status of the response, where there was one. */
  readonly status?: number;
  /** Milliseconds after which the service wants to be asked again. */
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/**
 * The one error of this library. It carries no words for visitors: those are chosen where it is shown, in the language
 * of that place. `message` is the code until an element replaces it by its sentence.
 */
export class CareError extends Error {
  override readonly name = 'CareError';
  declare readonly code: CareErrorCode;
  declare readonly detail: string;
  declare readonly url: string | undefined;
  declare readonly status: number | undefined;
  declare readonly retryAfter: number | undefined;

  constructor(code: CareErrorCode, { cause, ...details }: CareErrorInit = {}) {
    super(code, { cause });
    Object.assign(this, { code, detail: '', ...details } satisfies Partial<CareError>);
  }
}

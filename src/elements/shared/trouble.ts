import { css, html, nothing, type LitElement } from 'lit';
import { adviceOn, warnOnce } from '../../controllers/advice.js';
import { awaitPageSettings } from '../../controllers/late-settings.js';
import type { Localizer } from '../../localize/localizer.js';
import type { Phrase } from '../../localize/spanish.js';
import type { CareError, CareErrorCode } from '../../model/care-error.js';

// Loaded only once something has failed: what goes well should not carry what goes wrong.

/** What a visitor is told. Several failures are the same to a reader. */
const phraseFor = (code: CareErrorCode): Phrase => {
  switch (code) {
    case 'offline':
      return 'You seem to be offline.';
    case 'not-found':
    case 'gone':
      return 'This is no longer available here.';
    case 'forbidden':
    case 'protected':
      return 'This text is not public.';
    default:
      return 'This could not be loaded right now.';
  }
};

/** Asking again can only help where the cause may have passed. */
const canRetry = (code: CareErrorCode): boolean =>
  !['not-configured', 'not-found', 'gone', 'forbidden', 'protected'].includes(code);

/** What an element must be able to do after a failure. */
interface TroubledElement extends LitElement {
  readonly state: string;
  readonly error: CareError | undefined;
  reload(): Promise<void>;
}

export interface TroubleView {
  readonly error: CareError;
  readonly localizer: Localizer;
  /** Where the content can be read at its source. */
  readonly sourceUrl: string | undefined;
  /** The author put something inside the tag: it is better than anything that could be said here. */
  readonly hasFallback: boolean;
  /** The `debug` setting: whether the author asked for an explanation in the page. */
  readonly debug: string | undefined;
}

const retry = async (element: TroubledElement): Promise<void> => {
  await element.reload();
  // the button is gone: a keyboard user goes on where it stood
  if (element.state === 'ready') element.renderRoot.querySelector('a')?.focus();
};

/** The sentence, and what a visitor can still do: try again, or read at the source. */
const problem = (element: TroubledElement, { error, localizer: { say, locale }, sourceUrl }: TroubleView): unknown =>
  html`<div part="problem" lang=${locale}>
    <p><bdi>${say(phraseFor(error.code))}</bdi></p>
    ${
      canRetry(error.code)
        ? html`<button part="retry" type="button" @click=${() => void retry(element)}>${say('Try again')}</button>`
        : nothing
    }
    ${
      sourceUrl
        ? html`<a part="source" href=${sourceUrl} rel="noreferrer"
            >${say('Read it on {site}', { site: new URL(sourceUrl).host })}</a
          >`
        : nothing
    }
  </div>`;

/** What stands in an element's place after a failure: never nothing, unless the content was withdrawn. */
export const troubleView = (element: TroubledElement, view: TroubleView): unknown => {
  const { error, hasFallback, debug = 'false' } = view;
  const isSilent = hasFallback || error.code === 'not-configured';
  return html`${
    error.code === 'gone'
      ? nothing
      : html`<slot></slot><slot name="error">${isSilent ? nothing : problem(element, view)}</slot>`
  }
  ${debug !== 'false' ? html`<pre part="diagnosis" lang="en">${adviceOn(error)}</pre>` : nothing}`;
};

const styles = css`
  [part='problem'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  [part='problem'] p {
    margin: 0;
    flex: 1 1 12em;
  }
  [part='source'] {
    padding-block: 0.6em;
  }
  [part='retry'] {
    font: inherit;
    color: inherit;
    padding: 0.4em 1em;
    min-block-size: 2.75em;
    border: 1px solid currentcolor;
    border-radius: var(--_radius);
    background: none;
  }
  [part='retry'],
  [part='source'] {
    cursor: pointer;
  }
  [part='diagnosis'] {
    margin: 0.5em 0 0;
    padding: 0.75em;
    border: 2px dashed currentcolor;
    font: 0.85em/1.5 monospace;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;

/**
 * Chooses the visitors' sentence, says once on the console what a webmaster can do, and brings the style sheet of what
 * is about to be shown.
 */
export const report = (element: TroubledElement, error: CareError, { say }: Localizer): void => {
  error.message = say(phraseFor(error.code));
  // what tells the element where to look may be on its way: further down the page, or in a script behind ours
  const tell = () => element.error === error && warnOnce(element, error);
  if (error.code === 'not-configured' && document.readyState !== 'complete')
    addEventListener('load', tell, { once: true });
  else tell();
  if (error.code === 'not-configured') awaitPageSettings();
  const { styleSheet } = styles;
  const sheets = element.shadowRoot?.adoptedStyleSheets;
  if (styleSheet && !sheets?.includes(styleSheet)) sheets?.push(styleSheet);
};

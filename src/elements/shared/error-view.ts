import { html, nothing, type LitElement } from 'lit';
import { diagnose } from '../../controllers/diagnose.js';
import { awaitPageSettings } from '../../controllers/late-settings.js';
import type { Localizer } from '../../localize/localizer.js';
import type { Phrase } from '../../localize/spanish.js';
import type { CareError, CareErrorCode } from '../../model/care-error.js';
import type { Settings } from '../../model/settings.js';
import { warnAbout } from '../../model/warn-once.js';

/** What a visitor is told. Several failures are the same to a reader. */
const phraseFor = ({ localName }: LitElement, code: CareErrorCode): Phrase => {
  switch (code) {
    case 'offline':
      return 'You seem to be offline.';
    case 'not-found':
    case 'gone':
      // a list names no article: it was asked for in the wrong place
      if (/list|categories/.test(localName)) return 'This could not be loaded here.';
      return 'This is no longer available here.';
    case 'forbidden':
      return 'This could not be loaded here.';
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
interface FailedElement extends LitElement {
  readonly settings: Settings;
  readonly state: string;
  readonly error: CareError | undefined;
  reload(): Promise<void>;
}

export interface StandInContext {
  /** Absent while the first answer is waited for. */
  readonly error: CareError | undefined;
  readonly localizer: Localizer;
  /** Where the content can be read at its source. */
  readonly sourceUrl: string | undefined;
  /** The author put something inside the tag: it is better than anything that could be said here. */
  readonly hasFallback: boolean;
  readonly skeleton: () => unknown;
  readonly slotchange: (event: Event) => void;
}

const retry = async (element: FailedElement): Promise<void> => {
  await element.reload();
  // the button is gone: a keyboard user goes on where it stood, but for one who has gone elsewhere in the meantime
  if (element.state === 'error' || document.activeElement !== document.body) return;
  const { renderRoot } = element;
  const link = renderRoot.querySelector<HTMLElement>('a[part~=link]');
  if (link) return link.focus();
  // a text has no such link: its beginning, which is where the button stood and needs no ring around all of it
  const beginning = renderRoot.querySelector<HTMLElement>('[part], slot') as HTMLElement;
  beginning.tabIndex = -1;
  beginning.style.outline = 'none';
  beginning.focus({ preventScroll: true });
};

/**
 * The sentence, and what a visitor can still do: try again, or read at the source. The sentence's place stands there before
 * there is one, and says so while it is tried again: screen readers announce only what changes in a place they know.
 */
const problem = (element: FailedElement, { error, localizer: { say, locale }, sourceUrl }: StandInContext): unknown => {
  const words = error && say(element.state === 'loading' ? 'Loading…' : phraseFor(element, error.code));
  return html`<div part=${error ? 'problem' : nothing} lang=${locale}>
    <p role="status"><bdi>${words}</bdi></p>
    ${
      error && canRetry(error.code)
        ? html`<button part="retry" type="button" @click=${() => void retry(element)}>${say('Try again')}</button>`
        : nothing
    }
    ${
      error && sourceUrl
        ? html`<a part="source" href=${sourceUrl} rel="noreferrer"
            >${say('Read it on {site}', { site: new URL(sourceUrl).host })}</a
          >`
        : nothing
    }
  </div>`;
};

/** What stands in an element's place before its content and after a failure: never nothing, unless the content was withdrawn. */
export const standIn = (element: FailedElement, view: StandInContext): unknown => {
  const { error, hasFallback, skeleton, slotchange } = view;
  const isSilent = hasFallback || error?.code === 'not-configured';
  return html`${
    error?.code === 'gone'
      ? nothing
      : html`<slot @slotchange=${slotchange}></slot
          ><slot name=${error ? 'error' : 'loading'}
            >${error || isSilent ? nothing : skeleton()}${isSilent ? nothing : problem(element, view)}</slot
          >`
  }`;
};

/** Chooses the visitors' sentence, and says once on the console what a webmaster can do. */
export const reportError = (element: FailedElement, error: CareError, { say }: Localizer): void => {
  error.message = say(phraseFor(element, error.code));
  // what tells the element where to look may be on its way: further down the page, or in a script behind ours
  const tell = () => {
    if (element.error !== error) return;
    const { endpoint, source } = element.settings;
    const { code, detail, url, cause = '' } = error;
    diagnose(
      ({ tellError }) => tellError(element, error, { endpoint, source, base: document.baseURI }),
      // no connection, maybe: what happened is told in any case
      () => warnAbout(element, [code, detail, url].filter(Boolean).join(' | '), cause),
    );
  };
  if (error.code === 'not-configured' && document.readyState !== 'complete')
    addEventListener('load', tell, { once: true });
  else tell();
  if (error.code === 'not-configured') awaitPageSettings();
};

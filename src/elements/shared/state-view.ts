import { html, nothing, type TemplateResult } from 'lit';
import type { ContentState } from '../../controllers/content-controller.js';
import type { Localizer } from '../../localize/localizer.js';
import type { CareError } from '../../model/care-error.js';
import { canRetry, errorPhrase } from './error-message.js';

export interface StateView {
  readonly state: ContentState;
  readonly error: CareError | undefined;
  readonly localizer: Localizer;
  /** The final shape in grey, holding the space while loading. */
  readonly skeleton: TemplateResult;
  /** The author put something inside the tag: it is better than anything that could be said here. */
  readonly hasFallback: boolean;
  /** Where the content can be read at its source. */
  readonly sourceUrl: string | undefined;
  readonly retry: () => void;
  /** What went wrong, in detail, where the author asked for it. */
  readonly diagnosis: unknown;
}

const problem = ({ error, localizer, sourceUrl, retry }: StateView): unknown => {
  if (!error || error.code === 'not-configured') return nothing;
  const { say, locale } = localizer;
  return html`<div part="problem" lang=${locale}>
    <p>${say(errorPhrase(error.code))}</p>
    ${canRetry(error.code) ? html`<button part="retry" type="button" @click=${retry}>${say('Try again')}</button>` : nothing}
    ${
      sourceUrl
        ? html`<a part="source" href=${sourceUrl} rel="noreferrer"
            >${say('Read it on {site}', { site: new URL(sourceUrl).host })}</a
          >`
        : nothing
    }
  </div>`;
};

/** What stands in an element's place while it has no content: never nothing, unless the content was withdrawn. */
export const stateView = (view: StateView): unknown => {
  const { state, error, hasFallback, skeleton, localizer, diagnosis } = view;
  if (error?.code === 'gone') return diagnosis;
  // a visitor who tries again keeps what stands there, button and focus included, until there is an answer
  if (error) return html`<slot></slot><slot name="error">${hasFallback ? nothing : problem(view)}</slot>${diagnosis}`;
  if (state === 'empty') {
    return hasFallback
      ? html`<slot></slot>`
      : html`<p part="empty" lang=${localizer.locale}>${localizer.say('There is nothing to show here yet.')}</p>`;
  }
  return html`<slot></slot><slot name="loading">${hasFallback ? nothing : skeleton}</slot>`;
};

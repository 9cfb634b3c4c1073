import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../../localize/localizer.js';
import { icon, type IconName } from '../shared/icon.js';
import type { NewsletterState } from './care-newsletter.submit-controller.js';

/** What stands around the form. */
export interface FrameContent {
  /** The heading, where there is one. */
  readonly title: unknown;
  readonly hasGenerated: boolean;
  /** An own form, or the author's fallback. */
  readonly hasAuthored: boolean;
  /** A service that is reached only by its own page. */
  readonly link: string | undefined;
  readonly hasNotice: boolean;
  readonly state: NewsletterState;
  readonly text: string;
  readonly actions: unknown;
  /** What `debug` shows. */
  readonly diagnosis: unknown;
  readonly localizer: Localizer;
  readonly slotchange: () => void;
}

const SYMBOLS: Partial<Record<NewsletterState, IconName>> = {
  success: 'check',
  unconfirmed: 'alert',
  error: 'alert',
  invalid: 'alert',
};

export const frameTemplate = (content: FrameContent): TemplateResult => {
  const { link, state, text, diagnosis, localizer } = content;
  const { say, locale } = localizer;
  const symbol = SYMBOLS[state];
  return html`<div part="newsletter" lang=${locale}>
    ${content.title}
    ${
      link
        ? html`<a part="link" href=${link} target="_blank" rel="noreferrer"
            >${say('Sign up on {site} (opens a new tab)', { site: new URL(link).host })}</a
          >`
        : nothing
    }
    <div ?hidden=${!content.hasGenerated}><slot name="form"></slot></div>
    <div ?hidden=${!content.hasAuthored}><slot @slotchange=${content.slotchange}></slot></div>
    ${
      content.hasNotice
        ? html`<p part="notice" dir="auto">${say('Please do not send medical information with this form.')}</p>`
        : nothing
    }
    <div part="message" class=${text || content.actions ? state : 'idle'}>
      ${text && symbol ? icon(symbol) : nothing}
      <p part="status" dir="auto" role="status" tabindex="-1" .textContent=${text}></p>
      ${content.actions}
    </div>
    ${diagnosis}
  </div>`;
};

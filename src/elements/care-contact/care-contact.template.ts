import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../html/urls.js';
import type { Localizer } from '../../localize/localizer.js';
import { icon } from '../shared/icon.js';

/** What an author wrote that is shown as it is. */
interface ContactWords {
  readonly heading?: string | undefined;
  readonly whoAnswers?: string | undefined;
  readonly costNote?: string | undefined;
  readonly licenseText?: string | undefined;
  readonly licenseUrl?: string | undefined;
}

interface ContactView {
  /** The layout, and `single` where there is no more than one way to reach the clinic. */
  readonly classes: string;
  /** The heading, where there is one. */
  readonly title: unknown;
  readonly hasFallback: boolean;
  /** Whether the number can be called by a generated link: then it is the one filled button. */
  readonly hasPhone: boolean;
  readonly status: unknown;
  readonly hours: unknown;
  readonly crisis: unknown;
  readonly localizer: Localizer;
  /** What `debug` shows. */
  readonly diagnosis: unknown;
  readonly slotchange: () => void;
}

const note = (part: string, written = ''): unknown =>
  written.trim() ? html`<p part=${part}><bdi>${written.trim()}</bdi></p>` : nothing;

export const contactTemplate = (
  words: ContactWords,
  { classes, title, hasFallback, hasPhone, status, hours, crisis, localizer, diagnosis, slotchange }: ContactView,
): TemplateResult => {
  const name = words.heading?.trim();
  const license = words.licenseText?.trim();
  const licenseUrl = safeUrl(words.licenseUrl, document.baseURI);
  return html`<div part="contact" class=${classes} role="group" aria-label=${name || localizer.say('Contact')}>
    <div class="clinic">
      <div class="words">${title} ${status} ${note('who-answers', words.whoAnswers)}</div>
      <div part="channels">
        <span class=${hasPhone ? 'primary' : 'own'}><slot name="phone" @slotchange=${slotchange}></slot></span
        ><slot name="text"></slot><slot name="tty"></slot><slot name="email"></slot><slot name="link"></slot>${
          hasFallback ? html`<slot @slotchange=${slotchange}></slot>` : nothing
        }
      </div>
      ${note('cost-note', words.costNote)} ${hours}
      ${
        license
          ? html`<p part="license">
              ${icon('shield')}
              <bdi>${licenseUrl ? html`<a href=${licenseUrl} rel="noreferrer">${license}</a>` : license}</bdi>
            </p>`
          : nothing
      }
    </div>
    ${crisis ?? nothing} ${diagnosis}
  </div>`;
};

import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../html/urls.js';
import type { Localizer } from '../../localize/localizer.js';
import { heading } from '../shared/heading.js';

/** What an author wrote that is shown as it is. */
interface ContactWords {
  readonly heading?: string | undefined;
  readonly headingLevel?: number | undefined;
  readonly licenseText?: string | undefined;
  readonly licenseUrl?: string | undefined;
}

interface ContactView {
  readonly layout: string;
  readonly hasFallback: boolean;
  readonly hours: unknown;
  readonly crisis: unknown;
  readonly localizer: Localizer;
  /** What `debug` shows. */
  readonly diagnosis: unknown;
  readonly slotchange: () => void;
}

export const contactTemplate = (
  words: ContactWords,
  { layout, hasFallback, hours, crisis, localizer, diagnosis, slotchange }: ContactView,
): TemplateResult => {
  const title = words.heading?.trim();
  const license = words.licenseText?.trim();
  const licenseUrl = safeUrl(words.licenseUrl, document.baseURI);
  return html`<div
    part="contact"
    class=${layout}
    role="group"
    aria-label=${title || localizer.say('Contact')}
    lang=${title ? nothing : localizer.locale}
  >
    ${title ? heading(words.headingLevel, title) : nothing}
    <div part="channels">
      <slot name="phone" @slotchange=${slotchange}></slot><slot name="text"></slot><slot name="email"></slot
      ><slot name="link"></slot>${hasFallback ? html`<slot @slotchange=${slotchange}></slot>` : nothing}
    </div>
    ${hours ? html`<div part="hours">${hours}</div>` : nothing} ${crisis ?? nothing}
    ${
      license
        ? html`<p part="license">
            <bdi>${licenseUrl ? html`<a href=${licenseUrl} rel="noreferrer">${license}</a>` : license}</bdi>
          </p>`
        : nothing
    }
    ${diagnosis}
  </div>`;
};

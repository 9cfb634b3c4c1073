import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../html/urls.js';
import type { Localizer } from '../../localize/localizer.js';
import { heading } from '../shared/heading.js';

interface ContactView {
  readonly layout: string;
  readonly heading: string | undefined;
  readonly headingLevel: number | undefined;
  readonly hasFallback: boolean;
  readonly hours: unknown;
  readonly crisis: unknown;
  readonly licenseText: string | undefined;
  readonly licenseUrl: string | undefined;
  readonly localizer: Localizer;
  readonly slotchange: () => void;
}

export const contactTemplate = (view: ContactView): TemplateResult => {
  const { licenseText, localizer, slotchange } = view;
  const licenseUrl = safeUrl(view.licenseUrl, document.baseURI);
  return html`<div
    part="contact"
    class=${view.layout}
    role="group"
    aria-label=${view.heading || localizer.say('Contact')}
    lang=${view.heading ? nothing : localizer.locale}
  >
    ${view.heading ? heading(view.headingLevel, view.heading) : nothing}
    <div part="channels">
      <slot name="phone" @slotchange=${slotchange}></slot><slot name="text"></slot><slot name="email"></slot
      ><slot name="link"></slot>${view.hasFallback ? html`<slot @slotchange=${slotchange}></slot>` : nothing}
    </div>
    ${view.hours ? html`<div part="hours">${view.hours}</div>` : nothing} ${view.crisis ?? nothing}
    ${
      licenseText
        ? html`<p part="license">
            <bdi>${licenseUrl ? html`<a href=${licenseUrl} rel="noreferrer">${licenseText}</a>` : licenseText}</bdi>
          </p>`
        : nothing
    }
  </div>`;
};

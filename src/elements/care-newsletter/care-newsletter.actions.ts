import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../html/urls.js';
import type { Localizer } from '../../localize/localizer.js';
import type { ServicePage } from '../../model/submitter.js';
import type { Attempt } from './care-newsletter.attempt.js';
import { ownFormIn } from './care-newsletter.plan.js';

/** A real form that a new tab takes over; its button stays, because a browser may refuse to open a tab by itself. */
const handOver = (page: ServicePage, { say }: Localizer): TemplateResult => {
  const words = say('Continue on {site}', { site: new URL(page.action).host });
  if (page.method === 'link') {
    return html`<a part="continue" href=${page.action} target="_blank" rel="noreferrer">${words}</a>`;
  }
  return html`<form part="hand-over" action=${page.action} method="post" target="_blank" rel="noreferrer">
    ${page.fields.map(([name, value]) => html`<input type="hidden" name=${name} .value=${value} />`)}
    <button part="continue" type="submit">${words}</button>
  </form>`;
};

/** Sends what the form holds now, by the button that was pressed: its name and value may be the visitor's choice. */
const sendAgain = ({ host, form, button }: Attempt): void => {
  const current = form.isConnected ? form : ownFormIn(host);
  const isThere = button && Reflect.get(button, 'form') === current;
  if (current) HTMLFormElement.prototype.requestSubmit.call(current, isThere ? button : null);
};

/** What the visitor can do after an attempt. */
export const actions = (
  attempt: Attempt,
  { retry, page }: { readonly retry?: boolean; readonly page?: ServicePage },
): TemplateResult => {
  const { plan, host, localizer } = attempt;
  const { say } = localizer;
  const own = plan.protocol === 'native' ? plan.action : undefined;
  const serviceUrl = page ? undefined : (safeUrl(host.serviceUrl, document.baseURI) ?? own);
  return html`${
    retry
      ? html`<button part="retry" type="button" @click=${() => sendAgain(attempt)}>${say('Try again')}</button>`
      : nothing
  }
  ${
    serviceUrl
      ? html`<a part="service" href=${serviceUrl} target="_blank" rel="noreferrer"
          >${say('Sign up on {site} (opens a new tab)', { site: new URL(serviceUrl).host })}</a
        >`
      : nothing
  }
  ${page ? handOver(page, localizer) : nothing}`;
};

import { html, nothing, render, type TemplateResult } from 'lit';
import type { Localizer } from '../../localize/localizer.js';
import type { FieldName } from '../../model/submitter.js';
import { safeUrl } from '../../html/urls.js';
import { fieldsIn, GENERATED, type NewsletterPlan } from './care-newsletter.plan.js';

/** Attributes by which an author chooses the texts of the form. */
interface FormTexts {
  /** `none`, `optional` or `required`. */
  readonly consent: string;
  readonly consentText?: string | undefined;
  readonly privacyUrl?: string | undefined;
  readonly postalAddress?: string | undefined;
  readonly buttonLabel?: string | undefined;
  readonly withoutNotice: boolean;
}

/** What the generated form holds. */
interface FormContent extends FormTexts {
  readonly fields: readonly FieldName[];
  /** Prefix of the fields' ids. */
  readonly id: string;
  readonly localizer: Localizer;
}

/** Type and `autocomplete`. */
const FIELDS = {
  email: { type: 'email', fill: 'email' },
  'first-name': { type: 'text', fill: 'given-name' },
  'last-name': { type: 'text', fill: 'family-name' },
} as const;

const label = (name: FieldName, { say }: Localizer): string => {
  switch (name) {
    case 'first-name':
      return say('First name (optional)');
    case 'last-name':
      return say('Last name (optional)');
    default:
      return say('Email address');
  }
};

/** Not `required`, which would make it `:invalid` to the page's style sheets before anybody has done anything. */
const field = (name: FieldName, { id, localizer }: FormContent): TemplateResult => {
  const { type, fill } = FIELDS[name as keyof typeof FIELDS];
  const isEmail = name === 'email';
  return html`<p>
    <label for=${`${id}-${name}`}><bdi .textContent=${label(name, localizer)}></bdi></label>
    <input
      id=${`${id}-${name}`}
      name=${name}
      type=${type}
      autocomplete=${fill}
      autocapitalize=${isEmail ? 'none' : nothing}
      spellcheck="false"
      dir=${isEmail ? 'ltr' : 'auto'}
      aria-required=${isEmail ? 'true' : nothing}
    />
  </p>`;
};

/**
 * The label's text is recorded as the consent text, as it stands here. Not `required`, for the reason given at {@link field}.
 */
const consentBox = ({ id, consent, consentText, localizer }: FormContent): TemplateResult =>
  html`<p data-care-consent>
    <input id=${`${id}-consent`} type="checkbox" aria-required=${consent === 'required' ? 'true' : nothing} />
    <label
      for=${`${id}-consent`}
      dir="auto"
      .textContent=${consentText || localizer.say('Yes, send me this newsletter by email. I can unsubscribe at any time.')}
    ></label>
  </p>`;

/* eslint-disable lit-a11y/accessible-name -- what is set as text is the name, and an element around it would take a page's rules for everything */
/**
 * The form in the light DOM: there browsers fill it in, password managers find it and the page's own style sheets dress
 * it. The trap is for programs that fill in everything: hidden from people, assistive technology and autofill alike. The
 * button is last: what the element says of an attempt stands below the form, where a visitor looks after pressing it.
 */
const formTemplate = (content: FormContent): TemplateResult => {
  const { fields, consent, consentText, privacyUrl, postalAddress, buttonLabel, withoutNotice, id } = content;
  const { say } = content.localizer;
  const hasBox = consent === 'optional' || consent === 'required';
  const privacy = safeUrl(privacyUrl, document.baseURI);
  return html`${fields.map((name) => field(name, content))}
    ${hasBox ? consentBox(content) : consentText ? html`<p dir="auto">${consentText}</p>` : nothing}
    <p hidden>
      <label for=${`${id}-trap`} .textContent=${say('Leave this field empty')}></label>
      <input id=${`${id}-trap`} type="text" autocomplete="off" tabindex="-1" data-care-trap />
    </p>
    ${
      withoutNotice
        ? nothing
        : html`<p
            class="care-small"
            dir="auto"
            .textContent=${say('Please do not send medical information with this form.')}
          ></p>`
    }
    ${
      privacy
        ? html`<p class="care-small" dir="auto">
            <a href=${privacy} .textContent=${say('How your data is handled')}></a>
          </p>`
        : nothing
    }
    ${postalAddress ? html`<p class="care-small" dir="auto">${postalAddress}</p>` : nothing}
    <p class="care-primary">
      <button type="submit" .textContent=${buttonLabel || say('Sign up')}></button>
    </p>`;
};
/* eslint-enable lit-a11y/accessible-name -- as everywhere */

/** The element, as far as its generated form reads it. */
interface FormOptions extends FormTexts, HTMLElement {
  readonly fields: string;
  readonly heading?: string | undefined;
}

/** An element's generated form: one for as long as the element lives, and with it what was typed. */
export class GeneratedForm {
  /** The form, once it has been rendered. */
  form: HTMLFormElement | undefined;
  readonly #host: FormOptions;
  readonly #id = `care-${Math.random().toString(36).slice(2, 8)}`;

  constructor(host: FormOptions) {
    this.#host = host;
  }

  /** The form's accessible name. Two landmarks of one name cannot be told apart: further forms of that name get a number. */
  #name(name: string): string {
    const forms = (this.#host.getRootNode() as ParentNode).querySelectorAll(`form[${GENERATED}]`);
    const others = [...forms].filter((form) => form !== this.form).map((form) => form.getAttribute('aria-label'));
    let own = name;
    for (let count = 2; others.includes(own); count++) own = `${name} ${count}`;
    return own;
  }

  /** Renders the form by the element's attributes. Returns the same form each time. */
  draw({ action }: NewsletterPlan, localizer: Localizer): HTMLFormElement {
    const host = this.#host;
    const form = (this.form ??= document.createElement('form'));
    form.setAttribute(GENERATED, '');
    form.setAttribute('novalidate', '');
    form.method = 'post';
    form.slot = 'form';
    form.action = action;
    form.lang = localizer.locale;
    form.ariaLabel = this.#name(host.heading || localizer.say('Sign up for our newsletter'));
    const { consent, consentText, privacyUrl, postalAddress, buttonLabel, withoutNotice } = host;
    const texts = { consent, consentText, privacyUrl, postalAddress, buttonLabel, withoutNotice };
    const wordsOfConsent = () => form.querySelector('[data-care-consent] label')?.textContent;
    const words = wordsOfConsent();
    render(formTemplate({ ...texts, fields: fieldsIn(host.fields), id: this.#id, localizer }), form);
    const box = form.querySelector<HTMLInputElement>('[data-care-consent] input');
    // whoever ticked it has agreed to the words that stood there
    if (box && words && wordsOfConsent() !== words) box.checked = false;
    return form;
  }
}

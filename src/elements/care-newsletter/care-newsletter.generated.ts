import { render } from 'lit';
import type { Localizer } from '../../localize/localizer.js';
import { formTemplate, type FormTexts } from './care-newsletter.form.js';
import { fieldsIn, GENERATED, type NewsletterPlan } from './care-newsletter.plan.js';
import { formStyles } from './care-newsletter.styles.js';

/** What an author may write about a form that is made for him. */
interface FormOptions extends FormTexts, HTMLElement {
  readonly fields: string;
  readonly heading?: string | undefined;
}

/** The form that is made where an author wrote none. */
export interface FormMaker {
  /** As soon as there has been one; it is kept, and with it what was typed. */
  readonly form: HTMLFormElement | undefined;
  /** Makes it what the attributes say. */
  draw(plan: NewsletterPlan, localizer: Localizer): HTMLFormElement;
  /** Puts in this one, or none, whatever a copy of the element's markup brought along. */
  place(form: HTMLFormElement | undefined): void;
}

/**
 * Looks after an element's generated form. Beside `LightDomController` and `adopt()`, because what is shared with the
 * article would be a file more for every page that shows one.
 */
export const formMaker = (host: FormOptions): FormMaker => {
  const id = `care-${Math.random().toString(36).slice(2, 8)}`;
  let form: HTMLFormElement | undefined;
  return {
    get form() {
      return form;
    },

    draw({ action }, localizer) {
      if (!form) {
        form = document.createElement('form');
        form.setAttribute(GENERATED, '');
        form.setAttribute('novalidate', '');
        form.method = 'post';
        form.slot = 'form';
      }
      form.action = action;
      form.lang = localizer.locale;
      form.ariaLabel = host.heading || localizer.say('Sign up for our newsletter');
      const { consent, consentText, privacyUrl, postalAddress, buttonLabel, withoutNotice } = host;
      const texts = { consent, consentText, privacyUrl, postalAddress, buttonLabel, withoutNotice };
      render(formTemplate({ ...texts, fields: fieldsIn(host.fields), id, localizer }), form);
      return form;
    },

    place(wanted) {
      for (const child of host.querySelectorAll(`:scope > [${GENERATED}]`)) if (child !== wanted) child.remove();
      if (wanted && wanted.parentNode !== host) host.append(wanted);
      const { adoptedStyleSheets } = host.getRootNode() as Partial<Document>; // an element's own, while it is taken out
      const { styleSheet } = formStyles;
      if (styleSheet && adoptedStyleSheets && !adoptedStyleSheets.includes(styleSheet))
        adoptedStyleSheets.push(styleSheet);
    },
  };
};

import type { Attempt } from './care-newsletter.attempt.js';
import { emailFieldOf } from './care-newsletter.plan.js';

/** What only a generated form can be told by attributes. */
const FOR_GENERATED = [
  'fields',
  'field-names',
  'consent',
  'consent-text',
  'privacy-url',
  'postal-address',
  'button-label',
];

const advised = new WeakSet<Element>();

/** Tells the webmaster, once, what does not do what it seems to do in a form of the author's own. */
export const advise = ({ host, form, isOwn, plan }: Attempt): void => {
  if (!isOwn || advised.has(host)) return;
  advised.add(host);
  const warn = (text: string): void => console.warn(`<care-newsletter> ${text}`, form);
  const vain = FOR_GENERATED.filter((name) => host.hasAttribute(name));
  if (vain.length) {
    warn(
      `${vain.join(', ')}: without effect on a form of your own, which must say it without JavaScript too; write it into the form`,
    );
  }
  if (!emailFieldOf(form)?.name && !host.submitter)
    warn('the email field has no name, so it is never sent; write name="email"');
  if (form.getAttribute('method')?.toLowerCase() !== 'post' && plan.protocol !== 'link') {
    warn('without JavaScript this form would write the address into a URL; write method="post"');
  }
};

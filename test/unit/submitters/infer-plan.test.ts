import { expect } from 'chai';
import { inferPlan, type FormFacts } from '../../../src/submitters/infer-plan.js';
import type { SubmissionPlan } from '../../../src/submitters/plan.js';

const infer = (action: string, facts: Partial<FormFacts> = {}): SubmissionPlan & { readonly protocol: string } =>
  inferPlan({ action: new URL(action), pageOrigin: 'https://clinic.example', hasOwnForm: false, ...facts });

describe('inferPlan', () => {
  const addresses: [string, string][] = [
    ['https://blog.clinic.example/members/', 'ghost'],
    ['https://blog.clinic.example/members/api/send-magic-link/', 'ghost'],
    ['https://x.example/wp-json/contact-form-7/v1/contact-forms/12/feedback', 'form'],
    ['https://x.example/?rest_route=/contact-form-7/v1/contact-forms/12/feedback', 'form'],
    ['https://formspree.io/f/abc', 'json'],
    ['https://api.web3forms.com/submit', 'json'],
    ['https://api.hsforms.com/submissions/v3/integration/submit/1/2', 'json'],
    ['https://api-eu1.hsforms.com/submissions/v3/integration/submit/1/2', 'json'],
    ['https://lists.example/api/public/subscription', 'json'],
    ['https://abc.sibforms.com/serve/MUI', 'form'],
    ['https://assets.mailerlite.com/jsonp/1/forms/2/subscribe', 'form'],
    ['https://app.kit.com/forms/1/subscriptions', 'form'],
    ['https://app.convertkit.com/forms/1/subscriptions', 'form'],
    ['https://lists.example/lists/?p=asubscribe&id=1', 'form'],
    ['https://clinic.us3.list-manage.com/subscribe/post?u=a1&id=b2', 'native'],
    ['https://buttondown.com/api/emails/embed-subscribe/clinic', 'native'],
    ['https://app.keila.io/forms/nfrm_abc', 'native'],
    ['https://m.example/form/submit?formId=3', 'native'],
    ['https://visitor.r20.constantcontact.com/d.jsp', 'link'],
    ['https://mailchi.mp/0a1b2c/our-letter', 'link'],
    ['https://eepurl.com/abc123', 'link'],
    ['http://eepurl.com/abc123', 'link'],
    ['https://clinic.us1.list-manage.com/subscribe?u=0a1b&id=2c3d', 'link'],
    ['https://lists.example/mailman/subscribe/news', 'link'],
    ['https://clinic.example/wp-admin/admin-ajax.php', 'link'],
    ['https://formspree.io.evil.example/f/abc', 'native'],
    ['https://elsewhere.example/subscribe', 'native'],
    ['https://clinic.example/subscribe', 'json'],
  ];
  for (const [address, protocol] of addresses) {
    it(`sends by "${protocol}" to ${address}`, () => expect(infer(address).protocol).to.equal(protocol));
  }

  it('keeps the body of an author’s own form on the own site', () => {
    expect(infer('https://clinic.example/subscribe', { hasOwnForm: true }).protocol).to.equal('form');
    expect(infer('https://elsewhere.example/subscribe', { hasOwnForm: true }).protocol).to.equal('native');
  });

  it('takes another port for another site', () => {
    expect(infer('https://clinic.example:8443/subscribe').protocol).to.equal('native');
  });

  it('lets the author’s protocol win, a registered one too', () => {
    expect(infer('https://elsewhere.example/x', { protocol: 'json' }).protocol).to.equal('json');
    expect(infer('https://formspree.io/f/abc', { protocol: 'acme' })).to.include({ protocol: 'acme' });
  });

  it('fills in what a service wants beside the address', () => {
    expect(infer('https://x.us3.list-manage.com/subscribe/post?u=a1&id=b2').extra).to.deep.equal([['b_a1_b2', '']]);
    expect(infer('https://x.example/wp-json/contact-form-7/v1/contact-forms/12/feedback')).to.deep.include({
      encoding: 'multipart',
      extra: [['_wpcf7_unit_tag', 'wpcf7-f12-o1']],
    });
    expect(infer('https://m.example/form/submit?formId=3').extra).to.deep.include(['mauticform[formId]', '3']);
  });
});

import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/define/care-newsletter.js';
import { recordWarnings } from '../support/fake-wordpress.client.js';
import { FormRoom } from '../support/form-room.js';
import { becomes, formIn, newsletter, press, said, type } from '../support/newsletter.js';

recordWarnings();

describe('care-newsletter, where reading the form throws', () => {
  it('says that nothing was stored, and goes on once it can be read', async () => {
    const element = await newsletter(
      html`<care-newsletter
        action=${new FormRoom().address('own-json', 'success')}
        protocol="json"
        consent="required"
      ></care-newsletter>`,
    );
    type(element, 'ada@example.org');
    const box = formIn(element).querySelector<HTMLInputElement>('[type=checkbox]')!;
    box.checked = true;
    Object.defineProperty(box, 'labels', {
      configurable: true,
      get() {
        throw new TypeError('a library has replaced this');
      },
    });
    press(element);
    expect(await becomes(element, 'error', 'success')).to.equal('error');
    expect(said(element)).to.match(/Nothing was stored/);
    Reflect.deleteProperty(box, 'labels');
    press(element);
    expect(await becomes(element, 'success')).to.equal('success');
  });
});

import { expect, fixtureSync, html } from '@open-wc/testing';
import '../../src/define/care-article-card.js';
import type { CareConfig } from '../../src/elements/care-config/care-config.js';
import { FakeSite, inside, ready, recordWarnings, settled, textIn } from '../support/fake-wordpress.client.js';

// A page of its own: here the code of care-config arrives after that of the cards.
describe('care-config whose code comes late', () => {
  const said = recordWarnings();

  it('has been heeded by its markup before, and is heeded live after', async () => {
    const site = new FakeSite();
    const other = new FakeSite();
    expect(customElements.get('care-config')).to.equal(undefined);
    const card = await ready(
      html`<care-config endpoint=${other.endpoint}>
        <care-config endpoint=${site.endpoint} locale="es">
          <care-article-card slug="post-1"></care-article-card>
        </care-config>
      </care-config>`,
    );
    const deep = fixtureSync<HTMLElement>(html`<care-config endpoint=${site.endpoint}><div></div></care-config>`);
    const inShadow = document.createElement('care-article-card');
    inShadow.slug = 'post-2';
    deep.querySelector('div')?.attachShadow({ mode: 'open' }).append(inShadow);
    await settled(inShadow);
    expect(textIn(card, '[part=date]')).to.equal('24 jun 2025');
    expect(await site.log()).to.have.length(2);

    await import('../../src/define/care-config.js');
    const config = card.parentElement as CareConfig;
    await config.updateComplete;
    await card.updateComplete;
    expect(await site.log()).to.have.length(2);
    expect(card.state).to.equal('ready');

    config.articleUrl = '/leer/{slug}';
    (deep as CareConfig).articleUrl = '/read/{slug}';
    await config.updateComplete;
    await (deep as CareConfig).updateComplete;
    await card.updateComplete;
    await inShadow.updateComplete;
    expect(inside<HTMLAnchorElement>(card, 'a')?.pathname).to.equal('/leer/post-1');
    expect(inside<HTMLAnchorElement>(inShadow, 'a')?.pathname).to.equal('/read/post-2');
    const farther = config.parentElement as CareConfig;
    farther.articleUrl = '/far/{slug}';
    await farther.updateComplete;
    await config.updateComplete;
    await card.updateComplete;
    expect(inside<HTMLAnchorElement>(card, 'a')?.pathname).to.equal('/leer/post-1');
    expect(await site.log()).to.have.length(2);
    expect(await other.log()).to.have.length(0);
    expect(said).to.deep.equal([]);
  });
});

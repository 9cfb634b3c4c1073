import { expect } from 'chai';
import { networkTransport, requestEarly } from '../../../src/http/early.js';
import { rejection } from '../../support/fake-transport.js';

/** An address that answers only as long as it is not revoked: proves when the request began. */
const address = (text: string): string => URL.createObjectURL(new Blob([text]));

describe('early requests', () => {
  it('are taken over by whoever asks for the same address first', async () => {
    const url = 'data:application/json,[1]';
    requestEarly(url);
    const early = await networkTransport(url, {});
    expect(await early.text()).to.equal('[1]');
    const own = await networkTransport(url, {});
    expect(own).not.to.equal(early);
    expect(await own.text()).to.equal('[1]');
  });

  it('are made once for one address', async () => {
    const url = address('once');
    requestEarly(url);
    requestEarly(url);
    expect(await (await networkTransport(url, {})).text()).to.equal('once');
    URL.revokeObjectURL(url);
    expect(await rejection(networkTransport(url, {}))).to.be.instanceOf(Error);
  });

  it('end with the caller that took them over', async () => {
    const url = address('late');
    requestEarly(url);
    const caller = new AbortController();
    const waiting = rejection(networkTransport(url, { signal: caller.signal }));
    caller.abort();
    expect(await waiting).to.have.property('name', 'AbortError');
    URL.revokeObjectURL(url);
  });

  it('fail for their taker, and for nobody else', async () => {
    const url = address('gone');
    URL.revokeObjectURL(url);
    requestEarly(url);
    await Promise.resolve();
    expect(await rejection(networkTransport(url, {}))).to.be.instanceOf(Error);
  });

  it('leave other addresses alone', async () => {
    requestEarly('data:,early');
    expect(await (await networkTransport('data:,other', {})).text()).to.equal('other');
    expect(await (await networkTransport('data:,early', {})).text()).to.equal('early');
  });
});

import { expect } from 'chai';
import { SharedRequest } from '../../../src/http/shared-request.js';
import { rejection } from '../../support/fake-transport.js';

/** A running request with its switches. */
const setUp = () => {
  let signal: AbortSignal | undefined;
  let starts = 0;
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const request = new SharedRequest((stop) => {
    starts++;
    signal = stop;
    stop.addEventListener('abort', () => reject(stop.reason as Error));
    return promise;
  });
  return { request, resolve, reject, signal: () => signal, starts: () => starts };
};

describe('SharedRequest', () => {
  it('is started once and serves everybody', async () => {
    const { request, resolve, starts } = setUp();
    const callers = [1, 2, 3].map(() => request.join(new AbortController().signal));
    await Promise.resolve();
    resolve('answer');
    expect(await Promise.all(callers)).to.deep.equal(['answer', 'answer', 'answer']);
    expect(await request.join(new AbortController().signal)).to.equal('answer');
    expect(starts()).to.equal(1);
  });

  it('rejects everybody with the one error', async () => {
    const { request, reject } = setUp();
    const callers = [1, 2].map(() => rejection(request.join(new AbortController().signal)));
    const error = new Error('x');
    reject(error);
    expect(await Promise.all(callers)).to.deep.equal([error, error]);
  });

  it('turns an exception of its start into a rejection', async () => {
    const error = new Error('x');
    const request = new SharedRequest(() => {
      throw error;
    });
    expect(await rejection(request.join(new AbortController().signal))).to.equal(error);
  });

  it('lets one caller go and serves the others', async () => {
    const { request, resolve, signal } = setUp();
    const [leaving, staying] = [new AbortController(), new AbortController()];
    const left = rejection(request.join(leaving.signal));
    const served = request.join(staying.signal);
    await Promise.resolve();
    leaving.abort();
    expect(await left).to.equal(leaving.signal.reason);
    expect(signal()?.aborted).to.equal(false);
    expect(request.isAborted).to.equal(false);
    resolve('answer');
    expect(await served).to.equal('answer');
  });

  it('is aborted when the last caller has left', async () => {
    const { request, signal } = setUp();
    const callers = [new AbortController(), new AbortController()];
    const left = callers.map((caller) => rejection(request.join(caller.signal)));
    await Promise.resolve();
    for (const caller of callers) caller.abort();
    expect(await Promise.all(left)).to.deep.equal(callers.map((caller) => caller.signal.reason as unknown));
    expect(signal()?.aborted).to.equal(true);
    expect(request.isAborted).to.equal(true);
  });

  it('is not aborted by callers that leave after the answer', async () => {
    const { request, resolve, signal } = setUp();
    const caller = new AbortController();
    const served = request.join(caller.signal);
    resolve('answer');
    await served;
    caller.abort();
    expect(signal()?.aborted).to.equal(false);
  });

  it('does not count a caller that had left before', async () => {
    const { request, resolve, signal } = setUp();
    const left = AbortSignal.abort();
    const served = request.join(new AbortController().signal);
    expect(await rejection(request.join(left))).to.equal(left.reason);
    expect(signal()?.aborted).to.equal(false);
    resolve('answer');
    expect(await served).to.equal('answer');
  });
});

import { expect, oneEvent } from '@open-wc/testing';

/** Sorted, because Firefox moves a global when it is first used. */
const namesOf = (object: object): string => Object.getOwnPropertyNames(object).sort().join();

/**
 * Lets `run` show hostile content and expects the page to be as before: nothing was asked of another origin, no script
 * ran, the address, the globals and the document's own names have not changed. `run` answers what it found wrong.
 */
export const watched = async (run: () => Promise<readonly string[]>): Promise<void> => {
  const place = location.href;
  const globals = namesOf(window);
  const documents = namesOf(document);
  const loaded: string[] = [];
  const observer = new PerformanceObserver((list) => loaded.push(...list.getEntries().map((entry) => entry.name)));
  observer.observe({ type: 'resource' });
  expect(await run()).to.eql([]);
  // asked for after all others: when it has failed, so have they
  const last = `https://last.invalid/${Math.random()}`;
  await oneEvent(Object.assign(new Image(), { src: last }), 'error');
  loaded.push(...observer.takeRecords().map((entry) => entry.name));
  observer.disconnect();
  expect(loaded.filter((address) => !address.startsWith(location.origin) && address !== last)).to.eql([]);
  expect('__pwned' in window).to.equal(false);
  expect(location.href).to.equal(place);
  expect(namesOf(window)).to.equal(globals);
  expect(namesOf(document)).to.equal(documents);
  expect(document.body instanceof HTMLBodyElement && document.forms instanceof HTMLCollection).to.equal(true);
};

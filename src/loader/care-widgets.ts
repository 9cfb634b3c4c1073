import { VERSION } from '../define/version.js';
import { discover } from './discover.js';
import { startContent } from './early-content.js';
import { TAGS } from './chunks.js';
import * as shared from './shared.js';

/** On `globalThis`: which version of the loader looks after which tag, so that a second copy fetches nothing twice. */
const CLAIMS = Symbol.for('care-widgets.loader');
const page = globalThis as { [CLAIMS]?: Record<string, string>; [name: symbol]: unknown };

page[Symbol.for(`care-widgets ${VERSION}`)] ??= shared;

const claimTags = (): Set<string> => {
  const claims = (page[CLAIMS] ??= {});
  const others = new Set(Object.values(claims).filter((version) => version !== VERSION));
  if (others.size) {
    console.warn(
      `care-widgets ${[...others].join(', ')} is on this page already; ${VERSION} leaves its elements alone.`,
    );
  }
  return new Set(
    Object.keys(TAGS).filter((tag) => !claims[tag] && !customElements.get(tag) && (claims[tag] = VERSION)),
  );
};

const ours = claimTags();
const loading = new Map<string, Promise<void>>();

const load = (tag: string): void => {
  if (loading.has(tag)) return;
  const done = TAGS[tag]?.().then(
    () => undefined,
    (cause: unknown) => {
      loading.delete(tag); // tried again for the next element of this tag
      console.error(`<${tag}> keeps its fallback: its code did not arrive.`, cause);
    },
  );
  if (done) loading.set(tag, done);
};

/** While the parser is at work the requests would be made in crumbs: the elements' own batches are larger. */
const isParsing = (): boolean => document.readyState === 'loading';

discover(
  (tag) => ours.has(tag),
  (elements) => {
    if (!isParsing())
      startContent(elements.filter(({ localName }) => !customElements.get(localName) && localName !== 'care-config'));
    for (const { localName } of elements) load(localName);
  },
);

import { VERSION } from '../define/version.js';
import { TAGS } from './chunks.js';
import { discover } from './discover.js';
import { startContent } from './early-content.js';
import * as shared from './shared.js';

/** On `globalThis`: which version of the loader looks after which tag, so that a second copy fetches nothing twice. */
const CLAIMS = Symbol.for('care-widgets.loader');
const page = globalThis as { [CLAIMS]?: Record<string, string>; [name: symbol]: unknown };

page[Symbol.for(`care-widgets ${VERSION}`)] ??= shared;

const claims = (page[CLAIMS] ??= {});
const other = Object.entries(claims).find(([, version]) => version !== VERSION)?.[1];
if (other) console.warn(`care-widgets ${other} is on this page already; ${VERSION} leaves its elements alone.`);
const ours = new Set(Object.keys(TAGS).filter((tag) => !claims[tag] && !customElements.get(tag)));
for (const tag of ours) claims[tag] = VERSION;

const FETCHES_NOTHING = /-(?:config|contact|newsletter)$/;

const requested = new Set<string>();

const load = async (tag: string): Promise<void> => {
  if (requested.has(tag)) return;
  requested.add(tag);
  try {
    await TAGS[tag]?.();
  } catch (cause) {
    requested.delete(tag); // tried again for the next element of this tag
    console.error(`<${tag}> keeps its fallback: its code did not arrive.`, cause);
  }
};

discover(
  (tag) => ours.has(tag),
  (elements) => {
    // while the parser is at work the requests would be made in crumbs: the elements' own batches are larger
    if (document.readyState !== 'loading')
      startContent(
        elements.filter(({ localName }) => !customElements.get(localName) && !FETCHES_NOTHING.test(localName)),
      );
    for (const { localName } of elements) void load(localName);
  },
);

import { VERSION } from '../define/version.js';
import { loadChunk, TAGS } from './chunks.js';
import type * as DiagnosisModule from '../diagnosis/in-page.js';
import { discover } from './discover.js';
import { startContent } from './early-content.js';

type Diagnosis = typeof DiagnosisModule;

/** On `globalThis`: which version of the loader looks after which tag, so that a second copy fetches nothing twice. */
const CLAIMS = Symbol.for('care-widgets.loader');
const page = globalThis as { [CLAIMS]?: Record<string, string> };

const claims = (page[CLAIMS] ??= {});
const other = Object.entries(claims).find(([, version]) => version !== VERSION)?.[1];
if (other) console.warn(`care-widgets ${other} is on this page already; ${VERSION} leaves its elements alone.`);
const ours = new Set(TAGS.filter((tag) => !claims[tag] && !customElements.get(tag)));
for (const tag of ours) claims[tag] = VERSION;

const requested = new Set<string>();

const load = (name: string): void => {
  if (requested.has(name)) return;
  requested.add(name);
  loadChunk(name).catch(() => requested.delete(name)); // tried again for the next element that needs it
};

Object.assign(globalThis, { [Symbol.for('care-widgets.load')]: loadChunk });

/** Loads `diagnosis/` and hands it to `tell`, which has it write to the console. */
const diagnose = async (tell: (diagnosis: Partial<Diagnosis>) => void): Promise<void> => {
  const modules = await loadChunk('diagnosis').catch(() => []); // which says why
  for (const module of modules) tell(module as Partial<Diagnosis>);
};

// `integrity.json` in place of an import map, or a map for another folder, checks nothing, and nobody notices.
const map = document.querySelector('script[type=importmap]');
const { pathname } = new URL(import.meta.url);
if (map?.textContent.includes('sha384') && !map.textContent.includes(pathname))
  void diagnose(({ tellImportMap }) => tellImportMap?.(map, pathname));

discover(
  (tag) => ours.has(tag),
  (elements) => {
    for (const { localName } of elements) load(localName);
    startContent(
      elements.filter(({ localName }) => !customElements.get(localName)),
      load,
    );
  },
  (element) => {
    const tag = element.localName;
    if (!TAGS.includes(tag)) void diagnose(({ tellTag }) => tellTag?.(element));
  },
);

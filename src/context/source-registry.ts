import type { ContentSource } from '../model/content-source.js';
import type { SourceOptions } from '../sources/shared/source-options.js';

export type CreateSource = (options: SourceOptions) => ContentSource;

/** Each source is loaded only by pages that use it. */
const own = new Map<string, () => Promise<CreateSource>>([
  ['wordpress', async () => (await import('../sources/wordpress/wordpress-source.js')).createWordPressSource],
  ['json-feed', async () => (await import('../sources/json-feed/json-feed-source.js')).createJsonFeedSource],
  ['ghost', async () => (await import('../sources/ghost/ghost-source.js')).createGhostSource],
]);

// On `globalThis`: the script tag's elements, an npm bundle and `client.js` are copies of this module on one page.
const REGISTERED = Symbol.for('care-widgets.sources');
const registered = ((globalThis as { [REGISTERED]?: typeof own })[REGISTERED] ??= new Map() as typeof own);

/**
 * Teaches all elements of the page a further `source`, also those that the script tag loads. Registering a known name
 * replaces it for elements that have not asked yet; elements that found nothing under that name ask again.
 *
 * @param name What authors write in the `source` attribute.
 * @param create Makes the source for one endpoint, or a function that loads it when it is first needed.
 */
export const registerSource = (name: string, create: CreateSource): void => {
  registered.set(name, async () => create);
  globalThis.document?.dispatchEvent(new CustomEvent('context-provider')); // every element listens to it and looks again
};

/** Whether a page has taught this source: what was asked of it before is another question than what is asked after. */
export const isRegistered = (name = ''): boolean => registered.has(name);

/** `undefined` where nobody registered that name. */
export const loadSource = (name: string): Promise<CreateSource> | undefined =>
  (registered.get(name) ?? own.get(name))?.();

export const sourceNames = (): string[] => [...new Set([...own.keys(), ...registered.keys()])];

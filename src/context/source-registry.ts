import type { ContentSource } from '../model/content-source.js';
import type { SourceOptions } from '../sources/shared/source-options.js';

export type CreateSource = (options: SourceOptions) => ContentSource;

/** Each source is loaded only by pages that use it. */
const loaders = new Map<string, () => Promise<CreateSource>>([
  ['wordpress', async () => (await import('../sources/wordpress/wordpress-source.js')).createWordPressSource],
  ['json-feed', async () => (await import('../sources/json-feed/json-feed-source.js')).createJsonFeedSource],
]);

/**
 * Teaches all elements a further `source`. Registering a known name replaces it for elements that have not asked yet.
 *
 * @param name What authors write in the `source` attribute.
 * @param create Makes the source for one endpoint, or a function that loads it when it is first needed.
 */
export const registerSource = (name: string, create: CreateSource): void => {
  loaders.set(name, async () => create);
};

/** `undefined` where nobody registered that name. */
export const loadSource = (name: string): Promise<CreateSource> | undefined => loaders.get(name)?.();

export const sourceNames = (): string[] => [...loaders.keys()];

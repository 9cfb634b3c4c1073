import type { SubmitterFactory } from '../submitters/plan.js';
import { submitterLoaders, type SubmitterLoader } from '../submitters/submitter-loaders.js';

/** Each protocol is loaded only by pages that use it. */
const loaders = new Map<string, SubmitterLoader>(Object.entries(submitterLoaders));

/**
 * Teaches all forms a further `protocol`. Registering a known name replaces it for forms that have not sent yet.
 *
 * @param name What authors write in the `protocol` attribute.
 * @param create Makes the submitter for one form: its plan holds the action, the names and what goes along.
 */
export const registerSubmitter = (name: string, create: SubmitterFactory): void => {
  loaders.set(name, async () => create);
};

/** `undefined` where nobody registered that name. */
export const loadSubmitter = (name: string): Promise<SubmitterFactory> | undefined => loaders.get(name)?.();

export const submitterNames = (): string[] => [...loaders.keys()];

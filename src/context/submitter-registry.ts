import type { SubmitterFactory } from '../submitters/plan.js';
import { protocols } from '../submitters/protocols.js';

type SubmitterLoader = () => Promise<SubmitterFactory>;

const own = new Map<string, SubmitterLoader>(
  Object.entries(protocols).map(([name, create]) => [name, () => Promise.resolve(create)]),
);

// On `globalThis`: see the registry of sources.
const REGISTERED = Symbol.for('care-widgets.submitters');
const registered = ((globalThis as { [REGISTERED]?: typeof own })[REGISTERED] ??= new Map() as typeof own);

/**
 * Teaches all forms of the page a further `protocol`, also those that the script tag loads. Registering a known name replaces it for forms that have not sent yet.
 *
 * @param name What authors write in the `protocol` attribute.
 * @param create Makes the submitter for one form: its plan holds the action, the names and what goes along.
 */
export const registerSubmitter = (name: string, create: SubmitterFactory): void => {
  registered.set(name, async () => create);
};

/** `undefined` where nobody registered that name. */
export const loadSubmitter = (name: string): Promise<SubmitterFactory> | undefined =>
  (registered.get(name) ?? own.get(name))?.();

export const submitterNames = (): string[] => [...new Set([...own.keys(), ...registered.keys()])];

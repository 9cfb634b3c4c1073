import { VERSION } from './version.js';

interface Versioned {
  careVersion?: string;
}

let hasWarned = false;

/**
 * Registers an element, unless its name is taken: by the same version silently, by another one with one warning that
 * names both, because then the page runs code that its author did not expect.
 */
export const define = (tag: string, elementClass: CustomElementConstructor): void => {
  const taken = customElements.get(tag) as (CustomElementConstructor & Versioned) | undefined;
  if (!taken) {
    Object.assign(elementClass, { careVersion: VERSION } satisfies Versioned);
    customElements.define(tag, elementClass);
  } else if (!hasWarned && taken !== elementClass && taken.careVersion !== VERSION) {
    hasWarned = true;
    console.warn(
      `<${tag}> is registered already (care-widgets ${taken.careVersion ?? 'unknown'}); ${VERSION} is not used for it.`,
    );
  }
};

import type { LitElement, PropertyDeclaration } from 'lit';

/**
 * Declares a property as Lit's own decorator does, which brings along as much again for another kind of compiler. What has neither
 * type nor converter is a text, or `undefined`: frameworks hand over numbers, and `null` for nothing, as an attribute does that is
 * removed.
 */
export const property =
  (options: PropertyDeclaration = {}) =>
  (prototype: object, name: string): void => {
    (prototype.constructor as typeof LitElement).createProperty(name, options);
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
    if (options.type || options.converter || options.attribute === false) return;
    Object.defineProperty(prototype, name, {
      ...descriptor,
      set(value?: string | null) {
        descriptor?.set?.call(this, value?.toString());
      },
    });
  };

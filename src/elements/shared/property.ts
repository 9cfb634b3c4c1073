import type { LitElement, PropertyDeclaration } from 'lit';

/**
 * Declares a reactive property as Lit's `@property()` does, without the code for standard decorators that comes with that
 * one. A property without type and converter is a string or `undefined`: numbers are converted, and `null`, which frameworks
 * and removed attributes give, becomes `undefined`.
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

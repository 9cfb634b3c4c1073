import type { PropertyDeclarations } from 'lit';
import { PROPERTIES } from './settings.js';

/** Declares the setting properties for Lit. */
export const settingProperties: PropertyDeclarations = Object.fromEntries(
  Object.entries(PROPERTIES).map(([attribute, property]) => [property, { attribute }]),
);

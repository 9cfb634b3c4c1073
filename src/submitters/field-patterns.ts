import type { FieldName } from '../model/submitter.js';

/**
 * What forms and services call a field, in English and Spanish. The first that matches counts: a `last_name` ends in `name`
 * too.
 */
export const FIELD_PATTERNS: Readonly<Record<FieldName, RegExp>> = {
  email: /mail/i,
  'last-name': /last|sur|family|lname|apellido/i,
  'first-name': /first|given|fname|name$|nombre/i,
  consent: /consent|accept|agree|gdpr|privacy|terms|acept|privacidad/i,
};

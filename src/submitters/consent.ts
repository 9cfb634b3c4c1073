import type { Consent } from '../model/submitter.js';

/** What to record, and what to tell the webmaster where it is less than usual. */
export interface ConsentRecord {
  readonly consent: Consent;
  readonly detail?: string;
}

/** Bytes as hexadecimal digits, two for each. */
export const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Proof of the consent text as shown: SHA-256 of its UTF-8, white space collapsed and trimmed, Unicode form NFC, so that
 * the same words give the same hash however the HTML wraps them. Without an `id` the hash's first 12 digits are it.
 * Browsers hash only on https (and localhost); elsewhere only the id is recorded.
 */
export const recordConsent = async (
  text: string,
  id?: string,
  subtle: SubtleCrypto | null = globalThis.crypto?.subtle ?? null,
): Promise<ConsentRecord> => {
  if (!subtle) {
    return {
      consent: { id: id || 'unhashed' },
      detail: 'consent is recorded by its id only: browsers hash on https pages only',
    };
  }
  const words = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const digest = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(words)));
  const textHash = hexOf(digest);
  return { consent: { id: id || textHash.slice(0, 12), textHash } };
};

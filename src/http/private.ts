/**
 * What every request of this library has in common: no cookies and no referrer, so that the endpoint learns an address
 * and nothing about the page or the visitor. No header of our own either: one would cost a preflight, and WordPress
 * refuses those.
 */
export const PRIVATE = { credentials: 'omit', referrerPolicy: 'no-referrer' } as const satisfies RequestInit;

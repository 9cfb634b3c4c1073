/** By the token's name: its default in words or as CSS, and what it colours or sizes. */
export const TOKENS: Readonly<Record<string, readonly [byDefault: string, what: string]>>;

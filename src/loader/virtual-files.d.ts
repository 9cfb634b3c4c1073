/** Made by the build: see `fileTable` in `scripts/build/plugins.mjs`. */
declare module 'virtual:files' {
  /** Name of each file in `chunks/`, without `.js`, and its hash for Subresource Integrity. */
  export const files: readonly (readonly [name: string, integrity: string])[];
  /** By name of a chunk (a tag, a source, `html`, `es`, `dompurify`), the indexes of all files that it needs. */
  export const needs: Readonly<Record<string, readonly number[]>>;
}

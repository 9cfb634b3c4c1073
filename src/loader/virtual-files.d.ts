/** Made by the build: see `fileTable` in `scripts/build/plugins.mjs`. */
declare module 'virtual:files' {
  /**
   * Each chunk: its name (a tag, a source, `html`, `es`, `dompurify`), what follows it in the name of its file
   * (`chunks/NAME-VERSION.js`), that file's hash for Subresource Integrity, and the indexes of all other chunks that it needs.
   */
  export const chunks: readonly (readonly [name: string, version: string, integrity: string, ...needs: number[]])[];
}

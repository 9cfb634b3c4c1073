import { mkdirSync } from 'node:fs';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { frameworkTypes } from './scripts/manifest/framework-types.mjs';
import { publicApi } from './scripts/manifest/public-api.mjs';

const outdir = 'dist';
mkdirSync(outdir, { recursive: true });

export default {
  // Beside the elements, the folders whose named types occur in their properties; only elements are written.
  globs: ['src/elements/**/*.ts', 'src/{model,context,controllers}/*.ts'],
  outdir,
  litelement: true,
  packagejson: false, // else it writes "customElements" into package.json
  plugins: [
    publicApi(),
    customElementVsCodePlugin({
      outdir,
      htmlFileName: 'vscode.html-custom-data.json',
      cssFileName: null,
      typesSrc: 'type',
      hideCssPropertiesDocs: true,
      hideMethodDocs: true,
      hideLogs: true,
    }),
    customElementJetBrainsPlugin({
      outdir,
      packageJson: false,
      typesSrc: 'type',
      hideSlotDocs: true,
      hideEventDocs: true,
      hideCssPropertiesDocs: true,
      hideCssPartsDocs: true,
      hideMethodDocs: true,
      hideLogs: true,
    }),
    frameworkTypes({ outdir }),
  ],
};

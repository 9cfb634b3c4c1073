import { escapeAttribute } from '../../src/html/markup.js';
import type { Content } from './element.js';
import { snippetOf } from './snippet.js';
import type { Wish } from './wish.js';

export const HOSTS = ['bare', 'bootstrap', 'wordpress'] as const;
export type Host = (typeof HOSTS)[number];

export interface PreviewOptions {
  readonly host: Host;
  /** Absolute address of the site's own folder, with `/` at its end. */
  readonly site: string;
  readonly version: string;
  /** Of the page around the widget. */
  readonly language: string;
  /** Texts of the sample articles' files, by address: the frame asks for none of them. */
  readonly files?: Readonly<Record<string, string>>;
}

const HEADS: Readonly<Record<Host, (site: string) => string>> = {
  bare: () => '',
  bootstrap: (site) => `<link rel="stylesheet" href="${site}assets/hosts/bootstrap.min.css">`,
  wordpress: (site) => `<link rel="stylesheet" href="${site}assets/hosts/wordpress.css">`,
};

const BODIES: Readonly<Record<Host, (inside: string) => string>> = {
  bare: (inside) => inside,
  bootstrap: (inside) => `<nav class="navbar bg-body-tertiary mb-4"><div class="container">
<span class="navbar-brand">Your clinic</span></div></nav><main class="container">${inside}</main>`,
  wordpress: (inside) => `<div class="wp-site-blocks"><header class="wp-block-template-part">
<p class="wp-block-site-title">Your clinic</p></header><main class="entry-content is-layout-constrained">${inside}</main></div>`,
};

/**
 * A page that the snippet has been pasted into, for a sandboxed frame. Of its scripts only the library runs, whatever the
 * wish says.
 */
export const previewOf = (
  wish: Wish,
  content: Content,
  { host, site, version, language, files = {} }: PreviewOptions,
): string => {
  const base = `${site}library/`;
  // the classic file: a frame without an origin of its own may load no module from a server that does not allow it
  const { steps } = snippetOf({ ...wish, variant: 'squarespace' }, content, { version, integrity: {}, base });
  const code = steps.map((step) => step.code ?? '').join('\n');
  const sample = `${site}assets/hosts/sample.js`;
  const isSample = content.endpoint in files;
  const data = JSON.stringify(files).replaceAll('<', '\\u003c');
  const given = isSample
    ? `<script type="application/json" id="sample-articles">${data}</script><script src="${escapeAttribute(sample)}"></script>`
    : '';
  const policy = `script-src ${base}care-widgets.classic.js ${sample}; object-src 'none'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html><html lang="${escapeAttribute(language)}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Preview</title>
${HEADS[host](site)}${given}</head><body>${BODIES[host](code)}</body></html>`;
};

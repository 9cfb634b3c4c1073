// The site's pages: those of site/pages/, and one for each Markdown file that docs/index.md names.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readDocuments, ROOT } from './documents.mjs';
import { relative, siteMarkdown } from './markdown.mjs';

const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

/**
 * The first snippet of an element's page, on the sample articles: without the addresses of the owner's site, and below the
 * page's own heading.
 */
const exampleOf = ({ file, text }) => {
  if (!/^docs\/elements\/care-/.test(file)) return undefined;
  const [, snippet] = /^```html\n([^]*?)^```$/m.exec(text) ?? [];
  return snippet
    ?.replace(/<script[^]*?<\/script>\s*/g, '')
    .replace(/ (?:endpoint|article-url|category-url)="[^"]*"| with-structured-data/g, '')
    .replace('heading-level="1"', 'heading-level="2"')
    .replace('action="/', 'action="https://your-clinic.example/');
};

/** @param {import('@11ty/eleventy').UserConfig} config */
export default function (config) {
  const { documents, groups, pageOf } = readDocuments();
  config.setQuietMode(true);
  config.amendLibrary('md', (md) => siteMarkdown(md, { pageOf }));
  config.addGlobalData('version', version);
  config.addGlobalData('groups', groups);
  config.addGlobalData('layout', 'page.njk');
  /** Every page's own path, and how it writes the way to another: the site works in any folder. */
  config.addGlobalData('eleventyComputed', { pagePath: ({ page }) => page.url.slice(1) || 'index.html' });
  config.addFilter('from', (target, from) => relative(from, target));
  for (const document of documents) {
    const { file, path: pagePath, title, description, headings, text } = document;
    const isElement = file.startsWith('docs/elements/');
    // the heading is the layout's, so that an example can stand below it
    const body = text.replace(/^# .+$/m, '').replace(/<!--[^]*?-->/g, '');
    config.addTemplate(`documents/${pagePath.replace(/\.html$/, '.md')}`, body, {
      permalink: pagePath,
      templateEngineOverride: 'md',
      layout: 'document.njk',
      title,
      isCodeTitle: isElement && title.startsWith('<'),
      description,
      headings,
      document: { ...document, text: '' },
      example: exampleOf(document),
      // read by the Markdown rules
      sourceFile: file,
      pagePath,
    });
  }
  return {
    dir: { includes: '../layouts', layouts: '../layouts', data: '../data' },
    htmlTemplateEngine: 'njk',
    markdownTemplateEngine: false,
    templateFormats: ['njk', 'md', 'html'],
  };
}

// Markdown as this site shows it: GitHub's heading ids, links between pages instead of files, tables and code that a keyboard
// can scroll.
import anchor from 'markdown-it-anchor';

/** The id that GitHub gives to a heading: lower case, punctuation gone, blanks as dashes. */
export const slugOf = (heading) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');

/** @returns {string} `target`, seen from the page `from`; both are paths below the site's root. */
export const relative = (from, target) => {
  const folders = from.split('/').slice(0, -1);
  const parts = target.split('/');
  while (folders.length && parts.length > 1 && folders[0] === parts[0]) {
    folders.shift();
    parts.shift();
  }
  return [...folders.map(() => '..'), ...parts].join('/');
};

const resolve = (file, target) =>
  target
    .split('/')
    .reduce(
      (parts, part) => (part === '..' ? parts.slice(0, -1) : part === '.' ? parts : [...parts, part]),
      file.split('/').slice(0, -1),
    )
    .join('/');

/**
 * Rewrites links of a page between Markdown files. A file that the site does not show, such as one of the source code, is
 * named as text: this site may stand where no repository does.
 *
 * @param {import('markdown-it')} md
 * @param {(file: string) => string | undefined} pageOf Path of the page made of a Markdown file.
 */
const links = (md, pageOf) => {
  md.core.ruler.push('site-links', ({ tokens, env }) => {
    const { sourceFile, pagePath } = env;
    if (!sourceFile) return;
    for (const { children } of tokens) {
      const open = [];
      for (const token of children ?? []) {
        if (token.type === 'link_open') {
          open.push(token);
          const [target, id] = token.attrGet('href').split('#');
          if (/^[a-z]+:/.test(target) || !target) continue;
          const page = pageOf(resolve(sourceFile, target));
          if (page) token.attrSet('href', relative(pagePath, page) + (id ? `#${id}` : ''));
          else Object.assign(token, { tag: 'span', attrs: [['class', 'file']] });
        }
        if (token.type === 'link_close') token.tag = open.pop().tag;
      }
    }
  });
};

/** Tables and code lie in boxes of their own that scroll, and that the keyboard reaches (WCAG 2.1.1). */
const scrollers = (md) => {
  const { rules } = md.renderer;
  rules.table_open = () => '<div class="scroller" role="group" aria-label="Table" tabindex="0"><table>\n';
  rules.table_close = () => '</table></div>\n';
  rules.fence = (tokens, index) => {
    const { info, content } = tokens[index];
    const language = md.utils.escapeHtml(info.trim());
    return `<pre tabindex="0" role="group" aria-label="Code: ${language}" data-language="${language}"><code>${md.utils.escapeHtml(content)}</code></pre>\n`;
  };
};

/**
 * @param {import('markdown-it')} md
 * @param {{ pageOf: (file: string) => string | undefined }} site
 */
export const siteMarkdown = (md, { pageOf }) => {
  md.set({ html: true, linkify: false });
  md.use(anchor, { slugify: slugOf, level: [2, 3], permalink: anchor.permalink.headerLink({ safariReaderFix: true }) });
  md.use(links, pageOf);
  md.use(scrollers);
};

// Which Markdown files the site shows, under which path, and in which group of its navigation: docs/index.md says so.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { slugOf } from './markdown.mjs';

export const ROOT = fileURLToPath(new URL('../', import.meta.url));
const read = (file) => readFileSync(path.join(ROOT, file), 'utf8');

const INDEX = 'docs/index.md';

/** Path on the site of the page that is made of a Markdown file. */
const pathOf = (file) => {
  const name = file.replace(/\.md$/, '.html').toLowerCase();
  return name.startsWith('docs/') ? name : `docs/${name}`;
};

const plain = (markdown) =>
  markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*_]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const withoutCode = (text) => text.replace(/^( *)```[^]*?^\1```$/gm, '');

/** Headings of the second level, with the ids that the page gives them. */
const headingsOf = (text) => {
  const counts = new Map();
  return [...withoutCode(text).matchAll(/^(#{1,6}) (.+)$/gm)]
    .map(([, marks, heading]) => {
      const id = slugOf(heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
      const count = counts.get(id) ?? 0;
      counts.set(id, count + 1);
      return { level: marks.length, text: plain(heading), id: count ? `${id}-${count}` : id };
    })
    .filter(({ level }) => level === 2);
};

const documentOf = (file, label) => {
  const text = read(file);
  const [, title = file] = /^# (.+)$/m.exec(text) ?? [];
  const first = withoutCode(text)
    .replace(/<!--[^]*?-->/g, '')
    .split(/\n{2,}/)
    .find((part) => part.trim() && !/^\s*[#|<-]/.test(part));
  return {
    file,
    path: pathOf(file),
    label: plain(label),
    title: plain(title),
    description: plain(first ?? '').slice(0, 200) || `${plain(title)} of care-widgets.`,
    text,
    headings: headingsOf(text),
  };
};

/**
 * The documents in the order of their index, and the groups of the navigation.
 *
 * @returns {{ documents: ReturnType<typeof documentOf>[], groups: { name: string, documents: ReturnType<typeof documentOf>[] }[], pageOf: (file: string) => string | undefined }}
 */
export const readDocuments = () => {
  const overview = { ...documentOf('README.md', 'Overview'), title: 'Overview' };
  const documents = new Map([
    [INDEX, documentOf(INDEX, 'All pages')],
    ['README.md', overview],
  ]);
  const groups = read(INDEX)
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [name] = part.split('\n', 1);
      const links = [...part.matchAll(/^- \[(.+?)\]\(([^)]+)\)/gm)];
      const members = links.flatMap(([, label, target]) => {
        const file = path.posix.join('docs', target);
        if (documents.has(file)) return [];
        const document = documentOf(file, label);
        documents.set(file, document);
        return [document];
      });
      return { name: name.trim(), documents: members };
    });
  groups[0].documents.unshift(overview);
  return {
    documents: [...documents.values()],
    groups,
    pageOf: (file) => documents.get(file)?.path,
  };
};

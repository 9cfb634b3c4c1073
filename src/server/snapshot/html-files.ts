import { isUtf8 } from 'node:buffer';
import type { Transport } from '../../http/transport.js';
import { escapeAttribute, escapeText } from '../../html/markup.js';
import { createRenderer } from '../renderer.js';
import type { KnownArticle, State } from './state.js';
import type { Store } from './store.js';

/** A page for one article, to be filled by the renderer. A page that exists already keeps everything around its elements. */
const pageOf = ({ slug, file, item }: KnownArticle, language: string, origins: string): string => `<!doctype html>
<html lang="${escapeAttribute(item.language ?? language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(item.title)}</title>
${item.url ? `<link rel="canonical" href="${escapeAttribute(item.url)}">\n` : ''}</head>
<body>
<main>
<care-article endpoint="${file}.json" slug="${escapeAttribute(slug)}"${origins ? ` image-origins="${escapeAttribute(origins)}"` : ''} heading-level="1"></care-article>
</main>
</body>
</html>
`;

/** A transport that gives the files of the folder as the server at `site` will. */
const fromStore =
  (store: Store, site: string): Transport =>
  async (url) => {
    const text = await store.read(url.slice(site.length));
    return Object.defineProperty(new Response(text ?? '', { status: text === undefined ? 404 : 200 }), 'url', {
      value: url,
    });
  };

/** Writes `articles/NAME.html` for every article, by the renderer. Resolves to sentences about what could not be filled. */
export const writePages = async (
  store: Store,
  state: State,
  site: string,
  origins: string,
): Promise<readonly string[]> => {
  const renderer = createRenderer({ transport: fromStore(store, site) });
  const problems: string[] = [];
  for (const article of state.articles.values()) {
    const name = `articles/${article.file}.html`;
    const bytes = await store.readBytes(name);
    if (bytes && !isUtf8(bytes)) {
      problems.push(`${name} is not UTF-8, so it was left as it is: save it as UTF-8`);
      continue;
    }
    const page = bytes?.toString('utf8') ?? pageOf(article, state.language || 'en', origins);
    const rendered = await renderer.render(page, { url: site + name });
    problems.push(...rendered.problems.map(({ line, code, detail }) => `${name}, line ${line}: ${code} ${detail}`));
    await store.write(name, rendered.html);
  }
  return problems;
};

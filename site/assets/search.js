// Search without a server: the index lies beside the pages, and a search reads the few files of it that hold its words.
const form = document.getElementById('search-form');
const field = document.getElementById('search-field');
const status = document.getElementById('search-status');
const list = document.getElementById('search-results');
const pages = document.getElementById('search-pages');

const MOST = 12;
let library;
/** The newest search: an older one that answers later is not shown. */
let newest = 0;

const engine = () => (library ??= import('../pagefind/pagefind.js'));

/** An excerpt marks words with <mark> and holds no other tag: its text is escaped. */
const appendExcerpt = (parent, excerpt) => {
  const text = new DOMParser().parseFromString(excerpt, 'text/html').body;
  for (const node of text.childNodes) {
    const copy = node.nodeName === 'MARK' ? document.createElement('mark') : document.createTextNode('');
    copy.textContent = node.textContent;
    parent.append(copy);
  }
};

const itemOf = ({ url, meta, sub_results: parts, excerpt }) => {
  const item = document.createElement('li');
  const link = document.createElement('a');
  const words = document.createElement('p');
  // the part of the page that holds the words, where there is one of its own
  const part = parts.find((one) => one.url !== url);
  link.href = part?.url ?? url;
  link.textContent = part ? `${meta.title}: ${part.title}` : meta.title;
  appendExcerpt(words, part?.excerpt ?? excerpt);
  item.append(link, words);
  return item;
};

const search = async (words) => {
  const number = ++newest;
  pages.hidden = !!words;
  if (!words) {
    list.replaceChildren();
    status.textContent = '';
    return;
  }
  try {
    const { results } = await (await engine()).search(words);
    const found = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
    if (number !== newest) return;
    list.replaceChildren(...found.map(itemOf));
    const more = results.length > MOST ? `, the first ${MOST} of them below` : '';
    status.textContent = results.length
      ? `${results.length} ${results.length === 1 ? 'page' : 'pages'} for “${words}”${more}`
      : `Nothing found for “${words}”. All pages stand below.`;
    pages.hidden = !!results.length;
  } catch {
    if (number !== newest) return;
    status.textContent = 'The index could not be loaded. All pages stand below.';
    pages.hidden = false;
    library = undefined;
  }
};

form.hidden = false;
field.value = new URLSearchParams(location.search).get('q') ?? '';
field.addEventListener('input', () => void search(field.value.trim()));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  history.replaceState(null, '', `?${new URLSearchParams({ q: field.value.trim() })}`);
  void search(field.value.trim());
});
void search(field.value.trim());

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

let known;
const knownWords = () =>
  (known ??= fetch(new URL('search-words.txt', import.meta.url)).then(async (answer) =>
    answer.ok ? (await answer.text()).split(' ') : [],
  ));

/** How many letters were left out, added, mistaken for another, or swapped with the next one. */
const slipsBetween = (typed, meant) => {
  const rows = [Array.from({ length: meant.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= typed.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= meant.length; j++) {
      const isOther = typed[i - 1] !== meant[j - 1];
      const isSwapped = i > 1 && j > 1 && typed[i - 1] === meant[j - 2] && typed[i - 2] === meant[j - 1];
      rows[i][j] = Math.min(
        rows[i - 1][j] + 1,
        rows[i][j - 1] + 1,
        rows[i - 1][j - 1] + isOther,
        isSwapped ? rows[i - 2][j - 2] + 1 : Infinity,
      );
    }
  }
  return rows[typed.length][meant.length];
};

/** Words that no page has, not even as a beginning, each with the word that was meant, as far as there is one like it. */
const mistypedIn = async (typed) => {
  const all = await knownWords();
  const mistyped = new Map();
  if (!all.length) return mistyped;
  for (const word of typed.toLowerCase().match(/\p{L}{4,}/gu) ?? []) {
    // endings, such as a plural, are the index's business
    if (all.some((one) => one.startsWith(word) || (word.startsWith(one) && word.length - one.length < 4))) continue;
    const most = word.length > 5 ? 2 : 1;
    const near = all.map((one) => ({
      one,
      slips: Math.abs(one.length - word.length) > most ? Infinity : slipsBetween(word, one),
    }));
    const [nearest] = near.sort((one, other) => one.slips - other.slips);
    mistyped.set(word, nearest.slips <= most ? nearest.one : undefined);
  }
  return mistyped;
};

const pagesOf = (count) => `${count} ${count === 1 ? 'page' : 'pages'}`;

/** What is said above the list. */
const sentenceOf = (typed, meant, mistyped, count) => {
  if (!count) return `Nothing found for “${typed}”. All pages stand below.`;
  const more = count > MOST ? `, the first ${MOST} of them below` : '';
  if (!mistyped.size) return `${pagesOf(count)} for “${typed}”${more}`;
  const without = `No page has ${[...mistyped.keys()].map((word) => `“${word}”`).join(' or ')}.`;
  return meant === typed
    ? `${without} What comes closest stands below.`
    : `${without} ${pagesOf(count)} for “${meant}”${more}`;
};

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
  // the part of the page that has most of the words, where there is one of its own
  const weight = ({ weighted_locations: places }) => places.reduce((sum, { balanced_score: score }) => sum + score, 0);
  const [part] = parts.filter((one) => one.url !== url).sort((one, other) => weight(other) - weight(one));
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
    const [{ search: find }, mistyped] = await Promise.all([engine(), mistypedIn(words)]);
    const meant = [...mistyped].reduce(
      (text, [word, one]) => (one ? text.toLowerCase().replaceAll(word, one) : text),
      words,
    );
    const { results } = await find(meant);
    const found = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
    if (number !== newest) return;
    list.replaceChildren(...found.map(itemOf));
    status.textContent = sentenceOf(words, meant, mistyped, results.length);
    pages.hidden = !!results.length;
  } catch {
    if (number !== newest) return;
    status.textContent = 'The index could not be loaded. All pages stand below.';
    pages.hidden = false;
    library = known = undefined;
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

// The builder's page. It keeps what is chosen in the fragment of its address and nowhere else.
import type { Transport } from '../../src/http/transport.js';
import type { Content } from './element.js';
import { FINDINGS_ES } from './findings-es.js';
import { inspect, type Inspection } from './inspect.js';
import { noticesOf } from './notices.js';
import { HOSTS, previewOf, type Host } from './preview.js';
import { snippetOf, type Release, type Step } from './snippet.js';
import { FIRST_WISH, fromFragment, LAYOUTS, toFragment, type Wish } from './wish.js';
import { PAGES, piecesOf, WORDS, type Language, type Words } from './words.js';

const find = <T extends HTMLElement>(id: string): T => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`#${id} is not in the page`);
  return element as T;
};

const main = find('main');
const form = find<HTMLFormElement>('wish');
const endpointField = find<HTMLInputElement>('endpoint');
const endpointStatus = find('endpoint-status');
const undoButton = find<HTMLButtonElement>('undo');
const stage = find('stage');

const SITE = new URL('.', document.baseURI).href;
const SAMPLE = new URL('sample/feed.json', SITE).href;
const release: Release = {
  version: main.dataset.version ?? '',
  integrity: JSON.parse(main.dataset.integrity ?? '{}') as Record<string, string>,
  preload: JSON.parse(main.dataset.preload ?? '{}') as Record<string, string[]>,
};

/** Milliseconds after the last key until an address is asked, and until the preview is made anew. */
const TYPING = 500;
const WIDTHS = { phone: 375, desktop: 1100 };
const HEIGHT = 560;
/** Steps back that are kept. */
const MOST_UNDO = 100;

/** What was read of the sample articles, by address. */
const files: Record<string, string> = {};
const keeping: Transport = async (url, init) => {
  const response = await fetch(url, init);
  files[url] = await response.clone().text();
  return response;
};

const blank: Content = { endpoint: SAMPLE, articles: [], categories: [], readAt: '' };

let wish = fromFragment(location.hash);
let language: Language = /(?:^#|&)lang=es\b/.test(location.hash) ? 'es' : 'en';
let content = blank;
let inspection: Inspection | undefined;
let host: Host = 'bare';
let width: keyof typeof WIDTHS = 'phone';
const before: Wish[] = [];
/** The field whose typing belongs to the newest step back. */
let typingIn: string | undefined;

const words = (): Words => WORDS[language];
const wordOf = (name: string): string => (words() as Readonly<Record<string, string>>)[name] ?? name;
const filled = (sentence: string, values: Readonly<Record<string, string>>): string =>
  piecesOf(sentence)
    .map(({ words: text = '', name }) => (name === undefined ? text : (values[name] ?? '')))
    .join('');

/** A place that tells screen readers; the same words again are told again. */
const announce = (id: string, text: string): void => {
  const place = find(id);
  place.textContent = place.textContent === text ? `${text}\u00a0` : text;
};

const make = <T extends keyof HTMLElementTagNameMap>(
  tag: T,
  properties: Partial<HTMLElementTagNameMap[T]> = {},
  ...children: readonly (globalThis.Node | string)[]
): HTMLElementTagNameMap[T] => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

const later = (run: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, TYPING);
  };
};

// The snippet

const copy = async (text: string, code: HTMLElement): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text);
    announce('copy-status', words().copied);
  } catch {
    // refused, or a page of http
    getSelection()?.selectAllChildren(code);
    announce('copy-status', words().notCopied);
  }
};

const codeBlock = (text: string): HTMLElement => {
  const code = make('code', { textContent: text });
  const block = make('pre', { tabIndex: 0, role: 'group', ariaLabel: words().snippet }, code);
  const button = make('button', { type: 'button', textContent: words().copy });
  button.addEventListener('click', () => void copy(text, code));
  return make('div', { className: 'code' }, block, button);
};

const stepItem = ({ name, values = {}, code }: Step): HTMLElement => {
  const text = piecesOf(wordOf(`step-${name}`)).map(({ words: piece, name: place }) => {
    if (place === undefined) return piece ?? '';
    const href = PAGES[place];
    return href ? make('a', { href, textContent: wordOf(place) }) : make('code', { textContent: values[place] ?? '' });
  });
  return make('li', {}, make('p', {}, ...text), ...(code === undefined ? [] : [codeBlock(code)]));
};

const showNotices = (steps: readonly Step[]): void => {
  const isRead = !inspection || !!inspection.content;
  const notices = noticesOf(wish, content, steps, { sample: SAMPLE, isRead });
  const sentences = notices.map(({ name, values = {} }) => filled(words()[`notice-${name}`], values));
  const place = find('notices');
  // a status is told again whenever it is written
  if (Array.from(place.children, ({ textContent }) => textContent).join() === sentences.join()) return;
  place.replaceChildren(...sentences.map((text) => make('p', { textContent: text })));
};

const showSnippet = (): void => {
  const { steps, policy } = snippetOf(wish, content, release);
  showNotices(steps);
  find('copy-status').textContent = ''; // of another snippet, or in another language
  find('steps').replaceChildren(...steps.map(stepItem));
  find('policy').replaceChildren(make('code', { textContent: policy }));
};

// The preview

const fitPreview = (): void => {
  const frame = stage.querySelector('iframe');
  if (!frame) return;
  const scale = Math.min(1, stage.clientWidth / WIDTHS[width]);
  frame.style.width = `${WIDTHS[width]}px`;
  frame.style.height = `${HEIGHT / scale}px`;
  frame.style.scale = String(scale);
  stage.style.height = `${HEIGHT}px`;
};

let shown = '';
const showPreview = (): void => {
  // nothing has been read yet
  if (content === blank) return;
  const page = previewOf(wish, content, { host, site: SITE, version: release.version, language, files });
  if (page !== shown) {
    shown = page;
    const frame = make('iframe', { title: words().previewFrame, srcdoc: page });
    frame.setAttribute('sandbox', 'allow-scripts');
    stage.replaceChildren(frame);
  }
  fitPreview();
};
const showPreviewLater = later(showPreview);

// The fields

const options = (select: HTMLSelectElement, pairs: readonly (readonly [string, string])[]): void => {
  select.replaceChildren(...pairs.map(([value, label]) => make('option', { value, textContent: label })));
};

const showChoices = (): void => {
  const { articles, categories } = content;
  const { widget, slug, category } = wish;
  const known = articles.some((article) => article.slug === slug);
  const first = widget === 'benefits' ? words().builtIn : words().newest;
  options(find('slug'), [
    ['', first],
    ...articles.map((article): [string, string] => [article.slug, article.title]),
    ...(slug && !known ? [[slug, slug] as const] : []),
  ]);
  options(find('category'), [
    ['', words().all],
    ...categories.map(({ slug: name, name: label }): [string, string] => [name, label]),
    ...(category && !categories.some(({ slug: name }) => name === category) ? [[category, category] as const] : []),
  ]);
  const [usual = '', ...layouts] = LAYOUTS[widget];
  options(find('layout'), [
    ['', usual ? `${words().usual} (${usual})` : words().usual],
    ...layouts.map((name): [string, string] => [name, name]),
  ]);
};

/** Whether a list of names has this one. */
const has = (names = '', name: string): boolean => names.split(' ').includes(name);

const showFields = (): void => {
  for (const part of form.querySelectorAll<HTMLElement>('[data-for]'))
    part.hidden = !(has(part.dataset.for, wish.widget) && has(part.dataset.in ?? wish.variant, wish.variant));
  showChoices();
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
    const value = wish[field.name as keyof Wish];
    if (value === undefined || field === document.activeElement) continue;
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = !!value;
    else field.value = field.name === 'endpoint' ? value || SAMPLE : value;
  }
  // what the keyboard is on, is set by whoever types there; a choice may have lost its value
  for (const id of ['slug', 'category', 'layout'] as const) find<HTMLSelectElement>(id).value = wish[id];
  undoButton.disabled = !before.length;
};

const showWords = (): void => {
  document.documentElement.lang = language;
  document.title = `${words().title} | care-widgets`;
  for (const element of document.querySelectorAll<HTMLElement>('[data-words]'))
    element.textContent = wordOf(element.dataset.words ?? '');
  find<HTMLInputElement>('top-search').placeholder = words().searchSite;
  find('main-navigation').ariaLabel = words().navigation;
  const button = find('language');
  button.textContent = words().language;
  button.lang = language === 'es' ? 'en' : 'es';
};

const keepInAddress = (): void => {
  const fragment = [toFragment(wish), language === 'es' ? 'lang=es' : ''].filter(Boolean).join('&');
  history.replaceState(null, '', fragment ? `#${fragment}` : location.pathname + location.search);
};

const showAll = (): void => {
  showFields();
  showSnippet();
};

// The address

const countOf = ({ articles, total }: Content): string => {
  const count = total ?? articles.length;
  return count === 1 ? words().oneArticle : filled(words().manyArticles, { count: count.toLocaleString(language) });
};

const findingsList = ({ findings }: Inspection): HTMLElement[] =>
  findings.map(({ id, what, why, write }) => {
    const sentences = [[what, why].filter(Boolean).join('. '), write].map((text) => make('p', { textContent: text }));
    const said = language === 'es' ? FINDINGS_ES[id as keyof typeof FINDINGS_ES] : undefined;
    if (!said) return make('div', { lang: 'en' }, ...sentences);
    return make(
      'div',
      {},
      ...said.map((text) => make('p', { textContent: text })),
      make('details', {}, make('summary', { textContent: words().details }), make('div', { lang: 'en' }, ...sentences)),
    );
  });

const showInspection = (): void => {
  endpointStatus.classList.toggle('bad', !!inspection && !inspection.content);
  if (!inspection) {
    endpointStatus.replaceChildren(make('p', { textContent: words().reading }));
    return;
  }
  const { content: found, suggestion } = inspection;
  if (found) {
    const [article] = found.articles;
    const sentence = !article ? words().empty : wish.endpoint ? words().found : words().foundSample;
    const notes = wish.endpoint ? findingsList(inspection) : [];
    endpointStatus.replaceChildren(
      make('p', { textContent: filled(sentence, { count: countOf(found), title: article?.title ?? '' }) }),
      ...(notes.length
        ? [
            make(
              'details',
              {},
              make('summary', { textContent: filled(words().findings, { count: `${notes.length}` }) }),
              ...notes,
            ),
          ]
        : []),
    );
    return;
  }
  const use = suggestion
    ? make('button', { type: 'button', textContent: filled(words().use, { address: suggestion }) })
    : undefined;
  use?.addEventListener('click', () => {
    change({ endpoint: suggestion ?? '' });
    endpointField.value = suggestion ?? '';
    endpointField.focus();
  });
  endpointStatus.replaceChildren(
    make('p', {}, make('strong', { textContent: words().unread })),
    ...findingsList(inspection),
    ...(use ? [make('p', {}, use)] : []),
    ...(content.articles.length ? [make('p', { textContent: words().kept })] : []),
  );
};

let asking = new AbortController();
let asked: string | undefined;

/** Asks the address once, whoever says that it has changed. An older answer never lands. */
const askEndpoint = async (): Promise<void> => {
  const address = wish.endpoint.trim() || SAMPLE;
  const question = `${address} ${wish.key}`;
  if (question === asked) return;
  asked = question;
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  inspection = undefined;
  showInspection();
  try {
    const answer = await inspect(address, {
      signal,
      base: location.href,
      ...(address === SAMPLE ? { transport: keeping } : {}),
      ...(wish.key ? { key: wish.key } : {}),
    });
    signal.throwIfAborted();
    inspection = answer;
    if (answer.content) content = answer.content;
    // a link to the builder named a blog that cannot be read: there is nothing else to show yet
    else if (content === blank) content = (await inspect(SAMPLE, { signal, transport: keeping })).content ?? blank;
  } catch (error) {
    if (signal.aborted) return;
    throw error;
  }
  showInspection();
  showAll();
  showPreview();
};
const askEndpointLater = later(() => void askEndpoint());

// What changes

/** @param name The field that is being typed in: its keys are one step back. */
const change = (changes: Partial<Wish>, name?: string): void => {
  const next = { ...wish, ...changes };
  if (toFragment(next) === toFragment(wish)) return;
  if (name === undefined || name !== typingIn) {
    before.push(wish);
    if (before.length > MOST_UNDO) before.shift();
  }
  typingIn = name;
  wish = next;
  keepInAddress();
  showAll();
  showPreviewLater();
  if ('endpoint' in changes || 'key' in changes) askEndpointLater();
};

const show = (next: Wish): void => {
  wish = next;
  typingIn = undefined;
  keepInAddress();
  // what the keyboard is on too
  endpointField.value = wish.endpoint || SAMPLE;
  showAll();
  showPreview();
  void askEndpoint();
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void askEndpoint();
});
document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || target.form !== form) return;
  const isBox = target instanceof HTMLInputElement && target.type === 'checkbox';
  const { name } = target;
  const typed = isBox ? (target.checked ? '1' : '') : target.value;
  const value = name === 'endpoint' && typed.trim() === SAMPLE ? '' : typed;
  // another blog has other articles
  const also = name === 'endpoint' ? { slug: '', category: '' } : {};
  change({ [name]: value, ...also }, target instanceof HTMLSelectElement || isBox ? undefined : name);
});
document.addEventListener('change', ({ target }) => {
  typingIn = undefined;
  if (target === endpointField) void askEndpoint();
});
undoButton.addEventListener('click', () => {
  const last = before.pop();
  if (!last) return;
  show(last);
  announce('form-status', words().undone);
  // a button that is switched off loses the focus to nowhere
  if (undoButton.disabled) endpointField.focus();
});
find('start-again').addEventListener('click', () => {
  change(FIRST_WISH);
  show(FIRST_WISH);
});
find('language').addEventListener('click', () => {
  language = language === 'es' ? 'en' : 'es';
  keepInAddress();
  showWords();
  find('form-status').textContent = '';
  showAll();
  showInspection();
  shown = '';
  showPreview();
});
find('host').addEventListener('change', ({ target }) => {
  host = HOSTS.find((name) => name === (target as HTMLSelectElement).value) ?? 'bare';
  showPreview();
});
find('width').addEventListener('change', ({ target }) => {
  width = (target as HTMLSelectElement).value === 'desktop' ? 'desktop' : 'phone';
  fitPreview();
});
addEventListener('hashchange', () => show(fromFragment(location.hash)));
addEventListener('online', () => {
  asked = undefined;
  void askEndpoint();
});
new ResizeObserver(fitPreview).observe(stage);

// One column: what is chosen is seen before what is copied. Moved, not drawn elsewhere: the keyboard goes the same way.
const oneColumn = matchMedia('(width < 62rem)');
const placePreview = (): void => {
  const preview = find('preview');
  preview.parentElement?.[oneColumn.matches ? 'prepend' : 'append'](preview);
};
oneColumn.addEventListener('change', placePreview);

placePreview();
find('preview').hidden = false;
for (const part of main.querySelectorAll('[data-waits]')) part.removeAttribute('data-waits');
showWords();
showAll();
endpointField.value = wish.endpoint || SAMPLE;
void askEndpoint();

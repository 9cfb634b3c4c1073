import type { Article } from '../../model/article.js';
import type { Author } from '../../model/author.js';

/** Marks the description in the light DOM. */
export const DATA = 'data-care-structured-data';

/** On `globalThis`: the element whose article the page describes, known to every copy of this library. */
const OWNER = Symbol.for('care-widgets.structured-data');
const page = globalThis as { [OWNER]?: WeakRef<Element> | undefined };

/**
 * True for one element of the page at a time, the first that asked and is still there: two descriptions would contradict
 * each other.
 */
const describesPage = (element: Element): boolean => {
  const owner = page[OWNER]?.deref();
  if (!owner?.isConnected) page[OWNER] = new WeakRef(element);
  return page[OWNER]?.deref() === element;
};

/** Lets another element describe the page. */
export const releasePage = (element: Element): void => {
  if (page[OWNER]?.deref() === element) page[OWNER] = undefined;
};

const listOrNothing = <T>(items: readonly T[]): readonly T[] | undefined => (items.length ? items : undefined);

const person = ({ name, credentials, url, imageUrl }: Author) => ({
  '@type': 'Person',
  name,
  url,
  image: imageUrl,
  honorificSuffix: credentials.join(', ') || undefined,
  hasCredential: listOrNothing(
    credentials.map((letters) => ({ '@type': 'EducationalOccupationalCredential', name: letters })),
  ),
});

/** An article for search engines, by schema.org. What the source does not give is left out. */
const describe = (article: Article): object => {
  const { title, url, excerpt, image, language, siteName } = article;
  return {
    '@context': 'https://schema.org',
    '@type': 'MedicalWebPage',
    name: title,
    inLanguage: language,
    lastReviewed: article.reviewedAt?.slice(0, 10),
    reviewedBy: listOrNothing(article.reviewers.map(person)),
    mainEntity: {
      '@type': 'BlogPosting',
      headline: title,
      description: excerpt || undefined,
      url,
      image: image?.sources.at(-1)?.url ?? image?.url,
      inLanguage: language,
      datePublished: article.publishedAt,
      dateModified: article.updatedAt,
      author: listOrNothing(article.authors.map(person)),
      publisher: siteName && {
        '@type': 'Organization',
        name: siteName,
        url: url && new URL(url, document.baseURI).origin,
      },
      articleSection: listOrNothing(article.categories.map(({ name }) => name)),
      keywords: listOrNothing(article.tags.map(({ name }) => name)),
    },
  };
};

interface TrustedTypesWindow {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createScript(text: string): string }): { createScript(text: string): string };
  };
}

let policy: { createScript(text: string): string } | undefined;

/**
 * Signs the text of a script where the page demands Trusted Types, by the policy `care-widgets-data`. It can sign nothing
 * but JSON. Where the page's `trusted-types` directive refuses the policy, the text stays unsigned: the browser complains
 * of it, and keeps it nevertheless, because data does not run.
 */
const sign = (json: string): string => {
  const { trustedTypes } = window as Window & TrustedTypesWindow;
  try {
    policy ??= trustedTypes?.createPolicy('care-widgets-data', {
      createScript: (text) => JSON.stringify(JSON.parse(text)).replaceAll('<', '\\u003c'),
    });
  } catch {
    // refused
  }
  return policy?.createScript(json) ?? json;
};

/** The one script that describes an article. It never runs: it is data, which no Content-Security-Policy refuses. */
const scriptOf = (article: Article): HTMLScriptElement => {
  const script = document.createElement('script');
  script.type = 'application/ld+json';
  script.slot = 'structured-data';
  script.setAttribute(DATA, '');
  // without `<` no string in it can end the script once the page is written out as HTML
  const text = sign(JSON.stringify(describe(article)).replaceAll('<', '\\u003c'));
  if (typeof text === 'string') script.append(document.createTextNode(text));
  else script.text = text;
  return script;
};

/** By element: the same script as long as nothing has changed. Never shared, because a node has one place only. */
const scripts = new WeakMap<Element, { readonly article: Article; readonly script: HTMLScriptElement }>();

/** The script for the light DOM of `element`; nothing where another element describes the page. */
export const structuredData = (element: Element, article: Article): HTMLScriptElement | undefined => {
  if (!describesPage(element)) return undefined;
  const before = scripts.get(element);
  if (before?.article === article) return before.script;
  const script = scriptOf(article);
  scripts.set(element, { article, script });
  return script;
};

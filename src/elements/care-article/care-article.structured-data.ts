import type { TrustedTypesWindow } from '../../html/sanitise/trusted-types.js';
import type { Article } from '../../model/article.js';
import { describeArticle } from '../../model/structured-data.js';

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

interface ScriptPolicy {
  createScript(text: string): string;
}

let policy: ScriptPolicy | undefined;

/**
 * Signs the text of a script where the page demands Trusted Types, by the policy `care-widgets-data`. It can sign nothing
 * but JSON. Where the page's `trusted-types` directive refuses the policy, the text stays unsigned: the browser complains
 * of it, and keeps it nevertheless, because data does not run.
 */
const sign = (json: string): string => {
  const { trustedTypes } = window as Window & TrustedTypesWindow<ScriptPolicy>;
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
  const text = sign(describeArticle(article));
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

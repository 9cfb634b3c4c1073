/**
 * What the script tag and the elements load where something looks wrong, and never otherwise. Each function says on the
 * console, once, what was met and what to write.
 */
import { warnAbout, warnedAbout, warnOnce } from '../model/warn-once.js';
import type { CareError } from '../model/care-error.js';
import { attributeFindings, settingFindings } from './attributes.js';
import { errorFinding, type Circumstances } from './error-advice.js';
import { emptyFindings, noCategories, type EmptyAnswer } from './filters.js';
import { finding, lineOf, type Finding } from './finding.js';
import { endpointFindings, notClosed, tagFindings, uncheckedScript, widgetFindings } from './tags.js';

type Listener = (element: Element) => void;

const listeners = new Set<Listener>();

/** Calls back whenever something new is told of an element. */
export const whenTold = (listener: Listener): void => void listeners.add(listener);

const tell = (element: Element, findings: readonly Finding[]): void => {
  const lines = findings.map(lineOf);
  const isNew = lines.some((line) => !warnedAbout.get(element)?.has(line));
  for (const line of lines) warnAbout(element, line);
  if (isNew) for (const listener of listeners) listener(element);
};

const ENDPOINT = 'data-care-endpoint';
const pageEndpoints = (): string[] =>
  [...document.querySelectorAll(`[${ENDPOINT}]`)].map((element) => element.getAttribute(ENDPOINT) ?? '');

/** The attributes of one of our elements, or of the one that bears the page's settings. */
export const tellAttributes = (element: Element): void =>
  tell(element, [
    ...attributeFindings(element),
    ...settingFindings(element),
    ...(element.hasAttribute(ENDPOINT) ? endpointFindings(pageEndpoints(), document.baseURI) : []),
  ]);

/** An unknown tag that resembles ours, or a `data-care-widget` with an unknown name. */
export const tellTag = (element: Element): void => {
  const name = element.getAttribute('data-care-widget');
  if (name !== null) tell(element, widgetFindings(name));
  else if (!customElements.get(element.localName)) tell(element, tagFindings(element.localName));
};

export const tellError = (element: Element, error: CareError, circumstances: Circumstances): void =>
  warnOnce(`<${element.localName}> ${lineOf(errorFinding(error, circumstances))}`, element, error.cause ?? '');

export const tellEmpty = (element: Element, answer: EmptyAnswer): void => tell(element, emptyFindings(answer));

export const tellNoCategories = (element: Element, wanted: string, endpoint: string | undefined): void =>
  tell(element, [noCategories(wanted, endpoint)]);

/** The page has set a property to something that is not an article. */
export const tellNoArticle = (element: Element, value: unknown): void => {
  const names = value && typeof value === 'object' ? Object.keys(value).join(', ') : '';
  tell(element, [
    finding(
      'not-an-article',
      `its property holds ${names ? `an object with ${names.slice(0, 200)}` : JSON.stringify(value)}, which is no article`,
      'Give it title (a text), authors, reviewers, categories and tags (lists, which may be empty): ContentClient of care-widgets/client.js makes articles of what an endpoint answers.',
    ),
  ]);
};

/** An element holds a part of the page: its end tag is missing. */
export const tellNotClosed = (element: Element, inside: string): void =>
  tell(element, [notClosed(element.localName, inside)]);

export const tellImportMap = (element: Element, script: string): void => tell(element, [uncheckedScript(script)]);

// for the panel of `debug`, which is a chunk of its own
export { errorFinding };

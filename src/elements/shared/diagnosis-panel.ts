import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { findingOfLine, lineOf, type Finding } from '../../diagnosis/finding.js';
import { errorFinding, whenTold } from '../../diagnosis/in-page.js';
import type { PageElement } from '../../diagnosis/outline.js';
import { elementFindings, wholePageFindings } from '../../diagnosis/page.js';
import { TAGS } from '../../diagnosis/vocabulary.js';
import type { CareError } from '../../model/care-error.js';
import type { Settings } from '../../model/settings.js';
import { warned, warnedAbout } from '../../model/warn-once.js';
import { adopt } from '../../styles/adopt.js';
import { hasFallback } from './fallback.js';
import type { SettingsElement } from './settings-element.js';

const styles = css`
  [part='diagnosis'] {
    box-sizing: border-box;
    margin-block: var(--_s2) 0;
    padding: var(--_s3);
    border: 2px dashed currentcolor;
    border-radius: var(--_radius);
    font-size: 0.875em;
    line-height: 1.5;
    text-align: start;
    overflow-wrap: anywhere;
  }
  /* a card as high as its row leaves the panel no room in it */
  :has(+ [part='diagnosis']),
  :has(+ [part='diagnosis']) > [part~='card'] {
    block-size: auto;
  }
  [part='diagnosis'] summary {
    min-block-size: 1.75em;
    font-weight: bold;
    cursor: pointer;
  }
  [part='diagnosis'] ul {
    margin: var(--_s2) 0 0;
    padding-inline-start: var(--_s5);
  }
  [part='diagnosis'] li + li {
    margin-block-start: var(--_s3);
  }
  [part='diagnosis'] p {
    margin: 0;
  }
  [part='diagnosis'] > p {
    margin-block-start: var(--_s3);
  }
  @media print {
    [part='diagnosis'] {
      display: none;
    }
  }
`;

const seen = (element: Element): PageElement => ({
  localName: element.localName,
  attributes: element.attributes,
  isFilled: hasFallback(element),
  ...(/^(?:script|style)$/.test(element.localName) ? { text: element.textContent } : {}),
});

/** The findings, and the messages of the console that are not among them. */
const withTold = (found: readonly Finding[], told: readonly string[]): Finding[] => {
  const known = found.map(({ id, what, write }) => lineOf({ id, what, write }));
  return [...found, ...told.filter((line) => !known.includes(line)).map(findingOfLine)];
};

/** Whether an element of ours shows such a panel, where `debug` holds. */
const hasPanel = ({ localName }: Element): boolean => TAGS.includes(localName) && localName !== 'care-config';

const toldOf = (element: Element): string[] => [...(warnedAbout.get(element) ?? [])];

/** What is wrong with the page as it is now, apart from our elements. Nothing is asked of anybody. */
const findingsOfPage = (): Finding[] => {
  const all = [...document.querySelectorAll('*')];
  const others = all.filter((element) => !hasPanel(element));
  const found = wholePageFindings({
    url: document.baseURI,
    header: () => '', // a page cannot read its own
    elements: all.map(seen),
    resources: performance.getEntriesByType('resource').map(({ name }) => name),
    hasGlobal: (name) => name in globalThis,
  });
  return withTold(found, [...others.flatMap(toldOf), ...[...warned].filter((text) => !text.startsWith('<'))]);
};

/** The element whose panel also lists what is wrong with the page as a whole: one is enough. */
let speaker: SettingsElement | undefined;

const isSpeaker = (element: SettingsElement): boolean => {
  if (!speaker?.isConnected) {
    speaker = element;
    // what the page loads later is looked at too
    if (document.readyState !== 'complete') addEventListener('load', () => element.requestUpdate(), { once: true });
  }
  return speaker === element;
};

whenTold((element) => {
  const teller = hasPanel(element) ? element : speaker;
  if (teller instanceof LitElement) teller.requestUpdate();
});

const listTemplate = (findings: readonly Finding[]): unknown =>
  findings.length
    ? html`<ul>
        ${findings.map(
          ({ id, level, what, why, write, where }) =>
            html`<li>
              <p>${level} ${id && html`<code>${id}</code>`}${what && `: ${what}`}</p>
              ${why ? html`<p>${why}</p>` : nothing} ${write ? html`<p><strong>${write}</strong></p>` : nothing}
              ${where ? html`<p>${where}</p>` : nothing}
            </li>`,
        )}
      </ul>`
    : nothing;

const countOf = (findings: readonly Finding[]): string =>
  findings.length ? `${findings.length} ${findings.length > 1 ? 'findings' : 'finding'}` : 'nothing to mend';

/**
 * What `debug` shows below an element: everything that is wrong with it, in the words of the console, and why it matters; on
 * the first of a page what is wrong with the page, too.
 */
export const panelTemplate = (
  element: SettingsElement,
  error: CareError | undefined,
  { endpoint, source }: Settings,
): TemplateResult => {
  const found = [
    ...(error ? [errorFinding(error, { endpoint, source, base: document.baseURI })] : []),
    ...elementFindings(seen(element)),
  ];
  const told = toldOf(element);
  const own = withTold(found, told);
  // some of it is told once this very update is done
  void element.updateComplete.then(() => toldOf(element).length > told.length && element.requestUpdate());
  const page = isSpeaker(element) ? findingsOfPage() : undefined;
  adopt(element.renderRoot, styles);
  return html`<details part="diagnosis" lang="en" dir="ltr" open>
    <summary>${element.localName}: ${countOf(own)}</summary>
    ${listTemplate(own)}
    ${
      page
        ? html`<p><strong>This page: ${countOf(page)}</strong></p>
            ${listTemplate(page)}`
        : nothing
    }
  </details>`;
};

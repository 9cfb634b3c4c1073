import { css, html, nothing, type TemplateResult } from 'lit';
import type { Finding } from '../../diagnosis/finding.js';
import { attributeFindings, errorFinding } from '../../diagnosis/in-page.js';
import type { CareError } from '../../model/care-error.js';
import type { Settings } from '../../model/settings.js';
import { adopt } from '../../styles/adopt.js';
import type { SettingsElement } from './settings-element.js';

const styles = css`
  [part='diagnosis'] {
    box-sizing: border-box;
    margin-block: 0.5em 0;
    padding: 0.75em;
    border: 2px dashed currentcolor;
    border-radius: var(--_radius);
    font-size: 0.9em;
    line-height: 1.5;
    text-align: start;
    overflow-wrap: anywhere;
  }
  [part='diagnosis'] summary {
    font-weight: bold;
    min-block-size: 1.75em;
    cursor: pointer;
  }
  [part='diagnosis'] ul {
    margin: 0.5em 0 0;
    padding-inline-start: 1.2em;
  }
  [part='diagnosis'] li + li {
    margin-block-start: 0.75em;
  }
  [part='diagnosis'] p {
    margin: 0;
  }
`;

const itemTemplate = ({ id, what, why, write, where }: Finding): TemplateResult =>
  html`<li>
    <p><code>${id}</code>${what && `: ${what}`}</p>
    ${why ? html`<p>${why}</p>` : nothing}${write ? html`<p><strong>${write}</strong></p>` : nothing}
    ${where ? html`<p>${where}</p>` : nothing}
  </li>`;

/** What `debug` shows below an element: everything that is wrong with it, in the words of the console, and why it matters. */
export const panelTemplate = (
  element: SettingsElement,
  error: CareError | undefined,
  { endpoint, source }: Settings,
): TemplateResult => {
  const findings = [
    ...(error ? [errorFinding(error, { endpoint, source, base: document.baseURI })] : []),
    ...attributeFindings(element),
  ];
  adopt(element.renderRoot, styles);
  const count = findings.length || 'nothing';
  return html`<details part="diagnosis" lang="en" dir="ltr" open>
    <summary>${element.localName}: ${count} to mend</summary>
    ${
      findings.length
        ? html`<ul>
            ${findings.map(itemTemplate)}
          </ul>`
        : nothing
    }
  </details>`;
};

import { html, nothing, type TemplateResult } from 'lit';
import { complain } from '../../controllers/complain.js';
import { CRISIS_LINES, type CrisisLine, type CrisisRegion } from '../../data/crisis-lines.js';
import type { Localizer } from '../../localize/localizer.js';
import { icon, type IconName } from '../shared/icon.js';

const isRegion = (region: string): region is CrisisRegion => Object.hasOwn(CRISIS_LINES, region);

/** A phrase with something in the place of `{number}`. */
const withNumber = (phrase: string, shown: unknown): TemplateResult => {
  const [before, after] = phrase.split('{number}');
  return html`<span>${before}</span>${shown}${after}`;
};

const number = (shown: string): TemplateResult => html`<bdi dir="ltr">${shown}</bdi>`;

// No `target`, no event, no parameter: who turns to these numbers is nobody's business. They stand in the shadow root, where
// a script that swaps a page's numbers for tracked ones does not reach. The verb belongs to the link: calling and texting
// often have the same number.
const link = (href: string, words: unknown, className: string, symbol?: IconName): TemplateResult =>
  html`<a class=${className} href=${href} dir="auto">${symbol ? icon(symbol) : nothing}<bdi>${words}</bdi></a>`;

const call = ({ call: to, display = to }: CrisisLine, { say }: Localizer, className: string, symbol?: IconName) =>
  link(`tel:${to}`, withNumber(say('Call {number}'), number(display)), className, symbol);

/** The channels of the crisis line as large buttons. */
const buttons = (line: CrisisLine, localizer: Localizer): TemplateResult => {
  const { text, chat } = line;
  const { say } = localizer;
  return html`<div part="crisis-buttons">
    ${call(line, localizer, 'filled', 'phone')}
    ${text ? link(`sms:${text}`, withNumber(say('Text {number}'), number(text)), '', 'text') : nothing}
    ${chat ? html`<a class="wide" href=${chat} rel="noreferrer">${say('Chat')}</a>` : nothing}
  </div>`;
};

const named = ({ name, isAlways }: CrisisLine, { say }: Localizer): TemplateResult => {
  const isOwn = name === 'Emotional support';
  return html`<span lang=${isOwn ? nothing : 'en'}>${isOwn ? say('Emotional support') : name}</span>${
      isAlways ? html` (${say('day and night')})` : nothing
    }`;
};

/** A referral line with all its channels. */
const referral = (line: CrisisLine, localizer: Localizer): TemplateResult => {
  const { say } = localizer;
  const { tty, text, textHint } = line;
  return html`<li>
    <bdi>${say('Information about treatment, not a crisis line:')} ${named(line, localizer)}</bdi>
    <div class="ways">
      ${call(line, localizer, '')}${
        text
          ? html`<span dir="auto"
              >${link(`sms:${text}`, withNumber(say('Text {number}'), number(text)), '')}${
                textHint ? html` (${say('with your ZIP code')})` : nothing
              }</span
            >`
          : nothing
      }${
        tty
          ? link(`tel:${tty}`, html`TTY ${number(tty.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '1-$1-$2-$3'))}`, '')
          : nothing
      }
    </div>
  </li>`;
};

/** A band with the region's crisis line and its emergency number; with `layout="card"` also what else there is to turn to. */
const crisisTemplate = (region: CrisisRegion, layout: string, localizer: Localizer): TemplateResult => {
  const { say, locale } = localizer;
  const isWhole = layout === 'card';
  const lines = CRISIS_LINES[region];
  const emergency = lines.find((line) => !line.name);
  const first = lines.find((line) => line.name && line.kind !== 'referral');
  const referrals = lines.filter(({ kind }) => kind === 'referral');
  return html`<div part="crisis" lang=${locale}>
    ${
      first
        ? html`<p part="crisis-title">
              <bdi>${say(layout === 'sticky' ? 'Crisis line:' : 'In a crisis, or thinking about suicide?')}</bdi>
            </p>
            ${isWhole ? html`<p part="crisis-name"><bdi>${named(first, localizer)}</bdi></p>` : nothing}
            ${buttons(first, localizer)}`
        : nothing
    }
    ${
      emergency
        ? html`<p part="emergency">
            <bdi
              ><span class="label">${say(isWhole ? 'Life in danger now?' : 'Emergency:')}</span>
              ${call(emergency, localizer, '')}</bdi
            >
          </p>`
        : nothing
    }
    ${
      isWhole && referrals.length
        ? html`<ul part="crisis-lines">
            ${referrals.map((line) => referral(line, localizer))}
          </ul>`
        : nothing
    }
  </div>`;
};

/** {@link crisisTemplate} for what an author wrote as region; nothing, and a word to the webmaster, where it is none. */
export const crisisView = (element: Element, region: string, layout: string, localizer: Localizer): unknown => {
  if (isRegion(region)) return crisisTemplate(region, layout, localizer);
  const known = Object.keys(CRISIS_LINES).join(', ');
  complain(element, `crisis-region="${region}" is unknown; write one of ${known}, none`);
  return nothing;
};

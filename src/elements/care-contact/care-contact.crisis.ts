import { html, nothing, type TemplateResult } from 'lit';
import { complain } from '../../controllers/complain.js';
import { CRISIS_LINES, type CrisisLine, type CrisisRegion } from '../../data/crisis-lines.js';
import type { Localizer } from '../../localize/localizer.js';

const isRegion = (region: string): region is CrisisRegion => Object.hasOwn(CRISIS_LINES, region);

// No `target`, no event, no parameter: who turns to these numbers is nobody's business. They stand in the shadow root, where
// a script that swaps a page's numbers for tracked ones does not reach.
const link = (scheme: 'tel' | 'sms', to: string, words: unknown): TemplateResult =>
  html`<a href="${scheme}:${to}">${words}</a>`;

const number = (shown: string): TemplateResult => html`<bdi dir="ltr">${shown}</bdi>`;

/** A phrase with something in the place of `{number}`. */
const withNumber = (phrase: string, shown: TemplateResult): TemplateResult => {
  const [before, after] = phrase.split('{number}');
  return html`${before}${shown}${after}`;
};

/** The verb belongs to the link: calling and texting often have the same number. */
const callLink = (to: string, shown: string, { say }: Localizer): TemplateResult =>
  link('tel', to, withNumber(say('call {number}'), number(shown)));

const textLink = (to: string, { say }: Localizer): TemplateResult =>
  link('sms', to, withNumber(say('text {number}'), number(to)));

const item = ({ name, call, display, text, textHint, chat, tty, isAlways, kind }: CrisisLine, localizer: Localizer) => {
  const { say } = localizer;
  return html`<li>
    <bdi
      ><b lang=${name === 'Emotional support' ? nothing : 'en'}
        >${name === 'Emotional support' ? say('Emotional support') : name}</b
      >${isAlways ? html` (${say('day and night')})` : nothing}</bdi
    ><br />
    <bdi
      >${kind === 'referral' ? html`${say('Information about treatment, not a crisis line:')} ` : nothing}${callLink(call, display ?? call, localizer)}${
        text
          ? html`, ${textLink(text, localizer)}${textHint ? html` (${say('with your ZIP code')})` : nothing}`
          : nothing
      }${tty ? html`, ${link('tel', tty, html`TTY ${number(tty.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '1-$1-$2-$3'))}`)}` : nothing}${
        chat ? html`, <a href=${chat} rel="noreferrer">${say('chat')}</a>` : nothing
      }</bdi
    >
  </li>`;
};

/** Numbers of a region: the emergency number, then its crisis lines; the latter in short where there is little room. */
const crisisTemplate = (region: CrisisRegion, layout: string, localizer: Localizer): TemplateResult => {
  const { say, locale } = localizer;
  const isWhole = layout === 'card';
  const lines = CRISIS_LINES[region];
  const emergency = lines.find(({ name }) => !name);
  const others = lines.filter(({ name }) => name);
  const [first] = others.filter(({ kind }) => kind !== 'referral');
  return html`<div part="crisis" lang=${locale}>
    <p>
      <bdi
        >${emergency ? withNumber(say('In an emergency, call {number}.'), link('tel', emergency.call, number(emergency.call))) : nothing}
        ${
          first
            ? say(layout === 'sticky' ? 'Crisis line:' : 'In a crisis, or if you are thinking about suicide:')
            : nothing
        }
        ${
          first && !isWhole
            ? html`${callLink(first.call, first.display ?? first.call, localizer)}${
                first.text ? html`, ${textLink(first.text, localizer)}` : nothing
              }`
            : nothing
        }</bdi
      >
    </p>
    ${
      isWhole
        ? html`<ul>
            ${others.map((line) => item(line, localizer))}
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

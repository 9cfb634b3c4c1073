import { html, nothing, type TemplateResult } from 'lit';
import { groupWeek } from '../../hours/group-week.js';
import { MINUTES_A_DAY, type DaySpans, type OpeningHours } from '../../hours/opening-hours.js';
import type { OpeningStatus } from '../../hours/opening-status.js';
import type { Opening } from '../../controllers/opening-controller.js';
import type { Localizer } from '../../localize/localizer.js';

/** "6 PM", "8:30 AM": minutes only where there are some, or where a day has 24 hours, "18:00". */
const timeIn = (locale: string, at: Date, timeZone: string | undefined): string => {
  const short = new Intl.DateTimeFormat(locale, { hour: 'numeric', timeZone });
  const hasMinutes = new Intl.DateTimeFormat('en', { minute: 'numeric', timeZone }).format(at) !== '0';
  if (!hasMinutes && short.resolvedOptions().hour12) return short.format(at);
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone }).format(at);
};

/** "Central Time". */
const zoneName = (locale: string, at: Date, timeZone: string | undefined): string =>
  new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? '';

const sentence = (
  { isOpen, changesAt, daysAway = 0, isFar, zone: timeZone }: OpeningStatus,
  { say, locale }: Localizer,
): string => {
  if (!changesAt) return say(isOpen ? 'Open day and night, every day' : 'Closed for now');
  const values = {
    time: timeIn(locale, changesAt, timeZone),
    zone: zoneName(locale, changesAt, timeZone),
    day: new Intl.DateTimeFormat(locale, {
      ...(daysAway < 7 ? { weekday: 'long' } : { dateStyle: 'long' }),
      timeZone,
    }).format(changesAt),
  };
  if (isOpen) {
    return isFar
      ? say('Open now, until {day}, {time} ({zone})', values)
      : say('Open now, until {time} ({zone})', values);
  }
  if (daysAway === 0) return say('Closed now, opens today at {time} ({zone})', values);
  if (daysAway === 1) return say('Closed now, opens tomorrow at {time} ({zone})', values);
  return say('Closed now, opens on {day} at {time} ({zone})', values);
};

/** Spanish says "a las 2", but "a la 1". */
const withArticle = (words: string): string => words.replace(/\blas (?=1\D)/, 'la ');

/** A minute of the day, or a weekday, as a date whose UTC clock shows it. Day 4 of 1970 was a Monday. */
const wall = (day: number, minutes = 0): Date => new Date(Date.UTC(1970, 0, 5 + day, 0, minutes));

const spansIn = (spans: DaySpans, { say, locale }: Localizer): string => {
  if (!spans.length) return say('Closed');
  if (spans.some(({ start, end }) => !start && end >= MINUTES_A_DAY)) return say('All day');
  return spans
    .map(({ start, end }) => `${timeIn(locale, wall(0, start), 'UTC')} – ${timeIn(locale, wall(0, end), 'UTC')}`)
    .join(', ');
};

/** Spanish writes weekdays in lower case, but not at the beginning of a line. */
const capital = (words: string, locale: string): string => words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);

const weekTemplate = (hours: OpeningHours, localizer: Localizer): TemplateResult => {
  const { say, locale } = localizer;
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const days = (first: number, last: number) =>
    capital(
      first === last ? name.format(wall(first)) : `${name.format(wall(first))} – ${name.format(wall(last))}`,
      locale,
    );
  const row = (title: string, spans: DaySpans) =>
    html`<div>
      <dt><bdi>${title}</bdi></dt>
      <dd><bdi>${spansIn(spans, localizer)}</bdi></dd>
    </div>`;
  return html`<dl part="week">
    ${groupWeek(hours).map(({ first, last, spans }) => row(days(first, last), spans))}
    ${hours.holidays ? row(say('Public holidays'), hours.holidays) : nothing}
  </dl>`;
};

interface HoursPlace {
  /** As the author wrote them. */
  readonly written: string;
  readonly afterHours: string | undefined;
  readonly localizer: Localizer;
}

/** Whether the clinic is open, and what to do while it is not; the author's own words where they cannot be read. */
export const statusTemplate = ({ hours, status }: Opening, { written, afterHours, localizer }: HoursPlace): unknown => {
  if (!hours) return html`<p part="hours"><bdi>${written}</bdi></p>`;
  if (!status) return nothing;
  return html`<p part="status" class=${status.isOpen ? 'open' : 'closed'} lang=${localizer.locale}>
      <bdi>${withArticle(sentence(status, localizer))}</bdi>
    </p>
    ${!status.isOpen && afterHours ? html`<p part="after-hours"><bdi>${afterHours}</bdi></p>` : nothing}`;
};

/** The days and their hours: in a card, and wherever nothing can be said about now. */
export const hoursTemplate = ({ hours, status }: Opening, isCard: boolean, localizer: Localizer): unknown =>
  hours && (isCard || !status)
    ? html`<div part="hours" lang=${localizer.locale}>
        ${weekTemplate(hours, localizer)}
        ${
          status?.mayDifferOnHolidays
            ? html`<p><bdi>${localizer.say('Hours may differ on public holidays.')}</bdi></p>`
            : nothing
        }
      </div>`
    : nothing;

import type { ReactiveController, ReactiveElement } from 'lit';
import type { Clock } from '../http/transport.js';
import type { OpeningHours } from '../hours/opening-hours.js';
import { openingStatus, type OpeningStatus } from '../hours/opening-status.js';
import { parseHours } from '../hours/parse-hours.js';
import { dayOfDate, zoneClock } from '../hours/zone-clock.js';
import { CareError } from '../model/care-error.js';
import { complain } from './complain.js';
import { setStates } from './custom-states.js';

interface HoursHost extends ReactiveElement {
  readonly hours?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly holidays?: string | undefined;
  readonly clock: Clock;
}

/** What is known of a place's hours. */
export interface Opening {
  /** Absent where the author's words cannot be read. */
  readonly hours?: OpeningHours;
  /** Absent where nothing can be said about now. */
  readonly status?: OpeningStatus;
}

/**
 * Knows whether a clinic is open (`:state(open)`, `:state(closed)`), and has its element say it anew when that changes: one
 * timer, none while the element is out of the page, and a look at the clock when the page is seen again, since timers sleep
 * with the device.
 */
export class OpeningController implements ReactiveController {
  /** As of the host's last update. */
  opening: Opening = {};

  readonly #host: HoursHost;
  readonly #internals: ElementInternals;
  #cancel: (() => void) | undefined;

  constructor(host: HoursHost) {
    this.#host = host;
    this.#internals = host.attachInternals();
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this);
    this.#cancel?.();
  }

  handleEvent(): void {
    if (document.visibilityState === 'visible') this.#host.requestUpdate();
  }

  hostUpdate(): void {
    this.#cancel?.();
    this.opening = this.#read();
    const { status } = this.opening;
    setStates(this.#internals, ...(status ? [status.isOpen ? 'open' : 'closed'] : []));
  }

  #read(): Opening {
    const written = this.#host.hours?.trim();
    if (!written) return {};
    const hours = parseHours(written);
    const timeZone = this.#host.timeZone?.trim();
    const zone = timeZone ? zoneClock(timeZone) : undefined;
    // also where the hours need no zone: whoever wrote it meant something
    if (zone instanceof CareError) complain(this.#host, zone.detail);
    if (hours instanceof CareError) {
      complain(this.#host, hours.detail);
      return {};
    }
    const { clock } = this.#host;
    const holidays = this.#host.holidays ?? '';
    const now = clock.now();
    const dates = holidays.split(/[\s,;]+/).filter(Boolean);
    const odd = dates.find((date) => isNaN(dayOfDate(date)));
    if (odd) complain(this.#host, `holidays: "${odd}" cannot be read; write it like 2026-12-25`);
    else if (dates[0] && !hours.holidays) complain(this.#host, 'holidays need a PH rule in hours; write PH off');
    const status = openingStatus({ hours, timeZone, now: new Date(now), holidays: dates });
    if (status instanceof CareError) {
      complain(this.#host, status.detail);
      return { hours };
    }
    if (zone && !(zone instanceof CareError) && status.changesAt && this.#host.isConnected) {
      const midnight = zone.instantOf(zone.dayOf(now) + 1, 0); // "tomorrow" becomes "today"
      const wait = Math.min(Number(status.changesAt), midnight) - now;
      this.#cancel = clock.after(Math.max(1000, wait), () => this.#host.requestUpdate());
    }
    return { hours, status };
  }
}

import type { ReactiveController, ReactiveElement } from 'lit';
import type { OpeningHours } from '../hours/opening-hours.js';
import { openingStatus, type OpeningStatus } from '../hours/opening-status.js';
import { parseHours } from '../hours/parse-hours.js';
import { zoneClock } from '../hours/zone-clock.js';
import { CareError } from '../model/care-error.js';
import { complain } from './complain.js';

/** The time, and a way to be called later. */
export interface WallClock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** Calls `run` once after `ms` milliseconds, unless the returned function was called before. */
  after(ms: number, run: () => void): () => void;
}

const deviceClock: WallClock = {
  now: () => new Date().getTime(), // old libraries replace Date.now
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

interface HoursHost extends ReactiveElement {
  readonly hours?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly holidays?: string | undefined;
  readonly clock?: WallClock | undefined;
}

/** What is known of a place's hours. */
export interface Opening {
  /** Absent where the author's words cannot be read. */
  readonly hours?: OpeningHours;
  /** Absent where nothing can be said about now. */
  readonly status?: OpeningStatus;
}

/**
 * Knows whether a clinic is open (`:state(open)`, `:state(closed)`), and has its element say it anew when that changes: one timer, none while the element
 * is out of the page, and a look at the clock when the page is seen again, since timers sleep with the device.
 */
export class OpeningController implements ReactiveController {
  /** As of the host's last update. */
  opening: Opening = {};

  readonly #host: HoursHost;
  readonly #states: CustomStateSet;
  #cancel: (() => void) | undefined;

  constructor(host: HoursHost) {
    this.#host = host;
    this.#states = host.attachInternals().states;
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
    try {
      this.#states.clear();
      if (status) this.#states.add(status.isOpen ? 'open' : 'closed');
    } catch {
      // browsers before 2024 take only names with dashes; the states are for the page's style sheets alone
    }
  }

  #read(): Opening {
    const written = this.#host.hours?.trim();
    if (!written) return {};
    const hours = parseHours(written);
    if (hours instanceof CareError) {
      complain(this.#host, hours.detail);
      return {};
    }
    const { holidays = '', clock = deviceClock } = this.#host;
    const timeZone = this.#host.timeZone?.trim();
    const now = clock.now();
    const dates = holidays.split(/[\s,;]+/).filter(Boolean);
    const status = openingStatus({ hours, timeZone, now: new Date(now), holidays: dates });
    if (status instanceof CareError) {
      complain(this.#host, status.detail);
      return { hours };
    }
    const zone = timeZone ? zoneClock(timeZone) : undefined;
    if (zone instanceof CareError) {
      complain(this.#host, zone.detail); // a place that is always open needs none, but its owner meant something
    } else if (zone && status.changesAt && this.#host.isConnected) {
      const midnight = zone.instantOf(zone.dayOf(now) + 1, 0); // "tomorrow" becomes "today"
      const wait = Math.min(Number(status.changesAt), midnight) - now;
      this.#cancel = clock.after(Math.max(1000, wait), () => this.#host.requestUpdate());
    }
    return { hours, status };
  }
}

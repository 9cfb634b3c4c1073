import type { Clock } from '../../src/http/transport.js';

interface Timer {
  readonly due: number;
  readonly run: () => void;
}

/** A clock that a test turns by hand. */
export class ManualClock implements Clock {
  /** Milliseconds of every timer ever started, in order. */
  readonly started: number[] = [];
  readonly #timers = new Set<Timer>();
  readonly #watchers = new Set<() => void>();
  #now = 0;

  now = (): number => this.#now;

  after = (ms: number, run: () => void): (() => void) => {
    const timer = { due: this.#now + ms, run };
    this.#timers.add(timer);
    this.started.push(ms);
    for (const watch of [...this.#watchers]) watch();
    return () => void this.#timers.delete(timer);
  };

  /** How many timers are still to run: 0 once nothing is leaked. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Turns the clock and runs what is due, earliest first. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const [next] = [...this.#timers].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due);
      if (!next) break;
      this.#timers.delete(next);
      this.#now = next.due;
      next.run();
    }
    this.#now = end;
  }

  /** Resolves with the milliseconds of the `count`th timer, as soon as that has been started. */
  timer(count: number): Promise<number> {
    return new Promise((resolve) => {
      const watch = () => {
        const ms = this.started[count - 1];
        if (ms === undefined) return;
        this.#watchers.delete(watch);
        resolve(ms);
      };
      this.#watchers.add(watch);
      watch();
    });
  }
}

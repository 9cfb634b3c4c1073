interface Entry {
  readonly value: unknown;
  readonly storedAt: number;
}

export interface CachedAnswer {
  readonly value: unknown;
  /** Older than the cache's time to live: good enough to show while it is asked for again. */
  readonly isStale: boolean;
}

/** A bounded LRU cache, in memory only: nothing of what somebody read stays on the device. */
export class AnswerCache {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;
  readonly #timeToLive: number;
  readonly #capacity: number;

  /**
   * @param now The current time in milliseconds.
   * @param timeToLive Milliseconds until an entry is stale.
   * @param capacity Entries that are kept; the least recently used is dropped first.
   */
  constructor(now: () => number, timeToLive: number, capacity: number) {
    this.#now = now;
    this.#timeToLive = timeToLive;
    this.#capacity = capacity;
  }

  get(key: string): CachedAnswer | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key); // a Map keeps the order of insertion: what was used last is dropped last
    this.#entries.set(key, entry);
    return { value: entry.value, isStale: this.#now() - entry.storedAt > this.#timeToLive };
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  set(key: string, value: unknown): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, storedAt: this.#now() });
    if (this.#entries.size > this.#capacity) this.#entries.delete(this.#entries.keys().next().value ?? '');
  }
}

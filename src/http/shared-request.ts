/**
 * One running request that several callers wait for. A caller that aborts leaves the others served; when the last one
 * has left, the request itself is aborted.
 */
export class SharedRequest<T> {
  readonly #stop = new AbortController();
  readonly #result: Promise<T>;
  #callers = 0;

  constructor(start: (signal: AbortSignal) => Promise<T>) {
    // a turn later, so that `start` may name the variable that holds this object
    this.#result = Promise.resolve().then(() => start(this.#stop.signal));
    this.#result.catch(() => undefined); // every caller may have left: not an "unhandled rejection" on the host's page
  }

  /** True once everybody has left: too late to join. */
  get isAborted(): boolean {
    return this.#stop.signal.aborted;
  }

  /** Waits for the result until `signal` is aborted. */
  join(signal: AbortSignal): Promise<T> {
    if (signal.aborted) return Promise.reject(signal.reason as Error);
    this.#callers++;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(signal.reason as Error);
        if (!--this.#callers) this.#stop.abort(signal.reason);
      };
      signal.addEventListener('abort', leave, { once: true });
      const stopListening = () => signal.removeEventListener('abort', leave);
      this.#result.finally(stopListening).then(resolve, reject);
    });
  }
}

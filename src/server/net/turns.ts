/** Runs work, some at a time: what is more waits until one has ended. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

export const createTurns = (atOnce: number): Turns => {
  let running = 0;
  const queue: (() => void)[] = [];

  return async (work) => {
    if (running >= atOnce) await new Promise<void>((resolve) => queue.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running--;
    }
  };
};

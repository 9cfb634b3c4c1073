/** Code or text that is fetched once it is needed. */
export interface Lazy<T> {
  /** `undefined` until it is at hand. */
  readonly value: T | undefined;
  load(): Promise<T>;
}

export const lazily = <T>(fetch: (() => Promise<T>) | undefined): Lazy<T> => {
  let value: T | undefined;
  return {
    get value() {
      return value;
    },
    load: async () => {
      if (!fetch) throw new TypeError('nothing to fetch');
      return (value ??= await fetch());
    },
  };
};

export const loadAll = async (all: readonly (Lazy<unknown> | undefined)[]): Promise<boolean> => {
  const results = await Promise.allSettled(all.map((lazy) => lazy?.load()));
  return results.some(({ status }) => status === 'fulfilled');
};

/** The entries of a list that have at least their `name`; `undefined` where it is no list. Pages write what they like. */
export const entriesOf = <T>(value: readonly T[] | undefined, name: keyof T): readonly T[] | undefined =>
  Array.isArray(value)
    ? (value as readonly (T | null | undefined)[]).filter((entry): entry is T => typeof entry?.[name] === 'string')
    : undefined;

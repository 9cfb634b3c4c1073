/** Replaces an element's custom states (`:state(ready)`) by the given ones. */
export const setStates = ({ states }: ElementInternals, ...names: readonly string[]): void => {
  try {
    states.clear();
    for (const name of names) states.add(name);
  } catch {
    // Browsers before 2024 take only names with dashes; states are for the page's style sheets alone.
  }
};

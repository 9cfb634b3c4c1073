// Loaded only where a filter turned out to be ignored.

const said = new Set<string>();

/** Tells the webmaster, once for a filter, why a list is empty. */
export const tellIgnoredFilter = (filter: string, value: string, endpoint: string): void => {
  const text = `care-widgets shows nothing for ${filter}="${value}": the content type of this endpoint has no ${filter}, so that WordPress ignores the filter and would answer with everything | Leave out ${filter}, or let the site register that taxonomy for the type (show_in_rest). | ${endpoint}`;
  if (said.has(text)) return;
  said.add(text);
  console.warn(text);
};

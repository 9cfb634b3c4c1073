/** Attributes whose value is words for visitors: there quotation marks may be meant. */
const WORDS = /^(?:heading|label|name|after-hours|.*-(?:label|text|message))$/;

/**
 * An attribute's value without the quotation marks around it that an editor has made curly: HTML knows only straight ones,
 * and takes those as part of the value.
 */
export const unquoted = (attribute: string, value: string): string =>
  WORDS.test(attribute) ? value : value.replace(/^[“”„″‘’](.*)[“”″‘’]$/, '$1');

/** {@link unquoted} value of an attribute; `null` where it is absent. */
export const readAttribute = (element: Element, attribute: string): string | null => {
  const value = element.getAttribute(attribute);
  return value === null ? value : unquoted(attribute, value);
};

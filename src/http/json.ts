import type { Answer } from './http.js';
import { salvageJson } from './salvage-json.js';

/** The JSON in a response. @throws CareError `malformed` where there is none. */
export const parseJson = (answer: Answer): unknown => {
  try {
    return JSON.parse(answer.text);
  } catch (cause) {
    return salvageJson(answer, cause);
  }
};

/**
 * JSON of plain data, whatever old libraries of the host page put on prototypes: the `toJSON` that Prototype 1.6 gives
 * arrays and strings would write them as text within text.
 */
export const toJsonText = (value: unknown): string =>
  JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, name) {
    return this[name]; // what the holder has, before any `toJSON`
  });

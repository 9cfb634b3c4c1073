import type { Answer } from './http.js';
import { salvageJson } from './salvage-json.js';

/** The JSON in an answer. @throws CareError `malformed` where there is none. */
export const parseJson = (answer: Answer): unknown => {
  try {
    return JSON.parse(answer.text);
  } catch (cause) {
    return salvageJson(answer, cause);
  }
};

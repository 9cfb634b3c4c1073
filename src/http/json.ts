import type { Answer } from './http.js';

/** The JSON in an answer. Rejects with `malformed` where there is none. */
export const parseJson = async (answer: Answer): Promise<unknown> => {
  try {
    return JSON.parse(answer.text);
  } catch (cause) {
    return (await import('./salvage-json.js')).salvageJson(answer, cause);
  }
};

import type { Answer, Http } from '../../src/http/http.js';

/** A feed is one file for all questions: it is read once. */
export const readingOnce = (http: Http): Http => {
  const answers = new Map<string, Promise<Answer>>();
  return {
    get(url, signal) {
      const known = answers.get(url);
      if (known) return known;
      const answer = http.get(url, signal);
      answers.set(url, answer);
      answer.catch(() => answers.delete(url));
      return answer;
    },
  };
};

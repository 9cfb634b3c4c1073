import { createReadStream, existsSync } from 'node:fs';

/**
 * Serves the file that `CARE_XSS_CORPUS` names (`{"payloads": [{"source", "html"}]}`) to the sanitiser's suite, which
 * says so and passes where there is none.
 */
export const xssCorpusMiddleware =
  (file = process.env.CARE_XSS_CORPUS) =>
  (context, next) => {
    if (context.path !== '/__care/xss-corpus.json') return next();
    context.type = 'json';
    context.body = file && existsSync(file) ? createReadStream(file) : '{"payloads": []}';
    return undefined;
  };

import type { Settings } from '../../model/settings.js';
import { createRenderer, type Problem } from '../renderer.js';
import type { Arguments } from './arguments.js';
import { FileError, findFiles, readPageFile, writePageFile, type FoundFile } from './files.js';

/** What became of one file. */
export interface FileResult {
  readonly path: string;
  /** Whether it was written, or with `--check` would be. */
  readonly isChanged: boolean;
  /** Elements that hold their text. */
  readonly rendered: number;
  readonly problems: readonly Problem[];
  /** Why it was left as it is. */
  readonly error?: string;
}

export interface Result {
  readonly files: readonly FileResult[];
  /** Patterns that name no file. */
  readonly missing: readonly string[];
}

/** Called after each step, for a display of the progress. */
export type Progress = (done: number, total: number) => void;

/** Files at a time: all that they need of an endpoint is asked for in one turn, and so in one request where it can be. */
const AT_ONCE = 32;

/** Runs `work` on all items, {@link AT_ONCE} at a time. Resolves to the results in the order of the items. */
const forAll = async <T, R>(items: readonly T[], work: (some: readonly T[]) => Promise<R[]>): Promise<R[]> => {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) results.push(...(await work(items.slice(at, at + AT_ONCE))));
  return results;
};

/** Most files hold no element of ours: those need no parser. */
const MAY_HOLD_TAGS = /<care-/i;

/** The text of a file that has something to fill, or why it has none. */
const readAll = (files: readonly FoundFile[]): Promise<(string | FileError | undefined)[]> =>
  Promise.all(
    files.map(async ({ path }) => {
      try {
        const html = await readPageFile(path);
        return MAY_HOLD_TAGS.test(html) ? html : undefined;
      } catch (error) {
        if (error instanceof FileError) return error;
        throw error;
      }
    }),
  );

/** Fills the files that the arguments name. Never rejects because of a file or an endpoint. */
export const renderFiles = async (
  { patterns, endpoint, source, key, locale, site, isCheck }: Arguments,
  progress: Progress = () => undefined,
): Promise<Result> => {
  const { files, missing, closed } = await findFiles(patterns, site);
  const settings: Settings = {
    ...(endpoint ? { endpoint } : {}),
    ...(source ? { source } : {}),
    ...(key ? { key } : {}),
    ...(locale ? { locale } : {}),
  };
  const renderer = createRenderer({ settings, timeToLive: Infinity });

  await forAll(files, async (some) => {
    const texts = await readAll(some);
    for (const [index, html] of texts.entries()) if (typeof html === 'string') await renderer.scan(html, some[index]);
    return [];
  });

  const fill = async (file: FoundFile, html: string | FileError | undefined): Promise<FileResult> => {
    const { path } = file;
    const nothing = { path, isChanged: false, rendered: 0, problems: [] };
    try {
      if (html instanceof FileError) throw html;
      if (html === undefined) return nothing;
      const { html: filled, rendered, problems } = await renderer.render(html, file);
      const isChanged = filled !== html;
      if (isChanged && !isCheck) await writePageFile(path, filled);
      return { path, isChanged, rendered, problems };
    } catch (error) {
      if (error instanceof FileError) return { ...nothing, error: error.message };
      throw error;
    }
  };

  let done = 0;
  const results = await forAll(files, async (some) => {
    const texts = await readAll(some);
    const filled = await Promise.all(some.map((file, index) => fill(file, texts[index])));
    progress((done += some.length), files.length);
    return filled;
  });
  const unread = closed.map((path) => ({
    ...{ path, isChanged: false, rendered: 0, problems: [] },
    error: 'this folder cannot be read: no permission',
  }));
  return { files: [...results, ...unread], missing };
};

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

/** Told of each step, for whoever waits. */
export type Progress = (done: number, total: number) => void;

/** Files at a time: their articles are asked for together. */
const CONCURRENCY = 32;

/** Runs `work` on all items, {@link CONCURRENCY} at a time. Answers in their order. */
const forAll = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  let next = 0;
  const run = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, run));
  return results;
};

/** Nothing of ours is in most files: those need no parser. */
const MAY_HOLD_TAGS = /<care-/i;

const textIn = async ({ path }: FoundFile): Promise<string | undefined> => {
  const html = await readPageFile(path);
  return MAY_HOLD_TAGS.test(html) ? html : undefined;
};

/** Fills the files that the arguments name. Never rejects because of a file or an endpoint. */
export const renderFiles = async (
  { patterns, endpoint, source, locale, site, isCheck }: Arguments,
  progress: Progress = () => undefined,
): Promise<Result> => {
  const { files, missing } = await findFiles(patterns, site);
  const settings: Settings = {
    ...(endpoint ? { endpoint } : {}),
    ...(source ? { source } : {}),
    ...(locale ? { locale } : {}),
  };
  const renderer = createRenderer({ settings, timeToLive: Infinity });

  await forAll(files, async (file) => {
    const html = await textIn(file).catch(() => undefined); // the second reading tells
    if (html) await renderer.scan(html, file);
  });

  let done = 0;
  const results = await forAll(files, async (file): Promise<FileResult> => {
    const { path } = file;
    const nothing = { path, isChanged: false, rendered: 0, problems: [] };
    try {
      const html = await textIn(file);
      if (!html) return nothing;
      const { html: filled, rendered, problems } = await renderer.render(html, file);
      const isChanged = filled !== html;
      if (isChanged && !isCheck) await writePageFile(path, filled);
      return { path, isChanged, rendered, problems };
    } catch (error) {
      if (error instanceof FileError) return { ...nothing, error: error.message };
      throw error;
    } finally {
      progress(++done, files.length);
    }
  });
  return { files: results, missing };
};

import { fieldsOf } from '../../sources/shared/read.js';
import { StoreError, type Store } from './store.js';

// The folder may hold other files: somebody may choose the site's own folder.

/** Version URL of JSON Feed. */
export const VERSION = 'https://jsonfeed.org/version/1.1';

/** Whether a file name is that of a copy of a picture. */
export const isCopy = (file: string): boolean => /^[\da-f]{16}-\d+\.webp$/.test(file);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** Whether a text is a page of a feed as a snapshot writes it. */
export const isOwnFeed = (text: string): boolean => {
  const { version, items } = fieldsOf(parse(text));
  return version === VERSION && Array.isArray(items) && items.every((item) => '_care' in fieldsOf(item));
};

const isOwnCategories = (text: string): boolean => {
  const list = parse(text);
  return Array.isArray(list) && list.every((one) => 'count' in fieldsOf(one));
};

/** @throws StoreError Where a first run would write over a file that no snapshot has written. */
export const refuseOthers = async (store: Store): Promise<void> => {
  for (const [name, isOwn] of [
    ['feed.json', isOwnFeed],
    ['categories.json', isOwnCategories],
  ] as const) {
    const text = await store.read(name);
    if (text !== undefined && !isOwn(text))
      throw new StoreError(
        `${name} is there already in ${store.folder}, and no snapshot has written it: choose another folder, as --out blog`,
      );
  }
};

import type { Article } from '../../model/article.js';
import { isCopy } from './own-files.js';
import type { State } from './state.js';
import type { Store } from './store.js';

/** Puts the known articles into the order in which the source lists them, which decides among those of one day. */
export const inOrder = ({ articles }: State, listed: readonly Article[]): void => {
  const ids = new Set([...listed.map(({ id }) => id), ...articles.keys()]);
  const entries = [...ids].flatMap((id) => [...(articles.has(id) ? [[id, articles.get(id)] as const] : [])]);
  articles.clear();
  for (const [id, known] of entries) if (known) articles.set(id, known);
};

/** Removes copies of pictures that no article shows any more. */
export const removePictures = async (store: Store, state: State): Promise<void> => {
  const used = new Set([...state.articles.values()].flatMap(({ pictures }) => pictures));
  for (const file of await store.list('pictures'))
    if (isCopy(file) && !used.has(file)) await store.remove(`pictures/${file}`);
  await store.removeFolder('pictures'); // if it is empty now
  for (const [url, files] of state.pictures) if (!files.some(({ file }) => used.has(file))) state.pictures.delete(url);
  for (const url of state.stamps.keys()) if (!state.pictures.has(url)) state.stamps.delete(url);
};

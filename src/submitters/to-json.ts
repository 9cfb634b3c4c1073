import type { FormEntry } from '../model/submitter.js';

type Tree = { [key: string]: string | string[] | Tree };

/**
 * Entries as the object that PHP, Rails and `qs` make of a posted form: `consent[id]` nests, `list[]` and a repeated
 * name become an array.
 */
export const toJson = (entries: readonly FormEntry[]): Tree => {
  // Without a prototype, so that a field called __proto__ is a field like any other.
  const root = Object.create(null) as Tree;
  for (const [name, value] of entries) {
    const path = name.replace(/\]/g, '').split('[');
    const isList = path.length > 1 && path.at(-1) === '';
    if (isList) path.pop();
    const last = path.pop() ?? name;
    let node = root;
    for (const key of path) {
      const next = node[key];
      node = node[key] = typeof next === 'object' && !Array.isArray(next) ? next : (Object.create(null) as Tree);
    }
    const held = node[last];
    if (Array.isArray(held)) held.push(value);
    else node[last] = typeof held === 'string' ? [held, value] : isList ? [value] : value;
  }
  return root;
};

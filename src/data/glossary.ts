import type { Author } from '../model/author.js';
import { credentialOf, plainLetters, type Credential } from './credentials.js';

/** Letters, and what is known of them: words of the owner's own, or an entry of the data. */
export type Explained = readonly [letters: string, meaning: string | Credential];

/** An owner's own words, by letters. */
type Expansions = string | Readonly<Record<string, string>> | undefined;

/** `LAC: Licensed Addiction Counselor; MS:` and `{ LAC: '…' }` alike. What has no colon says nothing about any letters. */
const ownWords = (expansions: Expansions): ReadonlyMap<string, string> => {
  const entries =
    typeof expansions === 'string'
      ? expansions
          .split(';')
          .filter((entry) => entry.includes(':'))
          .map((entry): [string, string] => [entry.slice(0, entry.indexOf(':')), entry.slice(entry.indexOf(':') + 1)])
      : Object.entries(expansions ?? {});
  return new Map(entries.map(([letters, words]) => [plainLetters(letters), words.trim()]));
};

/** What can be said about the letters of these authors, each once, in their order. */
export const explain = (authors: readonly Author[], expansions: Expansions): Explained[] => {
  const own = ownWords(expansions);
  return [...new Set(authors.flatMap(({ credentials }) => credentials))].flatMap((letters): Explained[] => {
    const meaning = own.get(plainLetters(letters)) ?? credentialOf(letters);
    return meaning ? [[letters, meaning]] : [];
  });
};

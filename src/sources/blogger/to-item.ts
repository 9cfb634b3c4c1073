import { fieldsOf, listOf, omitEmpty, textOf, type Fields } from '../shared/read.js';

/** Google's JSON form of Atom writes the text of an element as `$t`. */
export const wordsIn = (element: unknown): string => textOf(fieldsOf(element).$t);

/** The part of a picture's URL that says its size: `/s72-c/`, `/w400-h300/`, `=s1600`. */
const SIZE = /(?<=[/=])(?:s\d+|w\d+(?:-h\d+)?)(?:-[a-z]+)*(?=\/|$)/;

/** The thumbnail is cut to 72 pixels; Google's image server gives any other width under the same name. */
const pictureOf = (thumbnail: Fields): { image?: string; sources?: object[] } => {
  const url = textOf(thumbnail.url);
  if (!SIZE.test(url)) return omitEmpty({ image: url });
  const inWidth = (width: number) => url.replace(SIZE, `w${width}`);
  return { image: inWidth(800), sources: [400, 800, 1600].map((width) => ({ url: inWidth(width), width })) };
};

/**
 * A post of Blogger as an item of JSON Feed. Blogger has one kind of label: each is a category, to filter by, and a tag.
 */
export const toItem = (post: Fields): Fields => {
  const id = wordsIn(post.id);
  const page = listOf(post.link).find(({ rel }) => rel === 'alternate');
  const labels = listOf(post.category)
    .map(({ term }) => textOf(term))
    .filter(Boolean);
  const { image, sources } = pictureOf(fieldsOf(post.media$thumbnail));
  const people = listOf(post.author).map(({ name, uri }) => ({
    name: wordsIn(name),
    ...omitEmpty({ url: wordsIn(uri) }),
  }));
  return {
    id: /\.post-(\d+)$/.exec(id)?.[1] ?? id,
    ...omitEmpty({ url: textOf(page?.href), image }),
    title: wordsIn(post.title),
    summary: wordsIn(post.summary),
    content_html: wordsIn(post.content) || wordsIn(post.summary),
    date_published: wordsIn(post.published),
    date_modified: wordsIn(post.updated),
    authors: people.filter(({ name }) => name && name !== 'Unknown'),
    tags: labels,
    _care: {
      categories: labels.map((name) => ({ name })),
      image: { sources },
    },
  };
};

/*
 * Children that a renderer put into an element, read back as the data that they show: docs/rendered-html.md names the
 * parts. They belong to the page: order, wrapping and whatever else was done to them on the way do not matter.
 */
import { safeUrl } from '../../html/urls.js';
import type { Article } from '../../model/article.js';
import type { Author } from '../../model/author.js';
import type { Picture } from '../../model/picture.js';
import type { Category } from '../../model/taxonomy.js';
import { countOf, omitEmpty } from '../../sources/shared/read.js';

const selectorOf = (part: string): string => `[data-care-part~="${part}"]`;

export const partsOf = (root: ParentNode, part: string): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(selectorOf(part)),
];

export const partOf = (root: ParentNode, part: string): HTMLElement | null => root.querySelector(selectorOf(part));

/** Whether an element is one of these parts. */
export const isPart = (element: Element, ...parts: readonly string[]): boolean =>
  element.matches(parts.map(selectorOf).join());

export const wordsOf = (element: Element | null | undefined): string =>
  element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

const urlOf = (element: Element | null, attribute = 'href'): string | undefined =>
  safeUrl(element?.getAttribute(attribute), document.baseURI);

const timeOf = (root: Element, part: string): string | undefined =>
  root.querySelector(`time${selectorOf(part)}, ${selectorOf(part)} > time`)?.getAttribute('datetime') ?? undefined;

const readPicture = (root: Element): Picture | undefined => {
  const image = root.querySelector<HTMLImageElement>(`img${selectorOf('image')}`);
  const url = urlOf(image, 'src');
  if (!image || !url) return undefined;
  const { alt, srcset } = image;
  const size = (name: string) => countOf(image.getAttribute(name));
  return {
    url,
    alt,
    ...omitEmpty({ width: size('width'), height: size('height'), caption: wordsOf(partOf(root, 'caption')) }),
    sources: [...srcset.matchAll(/(\S+) (\d+)w/g)].map(([, address = '', width]) => ({
      url: address,
      width: Number(width),
    })),
  };
};

/** People within `root`, each in a part of that name. */
export const readAuthors = (root: Element, part = 'author'): Author[] =>
  partsOf(root, part).map((person) => {
    const name = partOf(person, 'name') ?? person;
    return {
      name: wordsOf(name),
      credentials: wordsOf(partOf(person, 'credentials')).split(', ').filter(Boolean),
      ...omitEmpty({
        url: urlOf(name),
        imageUrl: safeUrl(partOf(person, 'image')?.getAttribute('src'), document.baseURI),
      }),
    };
  });

/** Links to categories. */
export const readCategories = (root: Element, part: string): Category[] =>
  partsOf(root, part).map((link) => ({
    id: '',
    slug: link.dataset.careSlug ?? '',
    name: wordsOf(link),
    ...omitEmpty({ url: urlOf(link) }),
  }));

/** The categories that an article lists, or the one that a card names. */
const readTopics = (root: Element): Category[] => {
  const listed = readCategories(root, 'category');
  const name = wordsOf(partOf(root, 'eyebrow'));
  return listed.length || !name ? listed : [{ id: '', slug: '', name }];
};

/** A card or an article; without a title it is neither. Its text stays where it is: it is not read. */
export const readArticle = (root: HTMLElement): Article | undefined => {
  const title = partOf(root, 'title');
  const { careId = '', careSlug = '' } = (partOf(root, 'card') ?? partOf(root, 'article') ?? root).dataset;
  return title
    ? {
        id: careId,
        slug: careSlug,
        title: wordsOf(title),
        excerpt: wordsOf(partOf(root, 'excerpt')),
        authors: readAuthors(root),
        reviewers: readAuthors(root, 'reviewer'),
        categories: readTopics(root),
        tags: [],
        isProtected: !!partOf(root, 'protected'),
        ...omitEmpty({
          url: urlOf(root.matches('a') ? root : partOf(root, 'link')),
          publishedAt: timeOf(root, 'date') ?? timeOf(root, 'published'),
          updatedAt: timeOf(root, 'updated'),
          reviewedAt: timeOf(root, 'review'),
          reviewDue: timeOf(root, 'next-review'),
          image: readPicture(root),
          readingMinutes: countOf(wordsOf(partOf(root, 'reading-time')).match(/\d+/)?.[0]),
          language: title.querySelector('[lang]')?.getAttribute('lang') ?? undefined,
        }),
      }
    : undefined;
};

/** Properties that rendered HTML does not hold, or that the page's owner may have changed in it. */
const UNSAID = /^(?:id|slug|url|tags|sources|list|width|height|language|readingMinutes)$/;

/** People whom an article has, and whom a link, a small card or `without-byline` leaves out. */
const PEOPLE = /^(?:authors|reviewers)$/;

/** Whether an answer has the same values as what is shown; what is not shown is not compared. */
export const agrees = (shown: unknown, answer: unknown): boolean => {
  if (shown === '' || shown === undefined) return true;
  if (typeof shown !== 'object' || shown === null) return shown === answer;
  if (Array.isArray(shown) && (!Array.isArray(answer) || answer.length !== shown.length)) return false;
  return Object.entries(shown).every(([name, value]) => {
    const told: unknown = Reflect.get(Object(answer) as object, name);
    const isLeftOut = PEOPLE.test(name) && Array.isArray(value) && !value.length;
    // a card names the first of its article's categories, or none
    const isCut = name === 'categories' && Array.isArray(told) && Array.isArray(value);
    return isLeftOut || UNSAID.test(name) || agrees(value, isCut ? told.slice(0, value.length) : told);
  });
};

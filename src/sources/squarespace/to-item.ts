import { countOf, fieldsOf, omitEmpty, textOf, timeOf, toIso, type Fields } from '../shared/read.js';

/** Widths in pixels in which Squarespace's image server gives every picture, by `?format=750w`. */
const WIDTHS = [300, 500, 750, 1000, 1500, 2500];

/** A moment in milliseconds as the site's own day and time. */
export const zonedTime = (value: unknown, timeZone: string): string | undefined => {
  const time = countOf(value);
  if (!time) return undefined;
  const utc = `${toIso(time).slice(0, 19)}Z`;
  try {
    const parts = new Intl.DateTimeFormat('sv', {
      timeZone,
      ...({ dateStyle: 'short', timeStyle: 'medium' } as const), // 2024-03-02 23:30:00
    }).format(time);
    const local = `${parts.replace(' ', 'T')}Z`;
    const minutes = Math.round((timeOf(local) - timeOf(utc)) / 6e4);
    if (!minutes) return utc;
    return local.slice(0, 19) + (minutes < 0 ? '-' : '+') + toIso(Math.abs(minutes) * 6e4).slice(11, 16);
  } catch {
    return utc; // no zone, or one that nobody knows
  }
};

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(textOf).filter(Boolean) : []);

/** `originalSize` is "1500x1000"; every smaller width is of the same crop. */
const pictureOf = ({ assetUrl, originalSize, contentType }: Fields): { image?: string; _image?: object } => {
  const url = textOf(assetUrl);
  // a post without a picture has a URL that ends in a slash
  if (!url || url.endsWith('/') || /^(?:video|audio)\b/.test(textOf(contentType))) return {};
  const [, width = '', height = ''] = /^(\d+)x(\d+)$/.exec(textOf(originalSize)) ?? [];
  const inWidth = (pixels: number) => `${url}?format=${pixels}w`;
  const sources = WIDTHS.filter((pixels) => pixels <= +width).map((pixels) => ({
    url: inWidth(pixels),
    width: pixels,
    height: Math.round((pixels / +width) * +height),
  }));
  const main = sources.find((source) => source.width >= 640) ?? sources.at(-1);
  return {
    image: main?.url ?? inWidth(1000),
    _image: { ...omitEmpty({ width: main?.width, height: main?.height }), sources },
  };
};

/** A post of Squarespace as an item of JSON Feed. `timeZone` is the site's, as `America/New_York`. */
export const toItem = (post: Fields, timeZone: string): Fields => {
  const { image, _image } = pictureOf(post);
  const author = fieldsOf(post.author);
  const name = textOf(author.displayName);
  return {
    id: textOf(post.id),
    url: textOf(post.fullUrl) || undefined,
    title: textOf(post.title),
    summary: textOf(post.excerpt),
    content_html: textOf(post.body),
    date_published: zonedTime(post.publishOn ?? post.addedOn, timeZone),
    date_modified: zonedTime(post.updatedOn, timeZone),
    authors: name ? [{ name, ...omitEmpty({ url: textOf(author.websiteUrl) }) }] : [],
    tags: textsOf(post.tags),
    ...omitEmpty({ image }),
    _care: {
      slug: textOf(post.urlId).split('/').pop(),
      categories: textsOf(post.categories).map((one) => ({ name: one })),
      ...(_image ? { image: _image } : {}),
    },
  };
};

import { element, type Attributes, type Child, type Markup } from '../../html/markup.js';
import { serialise } from '../../html/serialise.js';
import { safeUrl } from '../../html/urls.js';
import type { Localizer } from '../../localize/localizer.js';
import type { Article } from '../../model/article.js';
import type { SafeHtml } from '../../model/safe-html.js';
import type { Picture } from '../../model/picture.js';

/** An article whose text is what `articleBody()` made, or what `sanitise()` wrote. */
export interface WrittenArticle extends Omit<Article, 'body'> {
  readonly body?: string | SafeHtml | undefined;
}

/** A sanitised text as HTML, whichever form it has. */
export const markupOf = (text: string | SafeHtml): string => (typeof text === 'string' ? text : serialise(text));

/** An element with the name of one part, or of several separated by blanks, in `data-care-part`. */
export const part = (name: string, parts: string, attributes: Attributes, ...children: readonly Child[]): Markup =>
  element(name, { 'data-care-part': parts, ...attributes }, ...children);

/** A heading of any level, 1 to 6. */
export const heading = (level: number, attributes: Attributes, ...children: readonly Child[]): Markup =>
  part(`h${level}`, 'title', attributes, ...children);

/** The `lang` attribute of an article's text, where its language is known. */
export const languageOf = ({ language }: Pick<Article, 'language'>): Attributes => ({ lang: language || undefined });

/** The title, or the widget's own words in its place. */
export const titleOf = (
  article: Pick<Article, 'title' | 'language'>,
  { say, locale }: Localizer,
): { readonly text: string; readonly lang: Attributes } =>
  article.title
    ? { text: article.title, lang: languageOf(article) }
    : { text: say('Untitled article'), lang: { lang: locale } };

export const identifiers = ({ id, slug }: Pick<Article, 'id' | 'slug'>): Attributes => ({
  'data-care-id': id || undefined,
  'data-care-slug': slug || undefined,
});

export const time = (iso: string, { day }: Localizer): Markup => element('time', { datetime: iso }, day(iso));

/** A picture in the size that fits; nothing where its URL is none. */
export const picture = (
  { url, width, height, alt, sources }: Picture,
  sizes: string,
  loading: 'lazy' | 'eager',
): Markup | undefined => {
  const src = safeUrl(url);
  const candidates = sources.flatMap((source) => {
    const address = safeUrl(source.url);
    return address ? `${address} ${source.width}w` : [];
  });
  return src
    ? part('img', 'image', {
        loading,
        decoding: 'async',
        referrerpolicy: 'no-referrer',
        width,
        height,
        sizes,
        srcset: candidates.length > 1 ? candidates.join(', ') : undefined,
        src,
        alt,
      })
    : undefined;
};

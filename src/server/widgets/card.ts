import { element, type Markup } from '../../html/markup.js';
import type { Article } from '../../model/article.js';
import { CARD_SIZES, cardLayoutOf } from '../../model/card-layout.js';
import type { RenderContext } from '../context.js';
import { heading, identifiers, languageOf, part, picture, titleOf } from './parts.js';
import { byline } from './people.js';

/** One article as a card. `layout`: `vertical`, `horizontal` or `compact`. */
export const card = (article: Article, layout: keyof typeof CARD_SIZES, context: RenderContext): Markup => {
  const { localizer, has } = context;
  const { excerpt, image, authors, publishedAt } = article;
  const isCompact = layout === 'compact';
  const href = context.articleHref(article);
  const title = titleOf(article, localizer);
  const date = !has('without-date') && publishedAt ? localizer.day(publishedAt) : '';
  const shown = has('without-image') || !image ? undefined : picture(image, CARD_SIZES[layout], 'lazy');
  return part(
    'article',
    'card',
    identifiers(article),
    shown && part('div', 'frame', {}, shown),
    part(
      'div',
      'content',
      {},
      heading(
        context.headingLevel,
        { dir: 'auto' },
        href ? part('a', 'link', { href, ...title.lang }, title.text) : element('span', title.lang, title.text),
      ),
      !has('without-excerpt') &&
        !isCompact &&
        !!excerpt &&
        part('p', 'excerpt', { dir: 'auto', ...languageOf(article) }, excerpt),
      !has('without-byline') && !isCompact && byline(authors, localizer),
      !!date && part('time', 'date', { dir: 'auto', datetime: publishedAt, lang: localizer.locale }, date),
    ),
  );
};

export const articleCard = (article: Article, context: RenderContext): Markup =>
  card(article, cardLayoutOf(context.read('layout')), context);

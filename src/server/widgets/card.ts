import { element, fillPhrase, type Markup } from '../../html/markup.js';
import type { Article } from '../../model/article.js';
import { CARD_SIZES, cardLayoutOf } from '../../model/card-layout.js';
import type { RenderContext } from '../context.js';
import { heading, identifiers, languageOf, part, picture, titleOf } from './parts.js';
import { byline, people } from './people.js';

type Layout = keyof typeof CARD_SIZES;

/** What the other cards of a list say about pictures: see `picturesIn`. */
type Pictures = 'drawn' | 'none' | 'own';

const frame = ({ image }: Article, layout: Layout, pictures: Pictures, { has }: RenderContext): Markup | undefined => {
  if (has('without-image') || pictures === 'none') return undefined;
  const shown = image && picture(image, CARD_SIZES[layout], 'lazy');
  if (shown) return part('div', 'frame', {}, shown);
  return pictures === 'drawn' ? part('div', 'frame placeholder', {}) : undefined;
};

const foot = (article: Article, isCompact: boolean, { localizer, has }: RenderContext): Markup | undefined => {
  const { authors, reviewers, publishedAt, readingMinutes: minutes } = article;
  const { say, locale } = localizer;
  const isNamed = !has('without-byline') && !isCompact;
  const date = !has('without-date') && publishedAt ? localizer.day(publishedAt) : '';
  const isReviewed = isNamed && reviewers.length > 0;
  return isReviewed || (isNamed && authors.length > 0) || date || minutes
    ? part(
        'div',
        'foot',
        {},
        isReviewed &&
          part(
            'p',
            'reviewed',
            { dir: 'auto', lang: locale },
            fillPhrase(say('Reviewed by {names}'), { names: people(reviewers, 'reviewer', localizer) }),
          ),
        isNamed && byline(authors, localizer),
        !!date && part('time', 'date', { dir: 'auto', datetime: publishedAt, lang: locale }, date),
        !!minutes &&
          part('span', 'reading-time', { dir: 'auto', lang: locale }, say('{minutes} min', { minutes: `${minutes}` })),
      )
    : undefined;
};

/** One article as a card. `layout`: `vertical`, `horizontal` or `compact`. */
export const card = (article: Article, layout: Layout, context: RenderContext, pictures: Pictures = 'own'): Markup => {
  const { localizer, has } = context;
  const { excerpt, categories } = article;
  const isCompact = layout === 'compact';
  const href = context.articleHref(article);
  const title = titleOf(article, localizer);
  const topic = isCompact ? '' : categories[0]?.name;
  return part(
    'article',
    'card',
    identifiers(article),
    frame(article, layout, pictures, context),
    part(
      'div',
      'content',
      {},
      !!topic && part('p', 'eyebrow', { dir: 'auto', ...languageOf(article) }, topic),
      heading(
        context.headingLevel,
        { dir: 'auto' },
        href ? part('a', 'link', { href, ...title.lang }, title.text) : element('span', title.lang, title.text),
      ),
      !has('without-excerpt') &&
        !isCompact &&
        !!excerpt &&
        part('p', 'excerpt', { dir: 'auto', ...languageOf(article) }, excerpt),
      foot(article, isCompact, context),
    ),
  );
};

export const articleCard = (article: Article, context: RenderContext): Markup =>
  card(article, cardLayoutOf(context.read('layout')), context);

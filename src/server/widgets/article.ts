import { element, fillPhrase, pieces, sanitised, type Child, type Markup } from '../../html/markup.js';
import { nestOutline, type OutlineTree } from '../../html/read/outline.js';
import { directionOf } from '../../html/read/direction.js';
import { prepareMarkup, type PreparedMarkup } from '../../html/read/prepare-markup.js';
import { originOf, safeUrl } from '../../html/urls.js';
import { readingMinutes } from '../../localize/reading-time.js';
import { ARTICLE_SIZES } from '../../model/card-layout.js';
import { describeArticle } from '../../model/structured-data.js';
import type { RenderContext } from '../context.js';
import { heading, identifiers, languageOf, markupOf, part, picture, titleOf, type WrittenArticle } from './parts.js';
import { daysOf, published, trust } from './trust.js';

const figure = (article: WrittenArticle): Markup | undefined => {
  const { image } = article;
  const shown = image && picture(image, ARTICLE_SIZES, 'eager');
  return (
    shown &&
    part(
      'figure',
      'figure',
      {},
      shown,
      !!image.caption && part('figcaption', 'caption', { dir: 'auto', ...languageOf(article) }, image.caption),
    )
  );
};

const toc = ({ outline }: PreparedMarkup, article: WrittenArticle, { localizer }: RenderContext) => {
  const { say, locale } = localizer;
  const entries = (tree: readonly OutlineTree[]): Child =>
    tree.map(({ id, text, below }) =>
      element(
        'li',
        {},
        part('a', 'toc-link', { href: `#${id}`, ...languageOf(article) }, text),
        below.length > 0 && element('ul', {}, entries(below)),
      ),
    );
  return outline.length > 1
    ? part(
        'nav',
        'toc',
        { 'aria-label': say('On this page') },
        element(
          'details',
          {},
          element(
            'summary',
            { lang: locale },
            part('span', 'toc-title', {}, say('On this page')),
            ' ',
            part('span', 'toc-count', {}, `(${outline.length})`),
          ),
          element('ul', { dir: 'auto' }, entries(nestOutline(outline))),
        ),
      )
    : undefined;
};

/** What is shown in place of a text: that it is not public, or the teaser. */
const instead = (article: WrittenArticle, context: RenderContext): Markup => {
  const { say, locale } = context.localizer;
  if (article.isProtected) {
    const href = safeUrl(article.url);
    return part(
      'div',
      'protected',
      { lang: locale },
      element('p', {}, say('This text is not public.')),
      href &&
        part(
          'a',
          'source',
          { href, rel: 'noopener noreferrer' },
          say('Read it on {site}', { site: new URL(href).host }),
        ),
    );
  }
  const href = context.has('excerpt-only') ? context.articleHref(article) : undefined;
  return pieces(
    !!article.excerpt && part('p', 'excerpt', { dir: 'auto', ...languageOf(article) }, article.excerpt),
    href && element('p', { lang: locale }, part('a', 'more', { href }, say('Read the whole article'))),
  );
};

/** Where it was first published, unless the page itself is there. */
const attribution = (
  { url, siteName, publishedAt = '' }: WrittenArticle,
  { localizer, has, read, page }: RenderContext,
): Markup | undefined => {
  const source = originOf(read('endpoint'));
  const own = originOf(page.url);
  if (!source || has('without-attribution') || (own && [source, originOf(url)].includes(own))) return undefined;
  const { say, day, locale } = localizer;
  const isDated = !has('without-dates') && !!day(publishedAt);
  const address = safeUrl(url) ?? source;
  const site = part(
    'a',
    'attribution-link',
    { href: address, rel: 'noopener noreferrer' },
    element('bdi', {}, siteName || new URL(address).host),
  );
  const phrase = isDated ? 'Originally published by {site} on {date}' : 'Originally published by {site}';
  return part(
    'p',
    'attribution',
    { dir: 'auto', lang: locale },
    fillPhrase(say(phrase), {
      site,
      date: part('time', 'published', { datetime: publishedAt }, day(publishedAt)),
    }),
  );
};

const categoryList = (article: WrittenArticle, context: RenderContext): Markup | undefined =>
  article.categories.length && !context.has('without-categories')
    ? part(
        'ul',
        'categories',
        { 'aria-label': context.localizer.say('Categories') },
        article.categories.map((category) => {
          const href = context.categoryHref(category);
          const attributes = { dir: 'auto', ...languageOf(article), 'data-care-slug': category.slug || undefined };
          return element(
            'li',
            {},
            href
              ? part('a', 'category', { href, ...attributes }, category.name)
              : part('span', 'category', attributes, category.name),
          );
        }),
      )
    : undefined;

export const article = (shown: WrittenArticle, context: RenderContext): Markup => {
  const { localizer, has, page } = context;
  const { language } = shown;
  const isText = !has('excerpt-only') && !shown.isProtected && !!shown.body;
  const body = isText
    ? prepareMarkup(markupOf(shown.body ?? ''), {
        headingLevel: context.headingLevel,
        tableLabel: localizer.say('Table'),
        withOutline: has('with-toc'),
        taken: page.ids,
      })
    : undefined;
  const minutes = shown.readingMinutes ?? (body ? readingMinutes(body.text, language ?? localizer.locale) : 0);
  const title = titleOf(shown, localizer);
  const source = attribution(shown, context);
  const { isPublished, isUpdated } = daysOf(shown, context);
  const dated =
    !source && isPublished && isUpdated && element('p', { lang: localizer.locale }, published(shown, localizer));
  const below = [categoryList(shown, context), dated, source].filter((piece) => !!piece);
  const [first] = has('without-categories') ? [] : shown.categories;
  const summary = context.read('summary');
  return pieces(
    part(
      'article',
      'article',
      { ...identifiers(shown), dir: language ? directionOf(language) : undefined },
      part(
        // not <header> and <footer>: pages style those as their own
        'div',
        'header',
        {},
        first && part('p', 'eyebrow', { dir: 'auto', ...languageOf(shown) }, first.name),
        heading(context.headingLevel, { dir: 'auto' }, element('span', title.lang, title.text)),
        summary && part('p', 'summary', { dir: 'auto' }, summary),
        trust(shown, minutes, context),
      ),
      !has('without-image') && figure(shown),
      body && toc(body, shown, context),
      body
        ? part('div', 'body', { ...languageOf(shown), dir: directionOf(language) }, sanitised(body.markup))
        : instead(shown, context),
      below.length > 0 && part('div', 'footer', {}, below),
    ),
    body &&
      has('with-structured-data') &&
      element('script', { type: 'application/ld+json' }, sanitised(describeArticle(shown))),
  );
};

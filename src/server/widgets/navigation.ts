import { element, type Markup } from '../../html/markup.js';
import type { Article, Neighbors } from '../../model/article.js';
import type { Category } from '../../model/taxonomy.js';
import type { RenderContext } from '../context.js';
import { part, titleOf } from './parts.js';

const neighbor = (direction: 'previous' | 'next', article: Article | undefined, context: RenderContext) => {
  const href = article && context.articleHref(article);
  if (!article || !href) return undefined;
  const { localizer } = context;
  const title = titleOf(article, localizer);
  return part(
    'a',
    `link ${direction}`,
    { rel: direction === 'previous' ? 'prev' : 'next', href },
    part(
      'span',
      'direction',
      { lang: localizer.locale },
      localizer.say(direction === 'previous' ? 'Earlier' : 'Later'),
    ),
    ' ',
    part('span', 'title', {}, element('bdi', title.lang, title.text)),
  );
};

export const postNav = ({ previous, next }: Neighbors, context: RenderContext): Markup | undefined => {
  const links = [neighbor('previous', previous, context), neighbor('next', next, context)].filter((link) => !!link);
  const label = context.read('label') ?? context.localizer.say('More articles');
  return links.length ? part('nav', 'nav', { 'aria-label': label }, links) : undefined;
};

export const categories = (all: readonly Category[], context: RenderContext): Markup | undefined => {
  const label = context.read('label') ?? context.localizer.say('Categories');
  const current = context.read('current');
  const link = (category: Category): Markup => {
    const href = context.categoryHref(category);
    const name = element('bdi', {}, category.name);
    const isCurrent = category.slug === current;
    const attributes = { 'aria-current': isCurrent ? 'page' : undefined, 'data-care-slug': category.slug || undefined };
    const names = isCurrent ? 'link current' : 'link';
    return href ? part('a', names, { href, ...attributes }, name) : part('span', names, attributes, name);
  };
  return all.length
    ? part(
        'nav',
        'nav',
        { 'aria-label': label },
        part(
          'ul',
          'list',
          {},
          all.map((one) => element('li', {}, link(one))),
        ),
      )
    : undefined;
};

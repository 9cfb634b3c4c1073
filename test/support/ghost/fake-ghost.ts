import type { Article } from '../../../src/model/article.js';
import type { Reply } from '../fake-transport.js';

/** The only key that the fake knows. */
export const GHOST_KEY = '0123456789abcdef0123456789';

export const slugOfAuthor = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/-$/, '');

/** The parts of a filter: names and values of Ghost's filter language as far as a source writes it. */
const TOKEN = /\s*(?:([a-z_]+):(-?)(~|<|>|)(?=['[\w-])|('(?:\\['"]|[^'"\\])+')|([^\s'",()[\]+:]+)|([[\](),+]))/gu;

interface Token {
  readonly name?: string | undefined;
  readonly isNot: boolean;
  readonly sign: string;
  readonly value?: string | undefined;
  readonly isString: boolean;
  readonly mark?: string | undefined;
}

class BadFilter extends Error {}

const tokensOf = (filter: string): Token[] => {
  const tokens: Token[] = [];
  let end = 0;
  for (const found of filter.matchAll(TOKEN)) {
    if (found.index !== end) throw new BadFilter();
    end += found[0].length;
    const [, name, not, sign = '', quoted, bare, mark] = found;
    const value = quoted ? quoted.slice(1, -1).replace(/\\(['"])/g, '$1') : bare;
    tokens.push({ name, isNot: not === '-', sign, value, isString: !!quoted, mark });
  }
  if (end !== filter.length) throw new BadFilter();
  return tokens;
};

type Test = (valuesOf: (name: string) => readonly string[]) => boolean;

/** Where the parenthesis that comes first is closed. */
const closingOf = (tokens: readonly Token[]): number => {
  let depth = 0;
  return tokens.findIndex(({ mark }) => {
    if (mark === '(') depth++;
    if (mark === ')') depth--;
    return !depth;
  });
};

/** `a+b` both, `a,b` either, `(…)` first; `name:value`, `name:[a,b]`, `name:-[a,b]`, `name:~'part'`, `name:<'2024-…'`. */
const parse = (filter: string): Test => {
  const tokens = tokensOf(filter);
  const take = (mark: string): boolean => tokens[0]?.mark === mark && !!tokens.shift();
  const expect = (mark: string): void => {
    if (!take(mark)) throw new BadFilter();
  };
  const values = (): string[] => {
    const one = (): string => {
      const { value } = tokens.shift() ?? {};
      if (value === undefined) throw new BadFilter();
      return value;
    };
    if (!take('[')) return [one()];
    const list = [one()];
    while (take(',')) list.push(one());
    expect(']');
    return list;
  };
  const term = (): Test => {
    if (take('(')) {
      const inner = either();
      expect(')');
      return inner;
    }
    const { name, isNot, sign } = tokens.shift() ?? {};
    if (!name) throw new BadFilter();
    if (sign === '~' && !tokens[0]?.isString) throw new BadFilter();
    const wanted = values();
    const [first = ''] = wanted;
    return (valuesOf) => {
      const has = valuesOf(name).some((value) => {
        if (sign === '~') return value.toLowerCase().includes(first.toLowerCase());
        if (sign === '<') return value < first;
        if (sign === '>') return value > first;
        return wanted.includes(value);
      });
      return has !== isNot;
    };
  };
  const both = (): Test => {
    const terms = [term()];
    while (take('+')) terms.push(term());
    return (valuesOf) => terms.every((test) => test(valuesOf));
  };
  const either = (): Test => {
    const terms = [both()];
    while (take(',')) terms.push(both());
    return (valuesOf) => terms.some((test) => test(valuesOf));
  };
  const isGroup = tokens[0]?.mark === '(' && closingOf(tokens) === tokens.length - 1;
  const test = either();
  if (tokens.length) throw new BadFilter();
  return isGroup ? () => true : test; // as Ghost 6.65 has it
};

const refuse = (status: number, message: string, type: string): Response =>
  new Response(
    JSON.stringify({
      errors: [
        {
          message,
          context: null,
          type,
          details: null,
          property: null,
          help: null,
          code: null,
          id: 'd2fef69b-d7e2-4948-ac6a-e7a8758ff305',
          ghostErrorCode: null,
        },
      ],
    }),
    { status },
  );

/** A time as the database keeps it. */
const stored = (iso: string | undefined): string => new Date(iso ?? 0).toISOString().slice(0, 19).replace('T', ' ');

/**
 * The Content API of Ghost 6 for these articles, in the shape of recorded answers, as far as a source asks it: tags for
 * categories and tags alike, an internal tag on every post, filters, pages, at most 100 items, `fields`, errors.
 */
export const ghostSite = (site: string, articles: readonly Article[]): Reply => {
  const tagsOf = (article: Article) => [...article.categories, ...article.tags];
  const toTag = ({ slug, name }: { slug: string; name: string }) => ({
    id: `tag-${slug}`,
    name,
    slug,
    description: null,
    visibility: 'public',
    accent_color: null,
    url: `${site}/tag/${slug}/`,
  });
  const internal = { ...toTag({ slug: 'hash-note', name: '#note' }), visibility: 'internal', url: `${site}/404/` };
  const tags = [...new Map(articles.flatMap(tagsOf).map((tag) => [tag.slug, tag])).values()];

  const toPost = (article: Article, fields: readonly string[] | undefined, include: readonly string[]) => {
    const whole: Record<string, unknown> = {
      id: article.id,
      uuid: '86468288-77ab-4018-b7a8-d9279c525d32',
      title: article.title,
      slug: article.slug,
      html: article.isProtected ? '' : `<p>${article.id}</p>`,
      feature_image: article.image?.url ?? null,
      feature_image_alt: article.image?.alt ?? null,
      feature_image_caption: article.image?.caption ?? null,
      featured: false,
      visibility: article.isProtected ? 'members' : 'public',
      published_at: article.publishedAt,
      updated_at: article.publishedAt,
      custom_excerpt: article.excerpt || null,
      excerpt: article.isProtected ? '' : article.excerpt,
      url: `${site}/${article.slug}/`,
      reading_time: 1,
      access: !article.isProtected,
      codeinjection_head: null,
    };
    const chosen = fields ? Object.fromEntries(fields.map((name) => [name, whole[name]])) : whole;
    const authors = article.authors.map(({ name, credentials }, index) => ({
      id: `author-${index}`,
      name: [name, ...credentials].join(', '),
      slug: slugOfAuthor(name),
      profile_image: null,
      url: `${site}/author/${slugOfAuthor(name)}/`,
    }));
    return {
      ...chosen,
      ...(include.includes('authors') ? { authors } : {}),
      ...(include.includes('tags') ? { tags: [...tagsOf(article).map(toTag), internal] } : {}),
    };
  };

  return ({ url }) => {
    const { pathname, searchParams } = new URL(url);
    const query = (name: string) => searchParams.get(name) ?? undefined;
    if (!query('key')) return refuse(403, 'Authorization failed', 'NoPermissionError');
    if (query('key') !== GHOST_KEY) return refuse(401, 'Unknown Content API Key', 'UnauthorizedError');
    const limit = Math.min(100, Number(query('limit') ?? 15));
    if (limit < 1) return refuse(422, 'Validation error, cannot list posts.', 'ValidationError');
    const page = Number(query('page') ?? 1);
    const answer = (name: string, all: readonly unknown[]) => {
      const pages = Math.max(1, Math.ceil(all.length / limit));
      const list = all.slice((page - 1) * limit, page * limit);
      return {
        [name]: list,
        meta: {
          pagination: {
            page,
            limit,
            pages,
            total: all.length,
            next: page === pages ? null : page + 1, // also past the end
            prev: page > 1 ? page - 1 : null,
          },
        },
      };
    };
    const include = query('include')?.split(',') ?? [];
    let test: Test = () => true;
    try {
      const filter = query('filter');
      if (filter !== undefined) test = parse(filter);
    } catch {
      return refuse(400, 'Request not understood error, cannot list posts.', 'BadRequestError');
    }
    if (pathname === '/ghost/api/content/tags/') {
      const all = [...tags.map(toTag), internal]
        .filter((tag) => test((name) => [String(Reflect.get(tag, name))]))
        .map((tag) => ({
          ...tag,
          ...(include.includes('count.posts')
            ? {
                count: {
                  posts: articles.filter((article) => tagsOf(article).some(({ slug }) => slug === tag.slug)).length,
                },
              }
            : {}),
        }));
      if (query('order') === 'count.posts desc') all.sort((a, b) => (b.count?.posts ?? 0) - (a.count?.posts ?? 0));
      else all.sort((a, b) => a.name.localeCompare(b.name));
      return answer('tags', all);
    }
    if (pathname !== '/ghost/api/content/posts/') return refuse(404, 'Resource not found', 'NotFoundError');
    const valuesOf =
      (article: Article) =>
      (name: string): readonly string[] => {
        if (name === 'type') return ['post'];
        if (name === 'tag') return tagsOf(article).map(({ slug }) => slug);
        if (name === 'author') return article.authors.map((author) => slugOfAuthor(author.name));
        if (name === 'published_at') return [stored(article.publishedAt)];
        if (name === 'custom_excerpt') return [article.excerpt];
        return [String(Reflect.get(article, name))];
      };
    // an order by date alone leaves open how posts of the same second follow each other
    const order = (query('order') ?? 'published_at desc,id desc').split(',').map((part) => part.split(' '));
    const found = articles
      .filter((article) => test(valuesOf(article)))
      .sort((a, b) => {
        for (const [name = '', direction] of order) {
          const [one = '', other = ''] = [a, b].map((article) => valuesOf(article)(name)[0]);
          if (one !== other) return one < other === (direction === 'asc') ? -1 : 1;
        }
        return 0;
      });
    return answer(
      'posts',
      found.map((article) => toPost(article, query('fields')?.split(','), include)),
    );
  };
};

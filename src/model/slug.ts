/** A slug as people read it: decoded where it came percent-encoded. */
export const decodeSlug = (slug: string): string => {
  try {
    return decodeURIComponent(slug).normalize();
  } catch {
    return slug;
  }
};

/** Text without accents in lower case, so that "dias" finds "días". */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A slug for a text: "Ana María Núñez" → `ana-maria-nunez`. */
export const slugify = (text: string): string =>
  folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** Parameters by which sites without readable URLs name an article: `?p=12`, `article.php?id=12`. */
const NUMBERS = /^(?:p|page_id|id|post|post_id|article|article_id)$/i;

/** What a URL says about the article behind it. */
export interface AddressParts {
  /** The last part of the path, decoded, without an ending; a folder's `index.html` counts as the folder. May be empty. */
  readonly slug: string;
  /** The value of a parameter such as `?p=12`. */
  readonly number?: string;
}

/** The article that a URL names: `/blog/what-is-an-iop/`, `https://clinic.example/a/index.html`, `/?p=12`. */
export const readAddress = (address: string): AddressParts => {
  const [path = '', query = ''] = address
    .replace(/^[a-z]+:\/\/[^/?#]*/i, '')
    .replace(/#.*/, '')
    .split('?');
  const parts = path.split('/').filter(Boolean);
  if (/^(?:index|default)\.\w{2,5}$/i.test(parts.at(-1) ?? '')) parts.pop();
  const slug = decodeSlug((parts.at(-1) ?? '').replace(/\.\w{2,5}$/, ''));
  for (const [name, value] of new URLSearchParams(query))
    if (NUMBERS.test(name) && value) return { slug, number: value };
  return { slug };
};

/** What somebody has chosen in the builder. All are texts, as fields hold them; a box is `1` or empty. */
export interface Wish {
  /** The blog's address as it was typed; empty for the sample articles. */
  readonly endpoint: string;
  /** Where the snippet is pasted. */
  readonly variant: Variant;
  readonly widget: Widget;
  /** Of an article; empty for the newest, or for the built-in texts of `benefits`. */
  readonly slug: string;
  /** Of a category; empty for all. */
  readonly category: string;
  readonly phone: string;
  /** Where sign-ups are sent. */
  readonly action: string;
  readonly look: string;
  readonly theme: string;
  readonly density: string;
  /** BCP 47; empty for the page's own language. */
  readonly locale: string;
  readonly layout: string;
  readonly level: string;
  readonly perPage: string;
  readonly more: string;
  readonly filter: string;
  readonly search: string;
  readonly plain: string;
  readonly toc: string;
  readonly articleUrl: string;
  readonly hours: string;
  readonly zone: string;
  readonly crisis: string;
  /** Whether the text itself stands in the snippet. */
  readonly rendered: string;
  /** Whether the snippet names all files that the widget loads. */
  readonly preload: string;
  /** Where the files of the library lie; empty for the usual place. */
  readonly folder: string;
  /** Ghost's public key. */
  readonly key: string;
}

export const VARIANTS = [
  'html',
  'wordpress',
  'wordpress-html',
  'squarespace',
  'wix',
  'webflow',
  'react',
  'vue',
] as const;
export type Variant = (typeof VARIANTS)[number];

export const WIDGETS = [
  'article-card',
  'article-list',
  'article',
  'categories',
  'benefits',
  'contact',
  'newsletter',
] as const;
export type Widget = (typeof WIDGETS)[number];

/** Layouts by widget, the default first. */
export const LAYOUTS: Readonly<Record<Widget, readonly string[]>> = {
  'article-card': ['vertical', 'horizontal', 'compact'],
  'article-list': ['grid', 'list', 'compact'],
  article: [],
  categories: ['list', 'inline'],
  benefits: ['list', 'grid', 'accordion'],
  contact: ['card', 'banner', 'inline'],
  newsletter: [],
};

export const FIRST_WISH: Wish = {
  endpoint: '',
  variant: 'html',
  widget: 'article-card',
  slug: '',
  category: '',
  phone: '+1-512-555-0142',
  action: 'https://your-clinic.example/subscribe',
  look: 'host',
  theme: 'auto',
  density: 'regular',
  locale: '',
  layout: '',
  level: '2',
  perPage: '6',
  more: '',
  filter: '',
  search: '',
  plain: '',
  toc: '',
  articleUrl: '',
  hours: '',
  zone: '',
  crisis: 'none',
  rendered: '',
  preload: '',
  folder: '',
  key: '',
};

const NAMES = Object.keys(FIRST_WISH) as readonly (keyof Wish)[];
/** A link with a longer value was made by nobody's hand. */
const LONGEST = 500;

/** Values that a choice has; a text has any. */
const CHOICES: { readonly [name in keyof Wish]?: readonly string[] } = {
  variant: VARIANTS,
  widget: WIDGETS,
  look: ['host', 'calm', 'clinical', 'editorial'],
  theme: ['auto', 'light', 'dark'],
  density: ['compact', 'regular', 'roomy'],
  locale: ['', 'en', 'es'],
  layout: ['', ...Object.values(LAYOUTS).flat()],
  level: ['1', '2', '3', '4', '5', '6'],
  crisis: ['none', 'us', 'ca', 'gb', 'ie', 'eu', 'au', 'nz'],
};

/** What differs from {@link FIRST_WISH}, for the address behind `#`. */
export const toFragment = (wish: Wish): string =>
  new URLSearchParams(
    NAMES.filter((name) => wish[name] !== FIRST_WISH[name]).map((name) => [name, wish[name]]),
  ).toString();

/** The wish of a fragment. What is unknown in it, or impossible, is as if it were not there. */
export const fromFragment = (fragment: string): Wish => {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const chosen = NAMES.flatMap((name) => {
    const value = given.get(name);
    const isKnown = value !== null && value.length <= LONGEST && (CHOICES[name]?.includes(value) ?? true);
    return isKnown ? [[name, value]] : [];
  });
  return { ...FIRST_WISH, ...(Object.fromEntries(chosen) as Partial<Wish>) };
};

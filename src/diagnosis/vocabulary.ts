/** What an attribute's value may be. A list: one of these words; `words`: some of `of`, separated by blanks. */
export type Rule =
  | 'text'
  | 'address'
  | 'flag'
  | 'switch'
  | 'level'
  | 'number'
  | 'locale'
  | 'article-template'
  | 'category-template'
  | 'origins'
  | 'parameter'
  | 'page-size'
  | readonly string[]
  | { readonly words: readonly string[] };

/** Attributes by name. */
export type Attributes = Readonly<Record<string, Rule>>;

const SETTINGS: Attributes = {
  endpoint: 'text',
  source: 'text',
  key: 'text',
  'article-url': 'article-template',
  'category-url': 'category-template',
  'image-origins': 'origins',
  theme: ['light', 'dark', 'auto'],
  look: ['host', 'calm', 'clinical', 'editorial'],
  density: ['compact', 'regular', 'roomy'],
  locale: 'locale',
  timeout: 'number',
  'max-age': 'number',
  debug: 'switch',
};

const HEADING: Attributes = { 'heading-level': 'level' };
const CONTENT: Attributes = { ...SETTINGS, ...HEADING, loading: ['eager', 'lazy'] };
const ONE_ARTICLE: Attributes = { slug: 'text', 'article-id': 'text' };
const OF_PAGE: Attributes = { ...ONE_ARTICLE, 'slug-param': 'parameter' };
const flags = (...names: readonly string[]): Attributes => Object.fromEntries(names.map((name) => [name, 'flag']));
const texts = (...names: readonly string[]): Attributes => Object.fromEntries(names.map((name) => [name, 'text']));
const addresses = (...names: readonly string[]): Attributes =>
  Object.fromEntries(names.map((name) => [name, 'address']));
const CARD = flags('without-image', 'without-excerpt', 'without-byline', 'without-date');

/** By tag, its attributes and what they take: what the manifest says, which a test compares. */
export const VOCABULARY: Readonly<Record<string, Attributes>> = {
  'care-config': SETTINGS,
  'care-article': {
    ...CONTENT,
    ...OF_PAGE,
    ...texts('summary', 'next-review'),
    ...flags('isolated', 'excerpt-only', 'with-toc', 'with-structured-data', 'without-image', 'without-byline'),
    ...flags('without-dates', 'without-categories', 'without-reading-time', 'without-attribution'),
  },
  'care-article-card': {
    ...CONTENT,
    ...ONE_ARTICLE,
    ...CARD,
    latest: 'flag',
    layout: ['vertical', 'horizontal', 'compact'],
  },
  'care-article-list': {
    ...CONTENT,
    ...CARD,
    ...texts('category', 'tag', 'author', 'search', 'exclude'),
    ...flags('with-filter', 'with-search', 'with-more'),
    'per-page': 'page-size',
    page: 'number',
    layout: ['grid', 'list', 'compact'],
  },
  'care-author': {
    ...CONTENT,
    ...OF_PAGE,
    ...texts('name', 'credentials', 'image', 'expansions'),
    ...addresses('url'),
    'with-glossary': 'flag',
  },
  'care-benefits': {
    ...CONTENT,
    ...ONE_ARTICLE,
    ...texts('section', 'heading'),
    ...flags('with-comparison', 'with-faq'),
    layout: ['list', 'grid', 'accordion'],
  },
  'care-categories': { ...CONTENT, ...texts('current', 'label'), layout: ['list', 'inline'] },
  'care-contact': {
    ...SETTINGS,
    ...HEADING,
    ...texts('phone', 'phone-label', 'text-number', 'email', 'href-label', 'hours', 'time-zone', 'holidays'),
    ...texts('tty', 'who-answers', 'cost-note', 'after-hours', 'heading', 'license-text'),
    ...addresses('href', 'license-url'),
    layout: ['banner', 'card', 'inline', 'sticky'],
    'crisis-region': ['us', 'ca', 'gb', 'ie', 'eu', 'au', 'nz', 'none'],
  },
  'care-newsletter': {
    ...SETTINGS,
    ...HEADING,
    ...texts('protocol', 'field-names', 'success-when', 'consent-text', 'consent-id'),
    ...addresses('action', 'privacy-url', 'service-url'),
    ...texts('postal-address', 'heading', 'button-label', 'success-message'),
    'without-notice': 'flag',
    fields: { words: ['email', 'first-name', 'last-name'] },
    consent: ['none', 'optional', 'required'],
  },
  'care-urgent': {
    ...SETTINGS,
    ...HEADING,
    ...texts('heading', 'reviewer', 'reviewed-on'),
    level: ['emergency', 'urgent', 'non-urgent'],
  },
  'care-post-nav': { ...CONTENT, ...OF_PAGE, 'same-category': 'flag', label: 'text' },
};

export const TAGS: readonly string[] = Object.keys(VOCABULARY);

/** The settings, as they are spelled behind `data-care-` on the script tag. */
export const SETTING_RULES: Attributes = SETTINGS;

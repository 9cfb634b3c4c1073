/** Each setting's attribute, in the spelling of HTML and of `data-care-*`, and the property of the elements. */
export const PROPERTIES = {
  endpoint: 'endpoint',
  source: 'source',
  key: 'key',
  'article-url': 'articleUrl',
  'category-url': 'categoryUrl',
  'image-origins': 'imageOrigins',
  theme: 'theme',
  locale: 'locale',
  timeout: 'timeout',
  debug: 'debug',
} as const;

export type SettingName = keyof typeof PROPERTIES;

const SETTING_NAMES = Object.keys(PROPERTIES) as readonly SettingName[];

/** As authors write them; what is absent is decided farther out. */
export type Settings = { readonly [name in SettingName]?: string };

/** The properties of an element that takes settings. */
export interface ElementSettings {
  /** Absolute or relative address of the site, API or file that content comes from. */
  endpoint?: string | undefined;
  /** How to talk to the endpoint: `wordpress`, `json-feed` or a registered name. Default: by the address's shape. */
  source?: string | undefined;
  /** Public read key, where the source needs one. */
  key?: string | undefined;
  /** Where links to articles lead, with `{slug}` and `{id}`. Default: the article's own address. */
  articleUrl?: string | undefined;
  /** Where links to categories lead, with `{slug}`. Default: the category's own address. */
  categoryUrl?: string | undefined;
  /** Further origins, separated by blanks, that pictures may come from. Default: the endpoint's only. */
  imageOrigins?: string | undefined;
  /** `light` or `dark`, with colours of its own, or `auto` (default): the page's own colours. */
  theme?: string | undefined;
  /** BCP 47, language of the widget's own words. Default: the nearest `lang`. */
  locale?: string | undefined;
  /** Milliseconds for one request. Default 10000. */
  timeout?: string | undefined;
  /** Any value but `false`: explains in the page what went wrong. Default: off. */
  debug?: string | undefined;
}

/**
 * `near` over `far`. An endpoint takes its own `source` and `key` along: a key given for one endpoint must never be sent to
 * another.
 */
export const mergeSettings = (near: Settings, far: Settings): Settings => {
  if (!Object.keys(near).length) return far; // most elements give none: they share one object
  if (near.endpoint === undefined) return { ...far, ...near };
  const { source: _source, key: _key, ...rest } = far;
  return { ...rest, ...near };
};

const pick = (read: (name: SettingName) => unknown): Settings => {
  const settings: { [name in SettingName]?: string } = {};
  for (const name of SETTING_NAMES) {
    const value = read(name);
    if (value !== null && value !== undefined) settings[name] = String(value);
  }
  return settings;
};

/** The settings that an element itself gives, by property. */
export const settingsOf = (element: ElementSettings): Settings => pick((name) => element[PROPERTIES[name]]);

/** The settings that the attributes of an element give that need not be registered yet. */
export const attributeSettings = (element: Element): Settings => pick((name) => element.getAttribute(name));

/** The element around this one, out of shadow roots and slots too. */
export const parentOf = (element: Element): Element | null => {
  const parent = element.assignedSlot ?? element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
};

/** By element; `null` stands for the page. Kept for one turn: a thousand elements ask at once. */
let known: Map<Element | null, Settings> | undefined;

/** What holds inside an element; the page's are the `data-care-*` of the first element that bears `data-care-endpoint`. */
const settingsInside = (element: Element | null): Settings => {
  if (!known) {
    known = new Map();
    queueMicrotask(() => (known = undefined));
  }
  let settings = known.get(element);
  if (!settings) {
    if (element) {
      settings = surroundingSettings(element);
      if (element.localName === 'care-config') settings = mergeSettings(attributeSettings(element), settings);
    } else {
      const script = document.querySelector('[data-care-endpoint]');
      settings = script ? pick((name) => script.getAttribute(`data-care-${name}`)) : {};
    }
    known.set(element, settings);
  }
  return settings;
};

/**
 * Settings by the markup alone: the nearest `<care-config>` around the element, further ones, the page. Needs no
 * registered element, so it serves before the code of `care-config` has arrived.
 */
export const surroundingSettings = (element: Element): Settings => settingsInside(parentOf(element));

/** Where to fetch from and how to speak: one setting an attribute, in the attribute's own spelling. */
export const SETTING_NAMES = [
  'endpoint',
  'source',
  'key',
  'article-url',
  'category-url',
  'image-origins',
  'theme',
  'locale',
  'timeout',
  'debug',
] as const;

export type SettingName = (typeof SETTING_NAMES)[number];

/** As authors write them; what is absent is decided farther out. */
export type Settings = { readonly [name in SettingName]?: string };

/**
 * `near` over `far`. An endpoint takes its own `source` and `key` along: a key given for one endpoint must never be sent to
 * another.
 */
export const mergeSettings = (near: Settings, far: Settings): Settings => {
  if (near.endpoint === undefined) return { ...far, ...near };
  const { source: _source, key: _key, ...rest } = far;
  return { ...rest, ...near };
};

const pick = (read: (name: SettingName) => string | null | undefined): Settings => {
  const settings: { [name in SettingName]?: string } = {};
  for (const name of SETTING_NAMES) {
    const value = read(name);
    if (value !== null && value !== undefined) settings[name] = value;
  }
  return settings;
};

/** The settings that an element's own attributes give. */
export const attributeSettings = (element: Element): Settings => pick((name) => element.getAttribute(name));

/** The settings of the page: the `data-care-*` of the first element that bears `data-care-endpoint`. */
export const pageSettings = (): Settings => {
  const element = document.querySelector('[data-care-endpoint]');
  return element ? pick((name) => element.getAttribute(`data-care-${name}`)) : {};
};

/** The element around this one, out of shadow roots and slots too. */
export const parentOf = (element: Element): Element | null => {
  const parent = element.assignedSlot ?? element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
};

/**
 * Settings by the markup alone: the nearest `<care-config>` around the element, further ones, the page. Needs no
 * registered element, so it serves before the code of `care-config` has arrived.
 */
export const surroundingSettings = (element: Element): Settings => {
  let settings: Settings = {};
  for (let parent = parentOf(element); parent; parent = parentOf(parent)) {
    if (parent.localName === 'care-config') settings = mergeSettings(settings, attributeSettings(parent));
  }
  return mergeSettings(settings, pageSettings());
};

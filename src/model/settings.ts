/** Every setting, as it is spelled as an attribute and after `data-care-`. The property is the same name in camel case. */
export const SETTING_NAMES = [
  'endpoint',
  'source',
  'key',
  'article-url',
  'category-url',
  'image-origins',
  'theme',
  'look',
  'density',
  'locale',
  'timeout',
  'max-age',
  'debug',
] as const;

export type SettingName = (typeof SETTING_NAMES)[number];

/**
 * The setting that a `data-care-*` attribute of the script tag means, whether there is one of that name or not; `undefined`
 * for other attributes, also for those that renderers and elements leave on what they wrote.
 */
export const settingMeantBy = (attribute: string): string | undefined =>
  /^data-care-(?!(?:widget|rendered|dress|part|themed)$)(.+)/.exec(attribute)?.[1];

/** Values as authors write them. What is absent is inherited from the next `care-config` outwards, then from the page. */
export type Settings = { readonly [name in SettingName]?: string };

/**
 * `near` over `far`. An endpoint takes its own `source` and `key` along: a key given for one endpoint must never be sent to
 * another.
 */
export const mergeSettings = (near: Settings, far: Settings): Settings => {
  if (!Object.keys(near).length) return far; // most elements give none: they share one object
  if (!near.endpoint) {
    const { endpoint: _endpoint, ...others } = near; // a template that has nothing to fill in leaves endpoint=""
    return { ...far, ...others };
  }
  const { source: _source, key: _key, ...rest } = far;
  return { ...rest, ...near };
};

/** The `timeout` setting in milliseconds; `undefined` where it is no length of time that a timer can wait for. */
export const timeoutOf = (written: string | undefined): number | undefined => {
  const ms = Number(written);
  return ms > 0 && ms < 2 ** 31 ? ms : undefined;
};

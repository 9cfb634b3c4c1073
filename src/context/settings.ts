import { mergeSettings, SETTING_NAMES, type SettingName, type Settings } from '../model/settings.js';
import { readAttribute } from '../model/attribute-value.js';

const pick = (read: (name: SettingName) => unknown): Settings => {
  const settings: { [name in SettingName]?: string } = {};
  for (const name of SETTING_NAMES) {
    const value = read(name);
    if (value !== null && value !== undefined) settings[name] = String(value);
  }
  return settings;
};

// pure, so that the loader, which has no properties to read, does without
const propertyNames = /* @__PURE__ */ Object.fromEntries(
  /* @__PURE__ */ SETTING_NAMES.map((name) => [
    name,
    name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
  ]),
) as Record<SettingName, string>;

/** The settings that an element itself gives, by property. */
export const settingsOf = (element: object): Settings => pick((name) => Reflect.get(element, propertyNames[name]));

/** The settings that the attributes of an element give that need not be registered yet. */
export const attributeSettings = (element: Element): Settings => pick((name) => readAttribute(element, name));

/** The element around this one, out of shadow roots and slots too. */
export const parentOf = (element: Element): Element | null => {
  const parent = element.assignedSlot ?? element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent?.nodeType === 1 ? (parent as Element) : null;
};

const ANY_SETTING = /* @__PURE__ */ SETTING_NAMES.map((name) => `[data-care-${name}]`).join();

/**
 * The element whose `data-care-*` are the page's settings: the first that bears `data-care-endpoint`, else, on a page that
 * needs none, the first that bears any.
 */
export const pageSettingsElement = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('[data-care-endpoint]') ?? document.querySelector<HTMLElement>(ANY_SETTING);

/** Cache by element, `null` for the page. Kept for one microtask: elements that are upgraded together ask together. */
let known: Map<Element | null, Settings> | undefined;

/** The settings in effect inside an element. */
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
      const script = pageSettingsElement();
      settings = script ? pick((name) => readAttribute(script, `data-care-${name}`)) : {};
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

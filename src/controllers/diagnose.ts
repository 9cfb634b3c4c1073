import type { LitElement } from 'lit';
import { pageSettingsElement } from '../context/settings.js';
import { SETTING_NAMES, settingMeantBy } from '../model/settings.js';

type Diagnosis = typeof import('../diagnosis/in-page.js');

/** The module, once it is loaded: further messages need not wait for it. */
let diagnosis: Diagnosis | undefined;

/**
 * Set by the script tag: loads a chunk by its name, checked by its hash where the tag bears `integrity`. On `globalThis`,
 * because the elements' files do not import the loader.
 */
const LOAD = Symbol.for('care-widgets.load');
const page = globalThis as { [LOAD]?: (chunk: string) => Promise<unknown> };

/** Imports a chunk that few pages need: through the loader, where there is one, so that the file is checked by its hash. */
export const loadChecked = async <T>(chunk: string, load: () => Promise<T>): Promise<T> => {
  await page[LOAD]?.(chunk);
  return load();
};

/**
 * Loads `diagnosis/` and hands it to `tell`, which has it write to the console. Where the file does not arrive, `otherwise`
 * is called.
 */
export const diagnose = (tell: (diagnosis: Diagnosis) => void, otherwise: () => void = () => undefined): void => {
  if (diagnosis) tell(diagnosis);
  else
    loadChecked('diagnosis', () => import('../diagnosis/in-page.js')).then((loaded) => {
      diagnosis = loaded;
      tell(loaded);
    }, otherwise);
};

/**
 * Attribute values that have no effect, as `name=value`. Decides only whether `diagnosis/` is loaded: the rules with their
 * messages are in `diagnosis/vocabulary.ts`.
 */
const WITHOUT_EFFECT =
  /^(?:theme=(?!(?:light|dark|auto)$)|look=(?!(?:host|calm|clinical|editorial)$)|density=(?!(?:compact|regular|roomy)$)|level=(?!(?:emergency|(?:non-)?urgent)$)|loading=(?!(?:eager|lazy)$)|heading-level=(?![1-6]$)|per-page=(?!(?:[1-9]\d?|100)$)|(?:page|timeout)=(?![1-9]\d*$)|max-age=(?!\d+$)|locale=(?!e[ns]\b)|article-url=(?!.*(?:[^{]\{|%7[Bb])(?:slug|id))|category-url=(?!.*(?:[^{]\{|%7[Bb])slug)|image-origins=(?!https?:)|consent=(?!(?:none|optional|required)$)|fields=(?!(?:(?:email|(?:first|last)-name)(?:[\s,]+|$))+$)|slug-param=.*[?&={}/%]|(?:with.*|latest|isolated|excerpt-only|same-category)=(?:false|no|off|[02-9])$|(?:href|action|.*url)=(?:www\.|[^/]+\.(?!php|html)[a-z]+\/))/;

/** Attributes that any element may have, besides those of HTML, which are known by the property of that name. */
const ANYWHERE = /^(?:class|is|tabindex|exportparts|item\w+|(?:aria|data|x|v|hx|ng)-.*|_.*|.*[^\w-].*)$/;

/** Whether the value of an attribute or of a setting has no effect. An empty one counts as absent. */
export const isWithoutEffect = (name: string, value: string | null): boolean =>
  !!value?.trim() && WITHOUT_EFFECT.test(`${name}=${value}`);

/** Whether one of our elements has an attribute that neither it nor anything else uses: a typing error. */
export const hasUnknownAttribute = (element: Element): boolean => {
  const { observedAttributes } = element.constructor as typeof LitElement;
  return element
    .getAttributeNames()
    .some((name) => !observedAttributes.includes(name) && !ANYWHERE.test(name) && !(name in HTMLElement.prototype));
};

/** Writes to the console what is wrong with the attributes of an element. */
export const diagnoseAttributes = (element: Element): void => diagnose(({ tellAttributes }) => tellAttributes(element));

let isPageChecked = false;

/** Looks through the settings on the script tag, once; the endpoint of a second tag would not hold. */
export const checkPageSettings = (): void => {
  const script = isPageChecked ? null : pageSettingsElement();
  if (!script) return;
  isPageChecked = true;
  const [, other = script] = document.querySelectorAll<HTMLElement>('[data-care-endpoint]');
  const isOdd = ({ name, value }: Attr): boolean => {
    const setting = settingMeantBy(name);
    return !!setting && (!(SETTING_NAMES as readonly string[]).includes(setting) || isWithoutEffect(setting, value));
  };
  if (other.dataset.careEndpoint !== script.dataset.careEndpoint || [...script.attributes].some(isOdd))
    diagnoseAttributes(script);
};

import type { LitElement } from 'lit';
import { findPageSettings } from '../context/settings.js';
import { SETTING_NAMES, settingMeantBy } from '../model/settings.js';

type Diagnosis = typeof import('../diagnosis/in-page.js');

/** Once loaded: what is told later is told at once. */
let diagnosis: Diagnosis | undefined;

/**
 * Set by the script tag: loads a chunk by its name, checked by its hash where the tag bears `integrity`. On `globalThis`,
 * because the elements' files do not import the loader.
 */
const LOAD = Symbol.for('care-widgets.load');
const page = globalThis as { [LOAD]?: (chunk: string) => Promise<unknown> };

/** Loads a file that is wanted seldom: through the script tag, where there is one, and so checked by its hash. */
export const loadChecked = async <T>(chunk: string, load: () => Promise<T>): Promise<T> => {
  await page[LOAD]?.(chunk);
  return load();
};

/** Has the webmaster told what is wrong; `otherwise`, where the knowledge does not arrive. */
export const diagnose = (tell: (diagnosis: Diagnosis) => void, otherwise: () => void = () => undefined): void => {
  if (diagnosis) tell(diagnosis);
  else
    loadChecked('diagnosis', () => import('../diagnosis/in-page.js')).then((loaded) => {
      diagnosis = loaded;
      tell(loaded);
    }, otherwise);
};

/** The values that attributes fall back from, as `name=value`. In full, with words, they stand in `diagnosis/vocabulary.ts`. */
const WITHOUT_EFFECT =
  /^(?:theme=(?!(?:light|dark|auto)$)|look=(?!(?:host|calm|clinical|editorial)$)|density=(?!(?:compact|regular|roomy)$)|level=(?!(?:emergency|(?:non-)?urgent)$)|loading=(?!(?:eager|lazy)$)|heading-level=(?![1-6]$)|per-page=(?!(?:[1-9]\d?|100)$)|(?:page|timeout)=(?![1-9]\d*$)|max-age=(?!\d+$)|locale=(?!e[ns]\b)|article-url=(?!.*(?:[^{]\{|%7[Bb])(?:slug|id))|category-url=(?!.*(?:[^{]\{|%7[Bb])slug)|image-origins=(?!https?:)|consent=(?!(?:none|optional|required)$)|fields=(?!(?:(?:email|(?:first|last)-name)(?:[\s,]+|$))+$)|slug-param=.*[?&={}/%]|(?:with.*|latest|isolated|excerpt-only|same-category)=(?:false|no|off|[02-9])$|(?:href|action|.*url)=(?:www\.|[^/]+\.(?!php|html)[a-z]+\/))/;

/** Attributes that any element may bear: those of HTML that have a property of that name are asked for there. */
const ANYWHERE = /^(?:class|is|tabindex|exportparts|item\w+|(?:aria|data|x|v|hx|ng)-.*|_.*|.*[^\w-].*)$/;

/** Whether the value of an attribute or of a setting has no effect. An empty one counts as absent. */
export const isWithoutEffect = (name: string, value: string | null): boolean =>
  !!value?.trim() && WITHOUT_EFFECT.test(`${name}=${value}`);

/** Whether one of our elements bears an attribute that neither it nor anybody else has a use for. */
export const hasUnknownAttribute = (element: Element): boolean => {
  const { observedAttributes } = element.constructor as typeof LitElement;
  return element
    .getAttributeNames()
    .some((name) => !observedAttributes.includes(name) && !ANYWHERE.test(name) && !(name in HTMLElement.prototype));
};

/** Has the webmaster told what is wrong with the attributes of an element. */
export const diagnoseAttributes = (element: Element): void => diagnose(({ tellAttributes }) => tellAttributes(element));

let isPageChecked = false;

/** Looks through the settings on the script tag, once; the endpoint of a second tag would not hold. */
export const checkPageSettings = (): void => {
  const script = isPageChecked ? null : findPageSettings();
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

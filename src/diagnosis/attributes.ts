import { unquoted } from '../model/attribute-value.js';
import { settingMeantBy } from '../model/settings.js';
import { finding, type Finding } from './finding.js';
import { nearest } from './nearest.js';
import { SETTING_RULES, VOCABULARY, type Attributes, type Rule } from './vocabulary.js';

/** What a check needs to know of an element, whether it is in a DOM or comes from a parser. */
export interface Written {
  readonly localName: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
}

/** Attributes that HTML, ARIA, microdata and RDFa have for every element, and those that frameworks and translators put there. */
const FOREIGN =
  /^(?:class|id|style|slot|part|exportparts|title|lang|dir|hidden|inert|popover|translate|role|is|nonce|tabindex|accesskey|autofocus|autocapitalize|autocorrect|contenteditable|draggable|enterkeyhint|inputmode|spellcheck|writingsuggestions|virtualkeyboardpolicy|anchor|elementtiming|about|datatype|inlist|prefix|property|rel|rev|resource|typeof|vocab|unresolved|defer-hydration|align|item(?:id|prop|ref|scope|type)|(?:aria|data|js|x|v|ng|hx|amp|sd)-.*|on[a-z]+|js[a-z]+|_.*|.*[^\w-].*)$/;

/** Whether a page may write this attribute on any element: none of ours begins like that. */
export const isForeign = (name: string): boolean => FOREIGN.test(name);

const list = (words: readonly string[]): string => words.join(', ');

const inFull = (name: string, value: string): string =>
  `Without https:// it is a page of your own site: write ${name}="https://${value}".`;

/** A host without its scheme, which a browser takes for a page of the site itself. */
const IS_BARE_HOST = /^(?:www\.|\w[\w.-]*\.(?!php|html)[a-z]+\/)/;

/** Properties that hold data, and what becomes of data where a framework writes them as attributes, as React 18 does. */
const DATA = /^(?:articles?|benefits|categories|faq|levels|neighbors)$/;
const LOST = /^(?:\[object .*)?$/s;

/** The most that a list shows at once. */
const LARGEST_PAGE = 100;

/** What people write in place of `{slug}`: the placeholders of other systems, or words of their own. */
const PLACEHOLDER =
  /\{\{\s*\w*\s*\}\}|\$?\{\s*\w*\s*\}|%7b\w*%7d|\[\w+\]|<\w+>|%\w+%|%s(?!\w)|[$:](?:slug|id|post|article|category)\b/i;

/** The number to suggest where the value holds none: the default, or a day. */
const USUAL: Readonly<Record<string, number>> = { timeout: 10_000, 'max-age': 86_400, page: 1, 'per-page': 6 };

/** Seconds, by the first letter of a unit. */
const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** A number in the unit of the setting, from one with a unit of its own: `5s`, `500 ms`, `1d`. */
const amountOf = (setting: string, value: string): number => {
  const [, digits, unit = ''] = /^(\d+)(?:[.,]\d+)?\s*([a-z]*)/i.exec(value) ?? [];
  const size = /^ms|^mil/i.test(unit) ? 1 / 1000 : UNITS[unit.charAt(0).toLowerCase()];
  const seconds = size === undefined ? undefined : Number(digits) * size;
  if (setting === 'timeout' && seconds !== undefined) return seconds * 1000;
  if (setting === 'max-age' && seconds !== undefined) return Math.round(seconds);
  return Number(digits) || (USUAL[setting] ?? 1);
};

/** What to write in place of a value that has no effect; `undefined` where it has one. */
const mend = (name: string, rule: Rule, written: string): string | undefined => {
  const value = written.trim();
  const oneOf = (words: readonly string[]): string => {
    const meant = nearest(value, words);
    return `Write ${meant ? `${name}="${meant}"; there are ${list(words)}` : `one of ${list(words)}`}.`;
  };
  if (typeof rule === 'object') {
    if (Array.isArray(rule)) return rule.includes(written) ? undefined : oneOf(rule as readonly string[]);
    const { words } = rule as { readonly words: readonly string[] };
    const odd = value.split(/[\s,]+/).filter((word) => word && !words.includes(word));
    return odd.length ? `Write some of ${list(words)}, separated by blanks.` : undefined;
  }
  switch (rule) {
    case 'flag':
      if (/^[2-9]$/.test(value))
        return name === 'latest'
          ? `One card shows the newest article only: for ${value} of them write <care-article-list per-page="${value}">.`
          : `It takes no number: write ${name} alone.`;
      return /^(?:false|no|off|0)$/i.test(value) ? `It is switched on by being there: leave ${name} out.` : undefined;
    case 'level':
      return /^[1-6]$/.test(value)
        ? undefined
        : `Write a number from 1 to 6: ${name}="${/[1-6]/.exec(value)?.[0] ?? 2}".`;
    case 'number': {
      if (/^\d+$/.test(value) && (+value || /max-age$/.test(name))) return undefined;
      const setting = name.replace(/^data-care-/, '');
      const unit = { timeout: ' of milliseconds', 'max-age': ' of seconds' }[setting] ?? '';
      return `Write a number${unit} without anything behind it: ${name}="${amountOf(setting, value)}".`;
    }
    case 'page-size':
      return +value > LARGEST_PAGE
        ? `A list shows ${LARGEST_PAGE} at most: write ${name}="${LARGEST_PAGE}", and with-more for a button that brings the others.`
        : mend(name, 'number', written);
    case 'locale': {
      if (/^e[ns]\b/i.test(value)) return undefined;
      if (/^[a-z]{2,3}(?:-[a-z\d-]+)?$/i.test(value))
        return `The widgets speak English (${name}="en") and Spanish (${name}="es") only: until you write one of them, they speak English.`;
      return `Write the language's code: ${name}="${/^[es]s?p/i.test(value) ? 'es' : 'en'}".`;
    }
    case 'article-template':
    case 'category-template': {
      if (IS_BARE_HOST.test(value)) return inFull(name, value);
      const holes =
        rule === 'article-template'
          ? /(?:(?:^|[^{])\{|%7b)(?:slug|id)(?:\}|%7d)/i
          : /(?:(?:^|[^{])\{|%7b)slug(?:\}|%7d)/i;
      const parameter = rule === 'article-template' ? 'article' : 'category';
      if (holes.test(value)) return undefined;
      const filled = PLACEHOLDER.test(value)
        ? value.replace(PLACEHOLDER, '{slug}')
        : `${value}${value.includes('?') ? '&' : '?'}${parameter}={slug}`;
      return `No link leads to its own address: write {slug} where the slug belongs, such as ${name}="${filled}".`;
    }
    case 'address':
      return IS_BARE_HOST.test(value) ? inFull(name, value) : undefined;
    case 'origins': {
      const odd = value.split(/\s+/).find((origin) => !/^https?:\/\//i.test(origin));
      return odd === undefined
        ? undefined
        : `Write origins in full, separated by blanks: ${name}="https://${odd.replace(/^\/\//, '')}".`;
    }
    case 'parameter':
      return /[?&={}/%]/.test(value)
        ? `Write the parameter's name only: ${name}="${/[\w-]+/.exec(value)?.[0] ?? 'article'}".`
        : undefined;
    default:
      return undefined;
  }
};

/** What is wrong with the value of one attribute, after curly quotation marks were taken off. */
const valueFinding = (tag: string, name: string, rule: Rule, value: string): Finding[] => {
  if (!value.trim() && rule !== 'level' && rule !== 'number') return [];
  const write = mend(name, rule, value);
  return write === undefined
    ? []
    : [finding('unknown-value', `${name}="${value}" is no value that ${tag} knows`, write)];
};

/** For an unknown name: the nearest known one as it would be written, or, where none is near, all that are `listed`. */
const nameFinding = (
  tag: string,
  { name, value }: { readonly name: string; readonly value: string },
  rules: Attributes,
  { prefix = '', listed = Object.keys(rules) } = {},
): Finding => {
  const meant = nearest(name.slice(prefix.length), Object.keys(rules));
  const rule = meant === undefined ? undefined : rules[meant];
  const written = prefix + (meant ?? '');
  const isKept = rule !== undefined && value && mend(written, rule, value) === undefined;
  const write =
    DATA.test(name) && LOST.test(value)
      ? `Data is lost in an attribute: let a script set the property, element.${name} = ….`
      : rule === undefined
        ? `There are ${list(listed.map((one) => prefix + one))}.`
        : `Write ${rule === 'flag' ? written : `${written}="${isKept ? value : '…'}"`}.`;
  return finding('unknown-attribute', `${tag} has no attribute ${name}`, write);
};

/** Everything that is wrong with the attributes of one of our elements. */
export const attributeFindings = ({ localName: tag, attributes }: Written): Finding[] => {
  const rules = VOCABULARY[tag];
  if (!rules) return [];
  return [...attributes].flatMap(({ name, value: written }) => {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) {
      const own = Object.keys(rules).filter((one) => !(one in SETTING_RULES));
      const listed = own.length ? own : Object.keys(rules);
      return isForeign(name) ? [] : [nameFinding(tag, { name, value: written }, rules, { listed })];
    }
    const value = unquoted(name, written);
    const quotes =
      value === written
        ? []
        : [finding('curly-quotes', `${name}=${written}`, `Write straight quotation marks, ${name}="${value}".`)];
    return [...quotes, ...valueFinding(tag, name, rule, value)];
  });
};

/** Everything that is wrong with the `data-care-*` of the element that bears the page's settings. */
export const settingFindings = ({ localName: tag, attributes }: Written): Finding[] =>
  [...attributes].flatMap(({ name, value: written }) => {
    const setting = settingMeantBy(name);
    if (!setting) return [];
    const rule = Object.hasOwn(SETTING_RULES, setting) ? SETTING_RULES[setting] : undefined;
    if (rule === undefined)
      return [nameFinding(`<${tag}>`, { name, value: written }, SETTING_RULES, { prefix: 'data-care-' })];
    return valueFinding(`<${tag}>`, name, rule, unquoted(setting, written));
  });

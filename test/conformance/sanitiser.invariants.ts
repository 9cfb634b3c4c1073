import { ELEMENTS } from '../../src/html/sanitise/allow-list.js';

const ATTRIBUTES = new Set(
  (
    'abbr alt colspan datetime dir height hidden href id lang media open reversed rowspan scope sizes span src srcset ' +
    'start title type value width rel referrerpolicy loading decoding role tabindex aria-label data-care-block data-care-site data-care-align controls preload'
  ).split(' '),
);
const OWN = {
  role: /^region$/,
  tabindex: /^0$/,
  'data-care-block': /^[a-z-]+$/,
  'data-care-site': /^[a-z0-9.-]+$/,
  'data-care-align': /^(left|right|center)$/,
  preload: /^none$/,
};
const HREF = /^(?:https?:\/\/|mailto:|tel:|sms:|#care-)/;

/** What is wrong with a sanitised tree, in words; empty for a safe one. */
export const breaches = (tree: DocumentFragment, origins: readonly string[]): string[] => {
  const found: string[] = [];
  const check = (isFine: boolean, words: string): void => void (isFine || found.push(words));
  for (const element of tree.querySelectorAll('*')) {
    check([...ELEMENTS, 'audio', 'video'].includes(element.localName), `element ${element.localName}`);
    check(element.namespaceURI === 'http://www.w3.org/1999/xhtml', `namespace of ${element.localName}`);
    check(!/ is="/.test((element.cloneNode() as Element).outerHTML), `a kind of ${element.localName}`);
    check(!element.matches('audio, video') || element.getAttribute('preload') === 'none', 'a player that loads');
    for (const { name, value } of element.attributes) {
      check(ATTRIBUTES.has(name), `attribute ${name}`);
      if (name === 'id') check(value.startsWith('care-'), `id ${value}`);
      if (name === 'href') check(element.localName === 'a' && HREF.test(value), `href ${value}`);
      if (name === 'src') check(origins.includes(new URL(value).origin), `src ${value}`);
      if (name === 'srcset') {
        const addresses = value.split(/[\s,]+/).filter((part) => !/^[\d.]+[wx]$/.test(part));
        check(
          addresses.every((address) => origins.includes(new URL(address).origin)),
          `srcset ${value}`,
        );
      }
      const rule = Object.entries(OWN).find(([own]) => own === name)?.[1];
      if (rule) check(rule.test(value), `${name} ${value}`);
    }
  }
  const ids = Array.from(tree.querySelectorAll('[id]'), ({ id }) => id);
  check(new Set(ids).size === ids.length, 'an id twice');
  return found;
};

/**
 * Lit as it ships to visitors: without what no supported browser runs (fallbacks, hooks of polyfills, the list of
 * versions that only the development build reads) and without what no element here uses: a third of it. Each cut names
 * its passage in the minified files of the Lit that package-lock.json holds; a Lit that lacks one stops the build, and
 * so does a source that asks for something cut. The element tests run on this very Lit.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const VERSIONS = [/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'];
const POLYFILLS = [/\w+\.\w+PolyfillSupport/, 'undefined'];

/** For each file: a passage, and what stands in its place. */
const CUTS = {
  'reactive-element.js': [
    VERSIONS,
    POLYFILLS,
    // attributes written from properties, converters, comparisons other than Object.is, JSON in attributes
    [/_\$ET\(t,s\)\{.*?\}\}(?=_\$AK)/, ''],
    [/this\._\$Eq&&=.*?,(?=this\._\$EM\(\)\})/, ''],
    [/u=\{toAttribute.*?return i\}\}/, 'u=(t,s)=>s===Boolean?null!==t:s===Number&&null!==t?Number(t):t'],
    [
      /_\$AK\(t,s\)\{.*?\}(?=requestUpdate\()/,
      '_$AK(t,s){const{_$Eh:i,elementProperties:e}=this.constructor,h=i.get(t);this[h]=u(s,e.get(h).type)}',
    ],
    [
      /requestUpdate\(t,s,i.*?return;this\.C\(t,s,i\)\}/,
      'requestUpdate(t,s){if(void 0!==t){if(!f(this[t],s))return;this.C(t,s)}',
    ],
    [/(?<=\}C\()t,s,\{.*?(?=async _\$EP)/, 't,s){this._$AL.has(t)||this._$AL.set(t,this.hasUpdated?s:void 0)}'],
    [/,this\._\$Em=null/, ''],
    // decorators, initializers, properties that have accessors already, private ones
    [/Symbol\.metadata\?\?=.*?new WeakMap;/, ''],
    [/const t=this\[Symbol\.metadata\];.*?(?=this\._\$Eh=)/, ''],
    [/static addInitializer\(t\)\{.*?\}(?=static)/, ''],
    [/void 0!==t\.l&&\(this\.l=\[\.\.\.t\.l\]\),/, ''],
    [/,this\.constructor\.l\?\.forEach\(t=>t\(this\)\)/, ''],
    [
      /static createProperty\(.*?(?=static _\$Ei)/,
      'static createProperty(t,s){const i=Symbol();this.elementProperties.set(t,s),e(this.prototype,t,{get(){return this[i]},set(s){const e=this[i];this[i]=s,this.requestUpdate(t,e)},configurable:!0,enumerable:!0})}',
    ],
    [/const t=this\.constructor\.elementProperties;if\(t\.size>0\)for.*?this\.C\(s,void 0,i,e\)\}/, ''],
    [/s=\[\.\.\.r\(t\),\.\.\.o\(t\)\]/, 's=r(t)'],
    // nested lists of styles, controllers that are taken away
    [/this\.finalizeStyles\(this\.styles\)\}.*?(?=static _\$Eu)/, 'this.styles??[]}'],
    // hooks that no element has
    [
      /t=this\.shouldUpdate\(s\),t\?\((.*?)\):this\._\$EM\(\)\}catch/,
      't=!0,this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)}catch',
    ],
    [/shouldUpdate\(t\)\{return!0\}/, ''],
    [/,this\.firstUpdated\(t\)\)/, ')'],
    [/firstUpdated\(t\)\{\}/, ''],
    [/return this\.getUpdateComplete\(\)\}getUpdateComplete\(\)\{/, ''],
    [/removeController\(t\)\{.*?\}(?=_\$E_)/, ''],
  ],
  'lit-html.js': [
    VERSIONS,
    POLYFILLS,
    // svg`` and mathml``
    [/l=2===i\?.*?:"",/, 'l="",'],
    [/\+\(2===i\?.*?:""\)/, ''],
    [/if\((?=this\.el=)/, ''],
    [/,2===i\|\|3===i\)\{.*?\}(?=for)/, ';'],
    // values inside comments, <script>, <style>, <textarea> and <title>, as a tag's name, or alone inside a tag
    [/(?<=v=)\/<\(.*?\/g(?=,_)/, '/<\\/?[a-zA-Z][^>\\s]*/g'],
    [/c===v\?"!--".*?:c===p\?/, 'c===v?c=p:c===p?'],
    [/\(c=n\?\?v,d=-1\)/, '(c=v,d=-1)'],
    [/void 0===u\[1\]\?d=-2:/, ''],
    [/c===_\|\|c===m\?c=v:\(c=p,n=void 0\)/, 'c=p'],
    [/\(-2===d\?i:x\)/, 'x'],
    [/else t\.startsWith\(o\)&&.*?;(?=if\(y\.test)/, ''],
    [/if\(y\.test\(r\.tagName\)\).*?\}\}(?=\}else if\(8)/, ''],
    [/if\(r\.data===n\)(d\.push\(\{type:2,index:l\}\));else\{.*?\}(?=l\+\+)/, 'r.data===n&&d.push({type:2,index:l});'],
    [/:6===r\.type&&\(i=new Z\(h,this,t\)\)/, ':0'],
    // directives, and what only they ask
    [/function M\(.*?(?=class R)/, 'function M(t,i){return i}'],
    [/this\._\$AN=void 0,/, ''],
    [/,this\._\$AM=i\}get parentNode.*?(?=u\(t\)\{const\{el)/, '}'],
    [/\(t\?\.creationScope\?\?l\)/, 'l'],
    [/get _\$AU\(\)\{return this\._\$AM\?.*?(?=constructor)/, ''],
    [/this\.type=2,/, ''],
    [/this\._\$AN=void 0,/, ''],
    [/this\._\$AM=s,/, ''],
    [/,this\._\$Cv=e.*?(?=_\$AI)/, '}'],
    [/"number"==typeof s\?this\._\$AC\(t\):\(.*?,s\)(?=;if)/, 'this._$AC(t)'],
    [/(?<=for\()this\._\$AP\?\.\(!1,!0,s\)/, ''],
    [/setConnected\(t\)\{.*?(?=class H)/, '}'],
    [/get tagName.*?(?=constructor)/, ''],
    [/this\.type=1,/, ''],
    [/this\._\$AN=void 0,/, ''],
    [/this\._\$AM=e,/, ''],
    [/&&t!==E(?=,o&&)/, ''],
    [/r===E&&\(r=this\._\$AH\[n\]\),/, ''],
    [/constructor\(\)\{super\(\.\.\.arguments\),this\.type=3\}/, ''],
    [/constructor\(\)\{super\(\.\.\.arguments\),this\.type=4\}/, ''],
    // a place to render before
    [
      /const e=s\?\.renderBefore\?\?i;let h=e\._\$litPart\$;.*?\}return/,
      'const h=i._$litPart$??=new k(i.insertBefore(c(),null),null,void 0,s??{});return',
    ],
    // listeners that are objects or have options
    [
      /(?<=class z extends H\{).*?(?=class Z|const j)/,
      '_$AI(t){const i=t??A,s=this._$AH;i===A?s!==A&&this.element.removeEventListener(this.name,this):s===A&&this.element.addEventListener(this.name,this),this._$AH=i}handleEvent(t){this._$AH.call(this.options?.host??this.element,t)}}',
    ],
  ],
  'lit-element.js': [
    VERSIONS,
    POLYFILLS,
    [/createRenderRoot\(\)\{.*?(?=update\(t\))/, ''],
    [/this\.hasUpdated\|\|\(this\.renderOptions\.isConnected=.*?\),/, ''],
    [/connectedCallback\(\)\{.*?(?=render\(\))/, ''],
    [/,this\._\$Do=void 0/, ''],
    [/this\._\$Do=(?=e\()/, ''],
    [/i\._\$litElement\$=!0,/, ''],
    // hydration of what a server rendered
    [/s\.litElementHydrateSupport\?\.\(\{LitElement:i\}\);/, '0;'],
  ],
};

/** What a source of ours may not ask for, because the cuts took it. */
const TAKEN =
  /\b(?:reflect|useDefault|converter|hasChanged|noAccessor): |type: (?:Array|Object)\b|addInitializer|removeController|shouldUpdate|firstUpdated|getUpdateComplete|renderBefore|\bnoChange\b|\b(?:svg|mathml)`|from 'lit\/|@\w+=\$\{\{|static (?:override )?styles = css/;

/**
 * Properties that Lit keeps to itself: they get short names in the chunk that holds all of Lit. A source of ours that used
 * one would be in another chunk, with another short name.
 */
const OWN_NAMES =
  'enableUpdating performUpdate getPropertyOptions isUpdatePending renderOptions createProperty createRenderRoot shadowRootOptions';
export const INTERNAL = new RegExp(`^(?:_\\$.*|${OWN_NAMES.replaceAll(' ', '|')})$`);
const USES_INTERNAL = new RegExp(`\\b(?:_\\$[A-Z]|(?:${OWN_NAMES.replaceAll(' ', '|')})\\b)`);

const CSS_TAG = path.join(import.meta.dirname, 'css-tag.mjs');

/** The text of one of Lit's files without what is cut, or null where the file is none of those. */
export const leanLitText = (file, code) => {
  const cuts =
    /node_modules\/(?:@lit\/reactive-element|lit-html|lit-element)\/[\w-]+\.js$/.test(file) &&
    CUTS[path.basename(file)];
  if (/\/@lit\/reactive-element\/css-tag\.js$/.test(file)) return readFileSync(CSS_TAG, 'utf8');
  if (!cuts) return null;
  return cuts.reduce((text, [passage, replacement]) => {
    if (!passage.test(text)) throw new Error(`${file} is not the Lit that is known here: no ${passage}`);
    return text.replace(passage, () => replacement);
  }, code);
};

/** The plugin for rollup. */
export const leanLit = () => ({
  name: 'lean-lit',
  transform(code, id) {
    const isOurs = /\/src\/.*\.ts$/.test(id);
    const taken = isOurs && TAKEN.exec(code)?.[0];
    if (taken) this.error(`${id} asks for what the shipped Lit does without (${taken}): take it out of CUTS and TAKEN`);
    const internal = isOurs && USES_INTERNAL.exec(code)?.[0];
    if (internal) this.error(`${id} uses what is Lit's own (${internal}): take it out of OWN_NAMES`);
    const text = leanLitText(id, code);
    return text === null ? null : { code: text, map: null };
  },
});

/** The same for the test runner's server. */
export const serveLeanLit = () => ({
  name: 'lean-lit',
  transform: ({ path: file, body }) => {
    const text = leanLitText(file, body);
    return text === null ? undefined : { body: text };
  },
});

// Types of the tags for JSX, React, Vue and Svelte, from the manifest. Written here and not by the integrations that
// exist for it: those wrap our Event classes in CustomEvent and import them from where they are not.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const comment = (text, indent) =>
  text ? `${indent}/** ${text.replace(/\s+/g, ' ').replaceAll('*/', '*\\/').trim()} */\n` : '';

/**
 * Attributes as a template may write them: a number also as text, and no switch also as `null`, because Vue and Svelte write
 * `false` as a word.
 */
const WRITTEN = { number: 'number | `${number}`', boolean: 'boolean | null' };
const attributeValue = (type) => WRITTEN[type] ?? type;

/** `CareLoadEvent` → `care-load-event`. */
const kebab = (name) => name.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();

const propsName = ({ name }) => `${name}Props`;

const elementProps = (element) => {
  const attributes = element.attributes.map(
    ({ name, type, description }) =>
      `${comment(description, '  ')}  '${name}'?: ${attributeValue(type.text)} | undefined;\n`,
  );
  // Objects, such as a ready article: no attribute can carry them.
  const properties = element.members
    .filter(({ kind, attribute, readonly }) => kind === 'field' && !attribute && !readonly)
    .map(
      ({ name, description }) => `${comment(description, '  ')}  ${name}?: ${element.name}['${name}'] | undefined;\n`,
    );
  return `/** Attributes and properties of \`<${element.tagName}>\`. */\nexport interface ${propsName(element)} {\n${attributes.join('')}${properties.join('')}}\n`;
};

/** Handlers of an element's events, each under every name that `names` gives it. */
const handlers = (element, names) =>
  element.events
    .flatMap(({ name, type, description }) =>
      names(name).map(
        (handler) => `${comment(description, '    ')}    '${handler}'?: ((event: ${type.text}) => void) | undefined;\n`,
      ),
    )
    .join('');

const classImports = (elements) =>
  elements
    .map(({ name, tagName }) => `import type { ${name} } from './types/elements/${tagName}/${tagName}.js';\n`)
    .join('');

const eventImports = (elements) => {
  const names = new Set(elements.flatMap(({ events }) => events.map(({ type }) => type.text)));
  return [...names]
    .sort()
    .map((name) => `import type { ${name} } from './types/events/${kebab(name)}.js';\n`)
    .join('');
};

const propsImport = (elements) => `import type { ${elements.map(propsName).join(', ')} } from './jsx.js';\n`;

const entries = (elements, entry) =>
  elements.map((element) => `    '${element.tagName}': ${entry(element)};\n`).join('');

const eventsOf = (elements, names) =>
  elements.map((element) => `  '${element.tagName}': {\n${handlers(element, names)}  };\n`).join('');

const jsx = (
  elements,
) => `// Types of the tags for any JSX. For React: import type {} from 'care-widgets/react'. Elsewhere:
//   declare module 'your-jsx' { namespace JSX { interface IntrinsicElements extends CareElements {} } }
${classImports(elements)}${eventImports(elements)}
${elements.map(elementProps).join('\n')}
/** What every tag takes. */
export interface CareBaseProps {
  children?: unknown;
  class?: string | undefined;
  className?: string | undefined;
  dir?: 'ltr' | 'rtl' | 'auto' | undefined;
  hidden?: boolean | undefined;
  id?: string | undefined;
  lang?: string | undefined;
  part?: string | undefined;
  ref?: unknown;
  slot?: string | undefined;
  style?: unknown;
  title?: string | undefined;
}

/** Handlers by the event's own name: \`oncare-load\`. */
export interface CareHandlers {
${eventsOf(elements, (name) => [`on${name}`])}}

export interface CareElements {
${entries(elements, (element) => `CareBaseProps & ${propsName(element)} & CareHandlers['${element.tagName}']`).replaceAll(/^ {4}/gm, '  ')}}
`;

const react = (
  elements,
) => `// React 19. \`key\` is React's own word: set that setting on the page or on a <care-config> in HTML.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { CareHandlers } from './jsx.js';
${classImports(elements)}${propsImport(elements)}
type Props<Tag extends keyof CareHandlers, Type, Own> = Omit<
  DetailedHTMLProps<HTMLAttributes<Type>, Type>,
  Exclude<keyof Own, 'key'>
> &
  Omit<Own, 'key'> &
  CareHandlers[Tag] & { class?: string | undefined };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${entries(elements, (element) => `Props<'${element.tagName}', ${element.name}, ${propsName(element)}>`)
  .replaceAll(/^/gm, '  ')
  .trimEnd()}
    }
  }
}
`;

/** `care-load` → `onCareLoad`. */
const vueHandler = (name) => `on${name.replace(/(^|-)([a-z])/g, (_, _dash, letter) => letter.toUpperCase())}`;

const vue = (
  elements,
) => `// Vue 3: templates know the tags. \`key\` is Vue's own word: set that setting on the page or on a <care-config> in HTML.
import type { HTMLAttributes, PublicProps } from 'vue';
${eventImports(elements)}${propsImport(elements)}
interface Handlers {
${eventsOf(elements, (name) => [vueHandler(name)])}}

type Camel<Name> = Name extends \`\${infer Head}-\${infer Tail}\` ? \`\${Head}\${Capitalize<Camel<Tail>>}\` : Name;

/** Templates write \`article-id\`, render functions \`articleId\`. */
type Own<Props> = Omit<Props, 'key'> & { [Name in Exclude<keyof Props, 'key'> as Camel<Name>]?: Props[Name] };

type Element<Tag extends keyof Handlers, Props> = new () => {
  $props: PublicProps & Omit<HTMLAttributes, keyof Props> & Own<Props> & Handlers[Tag];
};

declare module 'vue' {
  interface GlobalComponents {
${entries(elements, (element) => `Element<'${element.tagName}', ${propsName(element)}>`)}  }
}
`;

const svelte = (elements) => `// Svelte 5 (oncare-load) and 4 (on:care-load).
import type { HTMLAttributes } from 'svelte/elements';
${classImports(elements)}${eventImports(elements)}${propsImport(elements)}
interface Handlers {
${eventsOf(elements, (name) => [`on${name}`, `on:${name}`])}}

type Props<Tag extends keyof Handlers, Type extends EventTarget, Own> = Omit<HTMLAttributes<Type>, keyof Own> &
  Own &
  Handlers[Tag];

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${entries(elements, (element) => `Props<'${element.tagName}', ${element.name}, ${propsName(element)}>`)}  }
}
`;

export const frameworkTypes = ({ outdir }) => ({
  name: 'framework-types',
  packageLinkPhase({ customElementsManifest }) {
    const elements = customElementsManifest.modules.flatMap(({ declarations }) => declarations);
    for (const [file, text] of Object.entries({ jsx, react, vue, svelte })) {
      writeFileSync(join(outdir, `${file}.d.ts`), text(elements));
    }
  },
});

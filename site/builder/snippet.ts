import { dressOf } from '../../src/server/dress.js';
import { resolveSource } from '../../src/sources/shared/source-name.js';
import { attributesOf, fallbackOf, isRendered, widgetsTag, type Content } from './element.js';
import { htmlOf, jsxOf, lines, tagOf, type Node, type Written } from './writing.js';
import type { Variant, Wish } from './wish.js';

/** The files that a snippet names. */
export interface Release {
  readonly version: string;
  /** By file, its SRI hash; empty for none. */
  readonly integrity: Readonly<Record<string, string>>;
  /** By element, source and part: the files that it loads (`preload.json`). Default: none are named. */
  readonly preload?: Readonly<Record<string, readonly string[]>>;
  /** Where the files lie, with `/` at its end. Default: the usual place of the variant. */
  readonly base?: string;
}

/** What is done one after the other; the words of a step are looked up by its name. */
export interface Step {
  readonly name: string;
  /** What its words name. */
  readonly values?: Readonly<Record<string, string>>;
  readonly code?: string;
  readonly language?: 'html' | 'tsx' | 'vue' | 'sh' | 'block';
}

export interface Snippet {
  /** Three. */
  readonly steps: readonly Step[];
  /** Value of the header for a page that has one, and holds nothing else. */
  readonly policy: string;
}

const YOUR_SITE = 'https://your-clinic.example';

/** Builders that take no folder of scripts: their pages name the files on another host. */
const HOSTED: readonly Variant[] = ['squarespace', 'wix', 'webflow'];
/** Of these, those that put code into a frame, or that load pages by themselves. */
const CLASSIC: readonly Variant[] = ['squarespace', 'wix'];

const originOf = (url: string): string | undefined =>
  /^https?:/.test(url) && URL.canParse(url) ? new URL(url).origin : undefined;

/** Where the files lie, as the variant's page names it. */
const baseOf = (wish: Wish, { version, base }: Release, endpoint = ''): string => {
  if (base) return base;
  const folder = wish.folder.trim().replace(/\/*$/, '/');
  if (folder !== '/') return folder;
  const path = `/care-widgets-${version}/`;
  return HOSTED.includes(wish.variant) ? (originOf(endpoint) ?? YOUR_SITE) + path : path;
};

/** What brings the widgets into a page. */
export const scriptTag = (wish: Wish, release: Release, { endpoint, source }: Content): string => {
  const file = CLASSIC.includes(wish.variant) ? 'care-widgets.classic.js' : 'care-widgets.js';
  const integrity = release.integrity[file];
  return tagOf('script', {
    type: file === 'care-widgets.js' ? 'module' : undefined,
    src: baseOf(wish, release, endpoint) + file,
    integrity: integrity || undefined,
    crossorigin: integrity ? true : undefined,
    'data-care-endpoint': needsEndpoint(wish) ? endpoint : undefined,
    'data-care-source': needsEndpoint(wish) ? source : undefined,
    'data-care-key': needsEndpoint(wish) ? wish.key || undefined : undefined,
  }).concat('</script>');
};

/** Names the files that the script is going to load, so that the browser asks for all of them at once. */
const preloadTags = (wish: Wish, { integrity, preload = {} }: Release, content: Content, base: string): string[] => {
  if (!wish.preload) return [];
  const { widget, look, density, locale, key } = wish;
  const isFetched = needsEndpoint(wish) && !isRendered(wish, content);
  const names = [
    widgetsTag(widget),
    isFetched ? resolveSource(content.endpoint, content.source, key).source : '',
    isFetched && widget === 'benefits' ? 'html' : '',
    look !== 'host' || density !== 'regular' ? 'looks' : '',
    locale === 'es' ? 'es' : '',
  ];
  const files = new Set(names.flatMap((name) => preload[name] ?? []));
  return [...files].map((file) =>
    tagOf('link', { rel: 'modulepreload', href: base + file, integrity: integrity[file] || undefined }),
  );
};

/** Whether the widget asks for anything. */
const needsEndpoint = ({ widget, slug }: Pick<Wish, 'widget' | 'slug'>): boolean =>
  widget !== 'contact' && widget !== 'newsletter' && (widget !== 'benefits' || !!slug);

const asElement = (wish: Wish, content: Content): Node => ({
  tag: widgetsTag(wish.widget),
  attributes: attributesOf(wish, content),
  children: fallbackOf(wish, content),
});

/** The same for editors that remove unknown tags. */
const asDiv = (node: Node, { widget }: Wish): Node => ({
  tag: 'div',
  attributes: {
    'data-care-widget': widget,
    ...Object.fromEntries(Object.entries(node.attributes).map(([name, value]) => [`data-${name}`, value])),
  },
  children: node.children,
});

/** Attributes as the block editor keeps them: camel case, in JSON that ends no comment (`serialize_block_attributes()`). */
const asBlock = ({ attributes }: Node, { widget, action }: Wish): string => {
  // a block holds no form of one's own
  const written: Written = widget === 'newsletter' ? { action, ...attributes } : attributes;
  const named = Object.entries(written).map(([name, value]) => [
    name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  const json = named.length
    ? ` ${JSON.stringify(Object.fromEntries(named)).replace(
        /--|[<>&]|\\"/g,
        (part) => ({ '--': '\\u002d\\u002d', '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' })[part] ?? '\\u0022',
      )}`
    : '';
  return `<!-- wp:care-widgets/${widget}${json} /-->`;
};

const inFramework = (wish: Wish, content: Content): Node => {
  const node = asElement(wish, content);
  const settings: Written = needsEndpoint(wish)
    ? { endpoint: content.endpoint, source: content.source, key: wish.key || undefined }
    : {};
  return { ...node, attributes: { ...settings, ...node.attributes } };
};

const importOf = ({ widget }: Wish): string => `import 'care-widgets/define/${widgetsTag(widget)}.js';`;

const react = (wish: Wish, content: Content): string => {
  const { key, ...attributes } = inFramework(wish, content).attributes;
  const node = { ...inFramework(wish, content), attributes };
  // `key` is React's own word
  const tree: Node = key ? { tag: 'care-config', attributes: { 'data-care-key': key }, children: [node] } : node;
  return lines(
    `import type {} from 'care-widgets/react';`,
    ...(key ? [`import 'care-widgets/define/care-config.js';`] : []),
    importOf(wish),
    '',
    'export const Care = () => (',
    jsxOf(tree, '  '),
    ');',
  );
};

const vue = (wish: Wish, content: Content): string =>
  lines(
    '<script setup lang="ts">',
    `import type {} from 'care-widgets/vue';`,
    importOf(wish),
    '</script>',
    '',
    '<template>',
    htmlOf(inFramework(wish, content), '  ', { isVue: true }),
    '</template>',
  );

const steps = (wish: Wish, content: Content, release: Release): readonly Step[] => {
  const base = baseOf(wish, release, content.endpoint);
  const node = asElement(wish, content);
  const script = scriptTag(wish, release, content);
  const preloads = preloadTags(wish, release, content, base);
  const sheets = wish.rendered && needsEndpoint(wish) ? ['care-widgets.css'] : [];
  if (sheets.length && dressOf(wish)) sheets.push('care-widgets.looks.css');
  const styles = sheets.map((sheet) => tagOf('link', { rel: 'stylesheet', href: base + sheet }));
  const html = (...parts: readonly string[]): Pick<Step, 'code' | 'language'> => ({
    code: lines(...parts.filter(Boolean)),
    language: 'html',
  });
  const upload: Step = { name: 'upload', values: { folder: base } };
  const host: Step = { name: 'host', values: { folder: base } };
  const open: Step = { name: 'open' };
  switch (wish.variant) {
    case 'html':
      return [upload, { name: 'paste-html', ...html(...styles, script, ...preloads, htmlOf(node)) }, open];
    case 'wordpress': {
      const name = needsEndpoint(wish) ? 'plugin-settings' : 'plugin-no-settings';
      return [
        { name: 'plugin' },
        { name, values: { endpoint: content.endpoint } },
        { name: 'paste-block', code: asBlock(node, wish), language: 'block' },
      ];
    }
    case 'wordpress-html':
      return [
        upload,
        { name: 'footer', ...html(...styles, script, ...preloads) },
        { name: 'custom-html', ...html(htmlOf(asDiv(node, wish))) },
      ];
    case 'squarespace':
    case 'wix':
      return [host, { name: `paste-${wish.variant}`, ...html(...styles, script, htmlOf(node)) }, { name: 'publish' }];
    case 'webflow':
      return [
        host,
        { name: 'webflow-code', ...html(...styles, script, ...preloads) },
        { name: 'paste-webflow', ...html(htmlOf(node)) },
      ];
    case 'react':
    case 'vue':
      return [
        { name: 'install', code: `npm install ./care-widgets-${release.version}.tgz`, language: 'sh' },
        wish.variant === 'react'
          ? { name: 'component', code: react(wish, content), language: 'tsx' }
          : { name: 'component-vue', code: vue(wish, content), language: 'vue' },
        open,
      ];
  }
};

const policyOf = (wish: Wish, { endpoint }: Content, base: string): string => {
  const content = needsEndpoint(wish) ? originOf(endpoint) : undefined;
  const service = wish.widget === 'newsletter' ? originOf(wish.action) : undefined;
  const list = (...sources: readonly (string | undefined)[]): string =>
    [...new Set(["'self'", ...sources.filter((source) => source !== undefined)])].join(' ');
  return [
    "default-src 'self'",
    `script-src ${list(originOf(base))}`,
    `connect-src ${list(content, service)}`,
    `img-src ${list(content)}`,
    ...(content ? [`media-src ${list(content)}`] : []),
    `form-action ${list(service)}`,
  ].join('; ');
};

/**
 * What is pasted, step by step: the one function that makes the builder's snippets, its previews and those of the tests.
 * Depends on its arguments only.
 */
export const snippetOf = (wish: Wish, content: Content, release: Release): Snippet => ({
  steps: steps(wish, content, release),
  policy: policyOf(wish, content, baseOf(wish, release, content.endpoint)),
});

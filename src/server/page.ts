import type { DefaultTreeAdapterTypes } from 'parse5';
import { SETTING_NAMES, mergeSettings, type Settings } from '../model/settings.js';
import { unquoted } from '../model/attribute-value.js';
import { loadParser } from './libraries.js';
import { attributeOf, descendantsOf, isElement } from './tree.js';
import { holdsWords, pagePartIn, slottedIn } from './inside.js';
import { isWidgetTag, type WidgetTag } from './render-widget.js';

type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** A part of the page's text: start, and end (exclusive), in UTF-16 units. */
export type Span = readonly [start: number, end: number];

/** An element of ours as it is written in a page. */
export interface FoundTag {
  readonly tag: WidgetTag;
  /** As written; of attributes with the same name the first. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The settings in effect for it, its own included. */
  readonly settings: Settings;
  /** BCP 47, of the nearest `lang`. */
  readonly language: string | undefined;
  /** Line in the page, from 1. */
  readonly line: number;
  readonly startTag: Span;
  /** The content; where the end tag is missing, up to the end of the parent. */
  readonly inside: Span;
  readonly hasEndTag: boolean;
  /** The attribute `data-care-rendered`, name and value. */
  readonly rendered: Span | undefined;
  /** The attribute `data-care-dress`, name and value. */
  readonly dressed: Span | undefined;
  /** The name of the first element inside that is no fallback. */
  readonly pagePart: string | undefined;
  /** What the author wrote for slots of the element. */
  readonly slotted: string;
  /** Whether the author wrote more into it than links. */
  readonly isAuthored: boolean;
}

/** A page as far as it is read here. */
export interface Page {
  readonly tags: readonly FoundTag[];
  /** Ids in the page, except inside our elements. */
  readonly ids: ReadonlySet<string>;
  /** The page's tree without the content of our elements: equal before and after a change that touches only that. */
  readonly outline: string;
}

const HTML = 'http://www.w3.org/1999/xhtml';

const settingsOf = (element: Element, prefix = ''): Settings =>
  Object.fromEntries(
    SETTING_NAMES.flatMap((name) => {
      const value = attributeOf(element, prefix + name);
      return value === undefined ? [] : [[name, unquoted(name, value)]];
    }),
  );

const findPageSettings = (node: ParentNode): Settings => {
  const elements = descendantsOf(node);
  const bears = (name: string) => (element: Element) => attributeOf(element, `data-care-${name}`) !== undefined;
  const bearer =
    elements.find(bears('endpoint')) ?? elements.find((element) => SETTING_NAMES.some((name) => bears(name)(element)));
  return bearer ? settingsOf(bearer, 'data-care-') : {};
};

/** Reads a page, or a part of one. Nothing of it is changed by that. */
export const readPage = async (html: string, given: Settings): Promise<Page> => {
  const { parse } = await loadParser();
  const root: ParentNode = parse(html, { sourceCodeLocationInfo: true });
  const tags: FoundTag[] = [];
  const ids = new Set<string>();

  const visit = (node: ParentNode, outer: Settings, language: string | undefined): void => {
    for (const child of node.childNodes) {
      if (!isElement(child)) continue;
      const lang = attributeOf(child, 'lang') || language;
      const { tagName, sourceCodeLocation: place } = child;
      const isOurs = child.namespaceURI === HTML && isWidgetTag(tagName);
      if (isOurs && place?.startTag) {
        const attributes = Object.fromEntries(child.attrs.map(({ name, value }) => [name, value]));
        const spanOf = (name: string): Span | undefined => {
          const at = place.attrs?.[name];
          return at && [at.startOffset, at.endOffset];
        };
        const rendered = spanOf('data-care-rendered');
        const { endTag, startTag } = place;
        tags.push({
          tag: tagName,
          attributes,
          settings: mergeSettings(settingsOf(child), outer),
          language: lang,
          line: place.startLine,
          startTag: [startTag.startOffset, startTag.endOffset],
          inside: [startTag.endOffset, endTag?.startOffset ?? place.endOffset],
          hasEndTag: !!endTag,
          rendered,
          dressed: spanOf('data-care-dress'),
          pagePart: pagePartIn(child),
          slotted: slottedIn(child, html),
          isAuthored: !rendered && holdsWords(child),
        });
      }
      const id = attributeOf(child, 'id');
      if (id && !isOurs) ids.add(id);
      // the content of one of our elements is rendered text or its fallback, unless its end tag is missing
      if (isOurs && place?.endTag) continue;
      visit(child, tagName === 'care-config' ? mergeSettings(settingsOf(child), outer) : outer, lang);
    }
  };
  visit(root, mergeSettings(findPageSettings(root), given), undefined);

  const outline = (node: ParentNode): string =>
    node.childNodes
      .map((child) => {
        if (!isElement(child)) return 'value' in child ? child.value.replace(/\s+/g, '') : '';
        const isOurs = isWidgetTag(child.tagName);
        const attributes = child.attrs.filter(({ name }) => !/^data-care-(?:rendered|dress)$/.test(name));
        const inner = isOurs && child.sourceCodeLocation?.endTag ? '' : outline(child);
        return `<${child.tagName} ${JSON.stringify(attributes)}>${inner}</>`;
      })
      .join('');
  return { tags, ids, outline: outline(root) };
};

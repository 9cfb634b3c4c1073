import { createRenderer, type PageOptions, type Problem, type RendererOptions } from './renderer.js';

/** How a page is filled: {@link RendererOptions} and {@link PageOptions}. */
export interface RenderWidgetsOptions extends RendererOptions, PageOptions {
  /** Told of each tag that could not be filled. Default: a warning on the console. */
  readonly onProblem?: (problem: Problem) => void;
}

const warn = ({ tag, line, code, detail, url = '' }: Problem): void =>
  console.warn(`<${tag}> in line ${line} was not rendered: ${[code, detail, url].filter(Boolean).join(' | ')}`);

/**
 * A page with the text of every `care-*` element in it, ready for readers without JavaScript. Settings are read from the
 * elements, from `care-config` around them and from the script tag's `data-care-*`, as in a browser. All else in the page
 * stays as it is written, byte by byte. A tag that cannot be filled keeps what it holds.
 *
 * For many pages make one renderer with `createRenderer()`: it asks for each article once.
 *
 * @throws CareError `not-configured` where parse5 is not installed.
 */
export const renderWidgets = async (html: string, options: RenderWidgetsOptions = {}): Promise<string> => {
  const { onProblem = warn } = options;
  const { html: filled, problems } = await createRenderer(options).render(html, options);
  problems.forEach(onProblem);
  return filled;
};

// The renderer: the HTML that elements adopt, written where there is no browser.
export type { CreateSource } from './sources.js';
export type { PageContext, WidgetAttributes } from './context.js';
export { renderWidget, type WidgetContent, type WidgetTag } from './render-widget.js';
export { renderWidgets, type RenderWidgetsOptions } from './render-widgets.js';
export {
  createRenderer,
  type PageOptions,
  type Problem,
  type RenderedPage,
  type Renderer,
  type RendererOptions,
} from './renderer.js';
export { sanitise, type SanitiseOptions } from './sanitise.js';
export type { BenefitsData, SanitisedText } from './widgets/benefits.js';
export type { ListData } from './widgets/list.js';
export type { WrittenArticle } from './widgets/parts.js';
export { CareError, type CareErrorCode } from '../model/care-error.js';

import { html, nothing, type TemplateResult } from 'lit';
import type { Picture } from '../../model/picture.js';

/**
 * A picture in the size that fits. `sizes` describes its place in the layout as `<img sizes>` does. Loads late unless it
 * leads a page, tells its host no URL of the page, and holds its space before it has loaded.
 */
export const picture = (
  { url, width, height, alt, sources }: Picture,
  sizes: string,
  loading: 'lazy' | 'eager' = 'lazy',
): TemplateResult =>
  html`<img
    part="image"
    loading=${loading}
    decoding="async"
    referrerpolicy="no-referrer"
    width=${width ?? nothing}
    height=${height ?? nothing}
    sizes=${sizes}
    srcset=${sources.length > 1 ? sources.map((size) => `${size.url} ${size.width}w`).join(', ') : nothing}
    src=${url}
    alt=${alt}
  />`;

import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Picture } from '../../model/picture.js';

/**
 * A picture in the size that fits. `sizes` describes its place in the layout as `<img sizes>` does. Loads late, tells
 * its host no address of the page, and holds its space before it has loaded.
 */
export const picture = ({ url, width, height, alt, sources }: Picture, sizes: string): unknown =>
  html`<img
    part="image"
    loading="lazy"
    decoding="async"
    referrerpolicy="no-referrer"
    width=${ifDefined(width)}
    height=${ifDefined(height)}
    sizes=${sizes}
    srcset=${ifDefined(sources.length > 1 ? sources.map((size) => `${size.url} ${size.width}w`).join(', ') : undefined)}
    src=${url}
    alt=${alt}
  />`;

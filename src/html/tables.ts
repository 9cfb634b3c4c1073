import { lineOf } from './outline.js';

/**
 * Puts each table into a region of its own that can scroll sideways and be reached by keyboard, so that a wide one
 * neither widens the page nor hides cells. The region is named by the table's caption, else by `label`, numbered from the
 * second on: two landmarks of one name cannot be told apart.
 */
export const wrapTables = (tree: DocumentFragment, label: string): void => {
  let unnamed = 0;
  for (const table of tree.querySelectorAll('table')) {
    if (table.parentElement?.closest('table')) continue;
    const caption = table.caption ?? table.closest('figure')?.querySelector('figcaption');
    const region = table.ownerDocument.createElement('div');
    region.setAttribute('data-care-block', 'table');
    region.setAttribute('role', 'region');
    region.setAttribute('tabindex', '0');
    region.setAttribute('aria-label', (caption && lineOf(caption)) || (++unnamed > 1 ? `${label} ${unnamed}` : label));
    table.replaceWith(region);
    region.append(table);
  }
};

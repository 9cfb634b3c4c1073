import { lineOf, renameElement } from '../dom.js';

/**
 * Puts each table into a region of its own that can scroll sideways and be reached by keyboard, so that a wide one
 * neither widens the page nor hides cells. The region is named by the table's caption; where there is none, `prepare()`
 * gives it a name in the widget's language. A header without content, as in the corner of many tables, becomes an ordinary
 * cell: a screen reader would announce a header that says nothing.
 */
export const wrapTables = (tree: DocumentFragment): void => {
  for (const header of tree.querySelectorAll('th')) {
    if (lineOf(header) || header.querySelector('img')) continue;
    header.removeAttribute('scope');
    renameElement(header, 'td');
  }
  for (const table of tree.querySelectorAll('table')) {
    if (table.parentElement?.closest('table')) continue;
    // not by `table.caption`, which a server's document may lack
    const own = [...table.children].find(({ localName }) => localName === 'caption');
    const caption = own ?? table.closest('figure')?.querySelector('figcaption');
    const region = table.ownerDocument.createElement('div');
    region.setAttribute('data-care-block', 'table');
    region.setAttribute('role', 'region');
    region.setAttribute('tabindex', '0');
    const name = caption && lineOf(caption);
    if (name) region.setAttribute('aria-label', name);
    table.replaceWith(region);
    region.append(table);
  }
};

/**
 * Takes the regions of wide tables out of the order of the tab key wherever they have nothing to scroll, for as long as that
 * is so: `repair/` made each one reachable, because only on the page is it known how wide it is.
 */
export const watchTables = (text: Element): void => {
  const regions = [...text.querySelectorAll('[data-care-block=table]')];
  if (!regions.length) return;
  const observer = new ResizeObserver(() => {
    for (const region of regions) {
      if (region.scrollWidth > region.clientWidth) region.setAttribute('tabindex', '0');
      else region.removeAttribute('tabindex');
    }
  });
  for (const region of regions) {
    observer.observe(region);
    if (region.firstElementChild) observer.observe(region.firstElementChild);
  }
};

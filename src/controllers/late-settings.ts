const SELECTOR = '[data-care-endpoint]';

let isWaiting = false;

/**
 * Waits for an element that bears the page's settings, where there is none yet: the parser may be on its way to it, or the
 * page adds it later. Then all elements look again, as if a provider had come. Needed only after one has found nothing.
 */
export const awaitPageSettings = (): void => {
  if (isWaiting || document.querySelector(SELECTOR)) return;
  isWaiting = true;
  const observer = new MutationObserver(() => {
    if (!document.querySelector(SELECTOR)) return;
    observer.disconnect();
    isWaiting = false;
    document.dispatchEvent(new CustomEvent('context-provider'));
  });
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['data-care-endpoint'] });
};

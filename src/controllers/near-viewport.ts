/** How far outside the viewport `loading="lazy"` starts: about one phone screen. */
const MARGIN = '600px';

const waiting = new WeakMap<Element, () => void>();
let observer: IntersectionObserver | undefined;

/**
 * Calls `run` once, as soon as `element` is near the viewport. One observer serves all elements, so that those which come
 * near together are loaded in one batch.
 */
export const whenNearViewport = (element: Element, run: () => void): void => {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        const arrived = waiting.get(target);
        waiting.delete(target);
        observer?.unobserve(target);
        arrived?.();
      }
    },
    { rootMargin: MARGIN },
  );
  waiting.set(element, run);
  observer.observe(element);
};

/**
 * Runs in the measured page before anything else, the same code whoever renders. A card counts as rendered once its
 * title stands in a heading: of its shadow root or of its own children. Looked at once a frame, so that looking costs
 * next to nothing and always comes at the same point of a frame.
 */
{
  const { count } = document.currentScript.dataset;
  const shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, startTime } of list.getEntries()) shifts.push({ value, startTime });
  }).observe({ type: 'layout-shift', buffered: true });

  const cards = document.getElementsByClassName('card');
  const headings = 'h1, h2, h3, h4, h5, h6';
  const isRendered = (card) => {
    const title = (card.shadowRoot?.querySelector(headings) ?? card.querySelector(headings))?.textContent ?? '';
    return title.includes(card.dataset.marker);
  };

  let rendered = 0;
  window.bench = {
    shifts,
    /** Milliseconds since navigation started, when the frame that holds the last card's title has been painted. */
    done: new Promise((resolve) => {
      const look = () => {
        while (cards[rendered] && isRendered(cards[rendered])) rendered++;
        if (rendered < count) {
          requestAnimationFrame(look);
          return;
        }
        document.body.getBoundingClientRect(); // style and layout are part of what is measured
        // A message is delivered after this frame's style, layout and paint.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    }),
    /** How far it came, for the report of a run that never ended. */
    get rendered() {
      return rendered;
    },
  };
}

// The name by which the build knows what to minify.
const css = String.raw;

/** The look of both competitors: what a card of this kind needs, and a skeleton of the same shape. */
export const cardSheet = new CSSStyleSheet();

cardSheet.replaceSync(css`
  :host {
    display: block;
    box-sizing: border-box;
    font-family: inherit;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .card {
    display: flex;
    flex-direction: column;
    height: 100%;
    overflow: hidden;
    border: 1px solid #8888;
    border-radius: 0.5em;
  }
  .media {
    aspect-ratio: 3 / 2;
    overflow: hidden;
    background: #8882;
  }
  .media img {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .text {
    display: flex;
    flex-direction: column;
    gap: 0.5em;
    padding: 1em;
  }
  .title {
    margin: 0;
    font-size: 1.2em;
    line-height: 1.25;
  }
  .title a {
    color: inherit;
    text-decoration: none;
  }
  .title a:hover {
    text-decoration: underline;
  }
  .title a:focus-visible {
    outline: 0.15em solid;
    outline-offset: 0.15em;
  }
  .excerpt {
    margin: 0;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }
  .byline {
    margin: 0;
    font-size: 0.9em;
    opacity: 0.8;
  }
  .bar {
    height: 1em;
    border-radius: 0.25em;
    background: #8883;
  }
  .bar:first-child {
    height: 1.5em;
    width: 80%;
  }
  .bar:last-child {
    width: 50%;
  }
`);

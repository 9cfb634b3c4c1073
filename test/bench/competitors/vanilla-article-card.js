import { cardSheet } from './card-sheet.js';
import { loadCard } from './load-card.js';

const parse = (html) => {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild;
};

const skeleton = parse(
  '<div class="card" aria-hidden="true"><div class="media"></div><div class="text"><div class="bar"></div><div class="bar"></div><div class="bar"></div></div></div>',
);
const card = parse(
  '<article class="card"><div class="media"><img loading="lazy" decoding="async" sizes="(max-width: 40em) 100vw, 20em"></div><div class="text"><h2 class="title"><a></a></h2><p class="excerpt"></p><p class="byline"><span></span> <time></time></p></div></article>',
);

/** What somebody who knows the platform writes by hand: a cloned template, filled once. */
class VanillaArticleCard extends HTMLElement {
  static observedAttributes = ['slug'];

  #root = this.attachShadow({ mode: 'open' });

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [cardSheet];
  }

  connectedCallback() {
    this.#load();
  }

  attributeChangedCallback(_name, before) {
    if (before !== null && this.isConnected) this.#load();
  }

  async #load() {
    const { slug } = this;
    this.#root.replaceChildren(skeleton.cloneNode(true));
    try {
      const content = await loadCard(slug);
      if (slug === this.slug) this.#render(content);
    } catch (error) {
      if (slug !== this.slug) return;
      console.warn(error);
      this.#root.replaceChildren(document.createElement('slot'));
    }
  }

  get slug() {
    return this.getAttribute('slug');
  }

  #render({ title, url, excerpt, byline, date, dateText, image }) {
    const article = card.cloneNode(true);
    const [media, text] = article.children;
    if (image) Object.assign(media.firstElementChild, image);
    else media.remove();
    const [heading, teaser, line] = text.children;
    heading.firstElementChild.href = url;
    heading.firstElementChild.textContent = title;
    teaser.textContent = excerpt;
    const [name, time] = line.children;
    if (byline) name.textContent = `By ${byline}`;
    time.dateTime = date;
    time.textContent = dateText;
    this.#root.replaceChildren(article);
  }
}

customElements.define('vanilla-article-card', VanillaArticleCard);

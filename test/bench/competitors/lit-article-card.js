import { html, LitElement, nothing } from 'lit';
import { cardSheet } from './card-sheet.js';
import { loadCard } from './load-card.js';

/** What somebody writes with Lit and nothing else. */
class LitArticleCard extends LitElement {
  static properties = {
    slug: {},
    _content: { state: true },
    _failed: { state: true },
  };

  static styles = cardSheet;

  willUpdate(changed) {
    if (changed.has('slug')) this.#load();
  }

  async #load() {
    const { slug } = this;
    this._content = undefined;
    this._failed = false;
    try {
      const content = await loadCard(slug);
      if (slug === this.slug) this._content = content;
    } catch (error) {
      if (slug !== this.slug) return;
      console.warn(error);
      this._failed = true;
    }
  }

  render() {
    if (this._failed) return html`<slot></slot>`;
    if (!this._content) {
      return html`<div class="card" aria-hidden="true">
        <div class="media"></div>
        <div class="text">
          <div class="bar"></div>
          <div class="bar"></div>
          <div class="bar"></div>
        </div>
      </div>`;
    }
    const { title, url, excerpt, byline, date, dateText, image } = this._content;
    return html`<article class="card">
      ${
        image
          ? html`<div class="media">
              <img
                src=${image.src}
                srcset=${image.srcset}
                sizes="(max-width: 40em) 100vw, 20em"
                width=${image.width}
                height=${image.height}
                alt=${image.alt}
                loading="lazy"
                decoding="async"
              />
            </div>`
          : nothing
      }
      <div class="text">
        <h2 class="title"><a href=${url}>${title}</a></h2>
        <p class="excerpt">${excerpt}</p>
        <p class="byline">
          ${byline ? html`<span>By ${byline}</span>` : nothing} <time datetime=${date}>${dateText}</time>
        </p>
      </div>
    </article>`;
  }
}

customElements.define('lit-article-card', LitArticleCard);

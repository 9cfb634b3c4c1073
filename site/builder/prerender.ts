// What the build writes into the builder's page, so that a snippet is there before the script, and without it.
import { escapeText } from '../../src/html/markup.js';
import { snippetOf, type Release } from './snippet.js';
import { FIRST_WISH, LAYOUTS, VARIANTS, WIDGETS } from './wish.js';
import { EN, PAGES, piecesOf } from './words.js';

const CONTENT = {
  endpoint: 'https://your-clinic.example/',
  articles: [
    {
      id: '1',
      slug: 'what-is-an-iop',
      title: 'What is an IOP?',
      excerpt: '',
      url: 'https://your-clinic.example/what-is-an-iop/',
      authors: [],
      reviewers: [],
      categories: [],
      tags: [],
      isProtected: false,
    },
  ],
  categories: [],
  readAt: '',
};

const wordsOf = (name: string): string => (EN as Readonly<Record<string, string>>)[name] ?? name;

export const prerender = (release: Release) => {
  const { steps, policy } = snippetOf(FIRST_WISH, CONTENT, release);
  const html = steps.map(({ name, values = {}, code }) => {
    const text = piecesOf(wordsOf(`step-${name}`)).map(({ words = '', name: place = '' }) =>
      PAGES[place]
        ? `<a href="${PAGES[place]}">${wordsOf(place)}</a>`
        : place
          ? `<code>${escapeText(values[place] ?? '')}</code>`
          : escapeText(words),
    );
    // as the script makes it, so that nothing moves when it does
    const block = code
      ? `<div class="code"><pre tabindex="0" role="group" aria-label="Code"><code>${escapeText(code)}</code></pre><button type="button" data-waits>${EN.copy}</button></div>`
      : '';
    return `<li><p>${text.join('')}</p>${block}</li>`;
  });
  return { words: EN, steps: html.join('\n'), policy, widgets: WIDGETS, variants: VARIANTS, layouts: LAYOUTS };
};

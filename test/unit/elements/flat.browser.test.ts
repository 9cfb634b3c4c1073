import { expect } from 'chai';
import { html, nothing, render } from 'lit';
import { flat, markup } from '../../../src/elements/shared/flat.js';
import { heading } from '../../../src/elements/shared/heading.js';

describe('flat', () => {
  const card = (name: string, teaser: unknown) =>
    flat(
      html`<article class=${markup(['wide'])} lang=${nothing}>
        <b>${name}</b>${teaser}${[html`<i>${name}</i>`]}
      </article>`,
    );

  it('writes the templates inside a template into it', () => {
    const { strings, values } = card('A', html`<p title=${'T'}>${'B'}</p>`);
    expect(values.filter((value) => typeof value === 'string')).to.deep.equal(['A', 'T', 'B']);
    expect(strings.join('|').replace(/\s+(?=<)/g, '')).to.equal(
      '<article class=wide lang=|><b>|</b><p title=|>|</p>|</article>',
    );
  });

  it('renders what the template would, with text as text', () => {
    const root = document.createElement('div');
    render(card('<u>A</u>', html`<p>${'<u>B</u>'}</p>`), root);
    expect(root.querySelector('article')).to.have.property('className', 'wide');
    expect(root.querySelector('article')!.hasAttribute('lang')).to.equal(false);
    expect(root.textContent.trim()).to.equal('<u>A</u><u>B</u><u>A</u>');
    expect(root.querySelector('u')).to.equal(null);
  });

  it('keeps the nodes while the shape stays the same', () => {
    const root = document.createElement('div');
    render(card('A', html`<p>${'B'}</p>`), root);
    const article = root.querySelector('article');
    render(card('C', html`<p>${'D'}</p>`), root);
    expect(root.querySelector('article')).to.equal(article);
    expect(root.querySelector('p')!.textContent).to.equal('D');
    render(card('C', nothing), root);
    expect(root.querySelector('p')).to.equal(null);
    expect(root.querySelector('b')!.textContent).to.equal('C');
  });

  it('tells a text from a template at the same place', () => {
    const root = document.createElement('div');
    render(card('A', 'plain'), root);
    render(card('A', html`<p>${'B'}</p>`), root);
    expect(root.querySelector('p')!.textContent).to.equal('B');
    render(card('A', 'plain'), root);
    expect(root.querySelector('article')!.textContent.trim()).to.equal('AplainA');
  });
});

describe('heading', () => {
  for (const [level, tag] of [
    [1, 'h1'],
    [3, 'h3'],
    [6, 'h6'],
    [undefined, 'h2'],
    [NaN, 'h2'],
    [0, 'h2'],
    [7, 'h2'],
    [2.5, 'h2'],
  ] as const) {
    it(`of level ${level} is <${tag}>`, () => {
      const root = document.createElement('div');
      render(heading(level, 'Title'), root);
      expect(root.firstElementChild).to.have.property('localName', tag);
      expect(root.textContent).to.equal('Title');
    });
  }

  it('makes no tag of anything but a number', () => {
    const root = document.createElement('div');
    render(heading(JSON.parse('"3 onclick=alert(1)"') as number, 'Title'), root);
    expect(root.firstElementChild).to.have.property('localName', 'h2');
  });
});

import { expect } from 'chai';
import { articleBody } from '../../../../src/html/article-body.js';
import { outlineOf } from '../../../../src/html/read/outline.js';
import { prepare } from '../../../../src/html/read/prepare.js';
import { isOnPage } from '../../../../src/html/sanitise/ids.js';
import { htmlOf, treeOf } from '../tree.js';

const options = { headingLevel: 1, tableLabel: 'Table' };
const NOTE = '<p><a href="#fn1">1</a></p><p id="fn1">Note</p>';

describe('ids of a text', () => {
  let page: HTMLElement;
  beforeEach(() => document.body.append((page = document.createElement('div'))));
  afterEach(() => page.remove());

  it('never meet those of the page or of another text, and links follow', async () => {
    const safe = await articleBody(NOTE, { url: 'https://site.example/' });
    page.append(prepare(safe, options));
    const second = prepare(safe, options);
    expect(htmlOf(second)).to.equal('<p><a href="#care-fn1-2">1</a></p><p id="care-fn1-2">Note</p>');
    page.append(second);
    expect(htmlOf(prepare(safe, options))).to.include('id="care-fn1-3"');
  });

  it('are free where the copy that bears them is replaced', async () => {
    const safe = await articleBody(NOTE, { url: 'https://site.example/' });
    page.append(prepare(safe, options));
    expect(htmlOf(prepare(safe, { ...options, replaced: page }))).to.include('id="care-fn1"');
  });

  it('are on one element each: the first, or the first anchor of that name', async () => {
    const html = '<p><a name="a">1</a></p><p id="a">2</p><p id="b">3</p><p id="b">4</p>';
    const text = prepare(await articleBody(html, { url: 'https://site.example/' }), options);
    expect(htmlOf(text)).to.equal('<p><a id="care-a">1</a></p><p>2</p><p id="care-b">3</p><p>4</p>');
  });

  it('that headings get leave those of the page alone', () => {
    page.id = 'care-team';
    const [entry] = outlineOf(treeOf('<h2>Team</h2>'), (id) => isOnPage(id));
    expect(entry?.id).to.equal('care-team-2');
  });
});

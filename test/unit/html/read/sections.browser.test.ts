import { expect } from 'chai';
import { articleBody } from '../../../../src/html/article-body.js';
import { prepare } from '../../../../src/html/read/prepare.js';
import { isSafeHtml, textOf, toFragment } from '../../../../src/html/safe-html.js';
import { headingsOf, splitSections } from '../../../../src/html/read/sections.js';
import type { SafeHtml } from '../../../../src/model/safe-html.js';
import { serialise } from '../../../support/safe-html.js';

const safe = (html: string): Promise<SafeHtml> => articleBody(html, { url: 'https://site.example/' });

const BENEFITS = `<h2>Before</h2><p>0</p><h2 id="benefits">Five   Benefits</h2><p>Intro</p>
<h3>Structure</h3><p>1</p><h4>Detail</h4><p>1a</p><div><h3 id="skills">Skills</h3><p>2</p></div><p>2b</p><h2>After</h2><h3>Not this</h3>`;

describe('splitSections()', () => {
  const show = (split: ReturnType<typeof splitSections>) =>
    split?.sections.map(({ id, title, body }) => [id, title, serialise(body).trim()]);

  for (const under of ['five benefits', 'benefits', 'care-benefits']) {
    it(`finds the sections under "${under}"`, async () => {
      expect(show(splitSections(await safe(BENEFITS), under))).to.eql([
        ['care-structure', 'Structure', '<p>1</p><h4 id="care-detail">Detail</h4><p>1a</p>'],
        ['care-skills', 'Skills', '<div><p>2</p></div><p>2b</p>'],
      ]);
    });
  }

  it('takes the outermost headings where none is named', async () => {
    const titles = splitSections(await safe(BENEFITS))?.sections.map(({ title }) => title);
    expect(titles).to.eql(['Before', 'Five Benefits', 'After']);
  });

  it('loses nothing where a deeper heading comes first', async () => {
    const sections = splitSections(await safe('<h4>A</h4><p>a</p><h3>B</h3><p>b</p>'));
    expect(show(sections)).to.eql([
      ['care-a', 'A', '<p>a</p>'],
      ['care-b', 'B', '<p>b</p>'],
    ]);
  });

  it('keeps the words of the heading, and what stands before the first section', async () => {
    const split = splitSections(await safe(BENEFITS), 'benefits');
    expect(split?.title).to.equal('Five Benefits');
    expect(split?.intro && serialise(split.intro).trim()).to.equal('<p>Intro</p>');
    const whole = splitSections(await safe('<p>First</p><h2>A</h2><p>a</p>'));
    expect([whole?.title, whole?.intro && serialise(whole.intro)]).to.eql(['', '<p>First</p>']);
    expect(splitSections(await safe('<h2>A</h2><h3>B</h3><p>b</p>'), 'a')).not.to.have.property('intro');
  });

  it('knows no such heading', async () => {
    const text = await safe(BENEFITS);
    expect(splitSections(text, 'missing')).to.equal(undefined);
    expect(headingsOf(text)).to.eql(['Before', 'Five Benefits', 'Structure', 'Detail', 'Skills', 'After', 'Not this']);
  });

  it('has no sections under a heading without headings, only words', async () => {
    const split = splitSections(await safe('<h2>Alone</h2><p>a</p><h2>Next</h2><p>b</p>'), 'alone');
    expect(show(split)).to.eql([]);
    expect(split?.intro && serialise(split.intro)).to.equal('<p>a</p>');
    expect(splitSections(await safe('<h2>Alone</h2><h2>Next</h2><p>b</p>'), 'alone')).not.to.have.property('intro');
  });

  it('leaves the text itself as it was', async () => {
    const text = await safe(BENEFITS);
    const before = serialise(text);
    splitSections(text, 'benefits');
    prepare(text, { headingLevel: 4, tableLabel: 'T' });
    expect(serialise(text)).to.equal(before);
  });
});

describe('SafeHtml', () => {
  it('is opened by this folder only, and no JSON looks like it', async () => {
    const text = await safe('<p>a &amp; b</p>');
    expect(isSafeHtml(text)).to.equal(true);
    expect(JSON.stringify(text)).to.equal('{}');
    for (const other of ['<p>', null, undefined, {}, JSON.parse(JSON.stringify(text)) as unknown]) {
      expect(isSafeHtml(other), String(other)).to.equal(false);
    }
    expect(textOf(text)).to.equal('a & b');
  });

  it('gives a new copy in the page’s document each time', async () => {
    const text = await safe('<p>a</p>');
    expect(toFragment(text).ownerDocument).to.equal(document);
    expect(toFragment(text).firstChild).not.to.equal(toFragment(text).firstChild);
  });
});

describe('prepare()', () => {
  it('shifts headings and names tables that have no caption', async () => {
    const html = '<h2>A</h2><table><tr><td>1</table><table><caption>C</caption></table><table><tr><td>2</table>';
    const fragment = prepare(await safe(html), { headingLevel: 3, tableLabel: 'Table' });
    expect(fragment.querySelector('h4')?.textContent).to.equal('A');
    const names = Array.from(fragment.querySelectorAll('[role=region]'), (region) => region.getAttribute('aria-label'));
    expect(names).to.eql(['Table', 'C', 'Table 2']);
  });
});

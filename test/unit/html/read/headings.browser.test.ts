import { expect } from 'chai';
import { shiftHeadings } from '../../../../src/html/read/headings.js';
import { outlineOf } from '../../../../src/html/read/outline.js';
import { htmlOf, treeOf } from '../tree.js';

const shifted = (html: string, level: number): string => {
  const tree = treeOf(html);
  shiftHeadings(tree, level);
  return Array.from(tree.querySelectorAll('*'), ({ localName }) => localName).join(' ');
};

describe('shiftHeadings()', () => {
  it('puts the outermost one level below the title', () => {
    expect(shifted('<h2>a</h2><h3>b</h3><h2>c</h2>', 2)).to.equal('h3 h4 h3');
    expect(shifted('<h1>a</h1><h2>b</h2>', 1)).to.equal('h2 h3');
    expect(shifted('<h4>a</h4><h5>b</h5>', 2)).to.equal('h3 h4');
  });

  it('closes gaps and mends a wrong order', () => {
    expect(shifted('<h2>a</h2><h5>b</h5><h3>c</h3><h2>d</h2>', 1)).to.equal('h2 h3 h3 h2');
    expect(shifted('<h4>a</h4><h2>b</h2><h6>c</h6>', 2)).to.equal('h3 h3 h4');
  });

  it('goes no deeper than 6', () => {
    expect(shifted('<h1>a</h1><h2>b</h2><h3>c</h3>', 5)).to.equal('h6 h6 h6');
    expect(shifted('<h2>a</h2>', 6)).to.equal('h6');
  });

  it('keeps attributes and content', () => {
    const tree = treeOf('<h2 id="care-a" lang="es">x <em>y</em></h2>');
    shiftHeadings(tree, 2);
    expect(htmlOf(tree)).to.equal('<h3 id="care-a" lang="es">x <em>y</em></h3>');
  });
});

describe('outlineOf()', () => {
  it('tells id, words and depth, and gives ids to headings without one', () => {
    const tree = treeOf('<h3 id="care-own">First\n days</h3><h4>¿Qué es un IOP?</h4><h3>Cost</h3>');
    expect(outlineOf(tree)).to.eql([
      { id: 'care-own', text: 'First days', depth: 1 },
      { id: 'care-qué-es-un-iop', text: '¿Qué es un IOP?', depth: 2 },
      { id: 'care-cost', text: 'Cost', depth: 1 },
    ]);
    expect(tree.querySelector('h4')?.id).to.equal('care-qué-es-un-iop');
  });

  it('never gives an id twice, and the same ones each time', () => {
    const html = '<p id="care-a-2">x</p><h2>A</h2><h2>A</h2><h2>A</h2><h2>?!</h2>';
    const ids = () => outlineOf(treeOf(html)).map(({ id }) => id);
    expect(ids()).to.eql(['care-a', 'care-a-3', 'care-a-4', 'care-section']);
    expect(ids()).to.eql(ids());
  });

  it('is empty for a text without headings', () => {
    expect(outlineOf(treeOf('<p>a</p>'))).to.eql([]);
  });
});

import { expect } from 'chai';
import { limitDepth } from '../../../../src/html/sanitise/normalise.js';
import { treeOf } from '../tree.js';

const depthOf = (tree: DocumentFragment): number => {
  let depth = 0;
  for (let node = tree.firstElementChild; node; node = node.firstElementChild) depth++;
  return depth;
};

describe('limitDepth()', () => {
  it('keeps only the words of what is nested too deep', () => {
    const tree = treeOf(`${'<div>'.repeat(300)}deep <b>words</b>`);
    limitDepth(tree);
    expect(depthOf(tree)).to.equal(64);
    expect(tree.textContent).to.equal('deep words');
  });

  it('leaves what people write', () => {
    const tree = treeOf('<div>'.repeat(40));
    limitDepth(tree);
    expect(depthOf(tree)).to.equal(40);
  });
});

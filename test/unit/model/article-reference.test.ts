import { expect } from 'chai';
import { referenceOf } from '../../../src/model/article-reference.js';

describe('referenceOf', () => {
  for (const [slug, reference] of [
    ['what-is-an-iop', { slug: 'what-is-an-iop' }],
    ['what-is-an-iop.html', { slug: 'what-is-an-iop' }],
    ['dr.-roe-answers', { slug: 'dr.-roe-answers' }],
    ['/what-is-an-iop/', { slug: 'what-is-an-iop' }],
    ['https://clinic.example/blog/what-is-an-iop/?x=1#y', { slug: 'what-is-an-iop' }],
    ['what-is-an-iop#costs', { slug: 'what-is-an-iop' }],
    ['d%C3%ADas', { slug: 'd%C3%ADas' }],
    ['https://clinic.example/?p=12', { id: '12' }],
  ] as const) {
    it(`takes slug="${slug}"`, () => expect(referenceOf({ slug }, '')).to.deep.equal(reference));
  }

  it('takes an address that a parameter of the page holds', () => {
    expect(referenceOf({ slugParam: 'a' }, '/blog/first-week/')).to.deep.equal({ slug: 'first-week' });
  });
});

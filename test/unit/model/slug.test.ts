import { expect } from 'chai';
import { readAddress } from '../../../src/model/slug.js';

describe('readAddress', () => {
  for (const [address, slug, number] of [
    ['/what-is-an-iop/', 'what-is-an-iop'],
    ['https://clinic.example/blog/what-is-an-iop', 'what-is-an-iop'],
    ['https://clinic.example/what-is-an-iop.html#top', 'what-is-an-iop'],
    ['/what-is-an-iop/index.html', 'what-is-an-iop'],
    ['/a/?utm_source=x', 'a'],
    ['/d%C3%ADas/', 'días'],
    ['/100%/', '100%'],
    ['https://clinic.example/?p=12', '', '12'],
    ['/article.php?id=7', 'article', '7'],
    ['https://clinic.example', ''],
    ['', ''],
  ] as const) {
    it(`reads "${address}"`, () => expect(readAddress(address)).to.deep.equal(number ? { slug, number } : { slug }));
  }
});

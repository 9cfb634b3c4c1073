import { expect } from 'chai';
import { articleHref, categoryHref } from '../../../src/elements/shared/content-links.js';

describe('articleHref', () => {
  it('fills in a template, also one whose braces an editor has encoded', () => {
    const article = { slug: 'días', id: '7', url: 'https://clinic.example/x/' };
    for (const template of ['/r?a={slug}&i={id}', '/r?a=%7Bslug%7D&i=%7bid%7d']) {
      expect(articleHref({ 'article-url': `https://page.example${template}` }, article)).to.equal(
        'https://page.example/r?a=d%C3%ADas&i=7',
      );
    }
  });

  it('fills in half a character, as an endpoint may send it, as what stands for one that cannot be read', () => {
    const article = { slug: 'a\ud83d', id: '7' };
    expect(articleHref({ 'article-url': 'https://page.example/{slug}/' }, article)).to.equal(
      'https://page.example/a%EF%BF%BD/',
    );
  });
});

describe('categoryHref', () => {
  it('fills in a template whose braces an editor has encoded', () => {
    expect(categoryHref({ 'category-url': 'https://page.example/t/%7Bslug%7D' }, { slug: 'días' })).to.equal(
      'https://page.example/t/d%C3%ADas',
    );
  });
});

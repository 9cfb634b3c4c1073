import { expect } from 'chai';
import { safeResourceUrl, safeUrl } from '../../../src/html/urls.js';

const base = 'https://clinic.example/blog/feed.json';

describe('safeUrl', () => {
  it('makes addresses absolute', () => {
    expect(safeUrl('https://a.example/x')).to.equal('https://a.example/x');
    expect(safeUrl('pic.jpg', base)).to.equal('https://clinic.example/blog/pic.jpg');
    expect(safeUrl('/pic.jpg', base)).to.equal('https://clinic.example/pic.jpg');
    expect(safeUrl('//cdn.example/pic.jpg', base)).to.equal('https://cdn.example/pic.jpg');
    expect(safeUrl('?p=1', base)).to.equal('https://clinic.example/blog/feed.json?p=1');
    expect(safeUrl(' http://a.example/\n', base)).to.equal('http://a.example/');
  });

  it('gives nothing for what is no address', () => {
    for (const value of ['', ' ', 'https://', 'http://[', undefined, null, 5, {}, ['https://a.example/']]) {
      expect(safeUrl(value, base), String(value)).to.equal(undefined);
    }
    expect(safeUrl('pic.jpg')).to.equal(undefined);
  });

  it('lets only http and https through', () => {
    const hostile = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      ' javascript:alert(1)',
      '\u0001javascript:alert(1)',
      'java\nscript:alert(1)',
      'java\tscript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:x',
      'blob:https://clinic.example/1',
      'file:///etc/passwd',
      'ftp://a.example/',
      'mailto:a@example.org',
      'about:blank',
    ];
    for (const value of hostile) expect(safeUrl(value, base), value).to.equal(undefined);
  });
});

describe('safeResourceUrl', () => {
  const origins = ['https://clinic.example', 'https://cdn.example:8443'];

  it('gives each address as the parser would, of those too that need no parsing', () => {
    for (const [written, meant] of [
      [
        'https://clinic.example/uploads/2026/group-300x200.jpg',
        'https://clinic.example/uploads/2026/group-300x200.jpg',
      ],
      ['https://CLINIC.example:443/a/../b.jpg', 'https://clinic.example/b.jpg'],
      ['https://clinic.example/a b.jpg', 'https://clinic.example/a%20b.jpg'],
      ['https://clinic.example.evil.example/a.jpg', undefined],
      ['https://clinic.example@evil.example/a.jpg', undefined],
      [['https://clinic.example/a.jpg'], undefined],
    ])
      expect(safeResourceUrl(written, base, origins)).to.equal(meant);
  });

  it('lets the given origins through', () => {
    expect(safeResourceUrl('/a.jpg', base, origins)).to.equal('https://clinic.example/a.jpg');
    expect(safeResourceUrl('https://cdn.example:8443/a.jpg', base, origins)).to.equal('https://cdn.example:8443/a.jpg');
  });

  it('takes https where an old text says http of the same host', () => {
    expect(safeResourceUrl('http://clinic.example/a.jpg', base, origins)).to.equal('https://clinic.example/a.jpg');
    expect(safeResourceUrl('http://clinic.example:8080/a.jpg', base, origins)).to.equal(undefined);
    expect(safeResourceUrl('http://localhost/a', base, ['http://localhost'])).to.equal('http://localhost/a');
  });

  it('lets no other origin learn who reads', () => {
    const others = [
      'https://cdn.example/a.jpg',
      'https://clinic.example.evil.example/',
      'https://clinic.example@evil.example/',
      '//evil.example/a.gif',
      'data:image/png;base64,AA',
    ];
    for (const value of others) expect(safeResourceUrl(value, base, origins), value).to.equal(undefined);
    expect(safeResourceUrl('/a.jpg', base, [])).to.equal(undefined);
  });
});

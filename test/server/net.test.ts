import type { LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { createHttp, type Http } from '../../src/http/http.js';
import { systemClock } from '../../src/http/transport.js';
import { CareError } from '../../src/model/care-error.js';
import { inUtf8 } from '../../src/server/net/encoding.js';
import { createNodeTransport } from '../../src/server/net/node-transport.js';
import { createPolite } from '../../src/server/net/polite.js';
import { isPrivate, publicLookup } from '../../src/server/net/private-addresses.js';
import { reasonOf } from '../../src/server/net/reason.js';
import { createRobots } from '../../src/server/net/robots.js';
import { fakeTransport, rejection } from '../support/fake-transport.js';
import { ManualClock } from '../support/manual-clock.js';

const FRESH = () => new AbortController().signal;

describe('addresses of local networks', () => {
  const local = [
    ...[
      '127.0.0.1',
      '127.255.0.9',
      '0.0.0.0',
      '10.1.2.3',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
    ],
    ...['100.64.0.1', '192.0.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', '[::1]', 'fe80::1%eth0'],
    ...[
      'fc00::1',
      'fd12::1',
      'ff02::1',
      '::ffff:127.0.0.1',
      '::ffff:10.0.0.1',
      '::127.0.0.1',
      '64:ff9b::a00:1',
      '2002:a00:1::',
    ],
  ];
  for (const address of local) it(`${address} is one`, () => expect(isPrivate(address)).to.equal(true));
  for (const address of ['93.184.216.34', '172.32.0.1', '100.128.0.1', '2606:2800:220:1::1', '::ffff:93.184.216.34']) {
    it(`${address} is none`, () => expect(isPrivate(address)).to.equal(false));
  }

  const lookUp = (found: readonly string[], all: boolean): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const addresses = found.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }));
      const look = publicLookup((_name, _options, callback) => callback(null, addresses));
      look('blog.example', { all }, (error, ...answer) => (error ? reject(error) : resolve(answer[0])));
    });

  it('are left out where a name has others, and refused where it has not', async () => {
    expect(await lookUp(['10.0.0.1', '93.184.216.34'], false)).to.equal('93.184.216.34');
    expect(await lookUp(['10.0.0.1', '93.184.216.34'], true)).to.deep.equal([{ address: '93.184.216.34', family: 4 }]);
    expect(((await rejection(lookUp(['10.0.0.1', '::1'], true))) as Error).name).to.equal('PrivateAddressError');
  });
});

describe('requests of Node', () => {
  let server: Server;
  let origin = '';
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  beforeEach(async () => {
    server = createServer((request, response) => answer(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });
  const http = (allowPrivate = true, lookup?: LookupFunction, maxBytes = 20e6) => {
    const transport = createNodeTransport({
      userAgent: 'care-widgets/test',
      allowPrivate,
      ...(lookup ? { lookup } : {}),
    });
    return createHttp({ transport: async (url, init) => inUtf8(await transport(url, init)), maxBytes });
  };
  const failure = async (promise: Promise<unknown>): Promise<CareError> => {
    const error = await rejection(promise);
    expect(error).to.be.instanceOf(CareError);
    return error as CareError;
  };
  /** As a name of the internet that leads to the test's own server. */
  const asPublic: LookupFunction = (_name, options, callback) => {
    if (options.all)
      (callback as (error: null, found: LookupAddress[]) => void)(null, [{ address: '127.0.0.1', family: 4 }]);
    else callback(null, '127.0.0.1', 4);
  };

  it('name the program, and unpack what was packed', async () => {
    const packers = [
      ['gzip', gzipSync],
      ['br', brotliCompressSync],
      ['deflate', deflateSync],
      ['deflate', deflateRawSync], // without its header, as some servers do and browsers forgive
    ] as const;
    for (const [name, pack] of packers) {
      answer = (request, response) => {
        expect(request.headers['user-agent']).to.equal('care-widgets/test');
        response.writeHead(200, { 'content-encoding': name }).end(pack('hello'));
      };
      expect((await http().get(origin, FRESH())).text, name).to.equal('hello');
    }
  });

  it('give a name and a password to the host that they are for, and to no other', async () => {
    const seen: (string | undefined)[] = [];
    answer = ({ headers, url }, response) => {
      seen.push(headers.authorization);
      if (url === '/away') response.writeHead(302, { location: `${origin.replace('//', '//a:b@')}/other` }).end();
      else response.writeHead(url === '/other' ? 404 : 200).end();
    };
    const { port } = new URL(origin);
    const named = (host: string) =>
      createHttp({
        transport: createNodeTransport({
          ...{ userAgent: 'care-widgets/test', allowPrivate: false, lookup: asPublic },
          credentials: { origin: `http://${host}:${port}`, authorization: 'Basic x' },
        }),
      });
    await named('blog.example').get(`http://blog.example:${port}/`, FRESH());
    await named('other.example').get(`http://blog.example:${port}/`, FRESH());
    expect(seen).to.deep.equal(['Basic x', undefined]);
    const led = await failure(http().get(`${origin}/away`, FRESH()));
    expect(led).to.include({ status: 404, url: `${origin}/away` });
    expect(seen.slice(2)).to.deep.equal([undefined, undefined]);
  });

  it('go to no local address, whether it is named, looked up or led to', async () => {
    answer = (request, response) => {
      if (request.url === '/away') response.writeHead(302, { location: `${origin}/secret` }).end();
      else response.end('secret');
    };
    const { port } = new URL(origin);
    for (const url of [
      origin,
      `http://[::1]:${port}/`,
      `http://localhost:${port}/`,
      `http://2130706433:${port}/`,
      `http://0x7f.1:${port}/`,
    ]) {
      const error = await failure(http(false).get(url, FRESH()));
      expect(error, url).to.include({ code: 'not-configured' });
      expect(error.detail).to.include('--allow-private');
    }
    const led = await failure(http(false, asPublic).get(`http://blog.example:${port}/away`, FRESH()));
    expect(led).to.include({ code: 'not-configured', url: `${origin}/secret` });
    expect((await http(false, asPublic).get(`http://blog.example:${port}/`, FRESH())).text).to.equal('secret');
  });

  it('follow redirects, but not in a circle, without end, or to what is no web address', async () => {
    answer = (request, response) => {
      const [, name = '', count = '0'] = /^\/(\w+)(?:\/(\d+))?/.exec(request.url ?? '') ?? [];
      const to = {
        once: '/end',
        circle: '/back',
        back: '/circle',
        file: 'file:///etc/passwd',
        on: `/on/${+count + 1}`,
      }[name];
      if (to) response.writeHead(301, { location: to }).end();
      else response.end('here');
    };
    expect(await http().get(`${origin}/once`, FRESH())).to.include({ text: 'here', url: `${origin}/end` });
    expect((await failure(http().get(`${origin}/circle`, FRESH()))).detail).to.equal(
      `redirects in a circle: ${origin}/circle → ${origin}/back → /circle`,
    );
    expect((await failure(http().get(`${origin}/on/0`, FRESH()))).detail).to.match(/^more than 10 redirects/);
    expect((await failure(http().get(`${origin}/file`, FRESH()))).detail).to.match(
      /^a redirect to something that is no web/,
    );
  });

  it('stop at the size limit and where an answer is cut off', async () => {
    answer = (_request, response) => {
      const more = () => {
        while (!response.destroyed)
          if (!response.write(Buffer.alloc(1e6, 32))) return void response.once('drain', more);
      };
      more();
    };
    expect(await failure(http().get(origin, FRESH()))).to.include({ code: 'too-large', detail: 'more than 20 MB' });
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('short');
      response.socket?.end();
    };
    expect(await failure(http().get(origin, FRESH()))).to.include({ code: 'network' });
    const packed = gzipSync('hello '.repeat(1000));
    answer = (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.subarray(0, 20));
    expect(await failure(http().get(origin, FRESH()))).to.include({ code: 'network' });
  });

  it('read every encoding that is declared', async () => {
    const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>d\u00edas</a>', 'latin1');
    const utf16 = Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>d\u00edas</a>', 'utf16le');
    const cases: readonly (readonly [string, Buffer])[] = [
      ['application/xml', latin],
      ['text/xml; charset=windows-1252', Buffer.from('<a>d\u00edas</a>', 'latin1')],
      ['text/xml; charset=nonsense', latin],
      ['application/rss+xml', utf16],
      ['application/rss+xml', utf16.subarray(2)],
      ['text/xml; charset=ISO-8859-1', Buffer.from('\ufeff<a>d\u00edas</a>')],
      ['application/xml', Buffer.from('<a>d\u00edas</a>')],
      // what is declared is not always so
      ['application/xml', Buffer.from('<a>d\u00edas</a>', 'latin1')],
      ['text/xml; charset=utf-8', latin],
      ['text/xml; charset=utf-8', Buffer.from(`${' '.repeat(70_000)}<a>d\u00edas</a>`, 'latin1')],
      ['text/xml; charset=ISO-8859-1', Buffer.from('<?xml version="1.0" encoding="UTF-8"?><a>d\u00edas</a>')],
      ['text/xml; charset=utf-8', Buffer.from('<?xml version="1.0" encoding="UTF-16"?><a>d\u00edas</a>')],
      ['text/xml', Buffer.from(`<?xml version="1.0" encoding="UTF-16"?>${' '.repeat(600)}<a>d\u00edas</a>`)],
      ['application/xml', Buffer.from(`<a>d\u00edas</a>${' '.repeat(600)}`)],
      // files that were turned into UTF-8 still declare what they were
      ['text/xml', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>d\u00edas</a>')],
      ['text/xml; charset=windows-1252', Buffer.from(`<a>d\u00edas</a>${'\u201c'.repeat(3000)}`)],
      ['text/xml; charset=GB2312', Buffer.from('<a>d\u00edas</a>')],
      // bytes that begin like a letter of UTF-8, and are none further on
      ['text/xml; charset=ISO-8859-1', Buffer.from('<b>\u00c3\u00a9</b><a>d\u00edas</a>', 'latin1')],
    ];
    for (const [index, [type, bytes]] of cases.entries()) {
      answer = (_request, response) => {
        response.writeHead(200, { 'content-type': type });
        for (let at = 0; at < bytes.length; at += index % 2 ? 1e9 : 521)
          response.write(bytes.subarray(at, at + (index % 2 ? 1e9 : 521)));
        response.end();
      };
      expect((await http().get(origin, FRESH())).text, String(index)).to.include('<a>d\u00edas</a>');
    }
  });

  it('read an encoding whose bytes are all ASCII', async () => {
    const japanese = Buffer.from('<a>\u001b$B<#\u001b(B</a>', 'latin1');
    answer = (_request, response) =>
      response.writeHead(200, { 'content-type': 'text/xml; charset=ISO-2022-JP' }).end(japanese);
    expect((await http().get(origin, FRESH())).text).to.equal('<a>\u6cbb</a>');
  });

  it('that come to nothing are told with the cause', async () => {
    const unused = createServer().listen(0, '127.0.0.1');
    await once(unused, 'listening');
    const { port } = unused.address() as AddressInfo;
    await once(unused.close(), 'close');
    const unknown: LookupFunction = (name, _options, callback) =>
      callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' }), '', 0);
    const plain = createHttp();
    const packed = (end: number): typeof answer => {
      const bytes = gzipSync('hello '.repeat(1000));
      return (_request, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(bytes.subarray(0, end));
    };
    const tries: readonly (readonly [Http, string, typeof answer, RegExp])[] = [
      [http(), `http://127.0.0.1:${port}/`, packed(9), /^the host refuses the connection.* \(ECONNREFUSED\)$/],
      [plain, `http://127.0.0.1:${port}/`, packed(9), /^the host refuses the connection.* \(ECONNREFUSED\)$/],
      [http(false, unknown), 'http://clinic.example/', packed(9), /^there is no host of this name \(ENOTFOUND\)$/],
      [http(), origin.replace('http:', 'https:'), packed(9), /^no https is spoken at this port/],
      [plain, origin.replace('http:', 'https:'), packed(9), /^no https is spoken at this port/],
      [http(), origin, (request) => request.socket.destroy(), /^the host broke off the connection/],
      [
        http(),
        origin,
        (_request, response) => response.writeHead(200, { 'content-encoding': 'deflate' }).end('hello'),
        /^the answer is not packed in the way that its Content-Encoding says/,
      ],
      [http(), origin, packed(20), /^the packed answer ends too early/],
      [
        http(),
        origin,
        (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('hello'),
        /^the answer is not packed in the way that its Content-Encoding says/,
      ],
      [
        http(),
        origin,
        (_request, response) => response.writeHead(302, { location: 'mailto:a@b.example' }).end(),
        /^a redirect to something that is no web address: /,
      ],
    ];
    for (const [asking, url, given, expected] of tries) {
      answer = given;
      expect(reasonOf(await failure(asking.get(url, FRESH())))).to.match(expected);
    }
  });

  it('are given up with their caller', async () => {
    const caller = new AbortController();
    let closed: Promise<unknown> = Promise.resolve();
    answer = (request) => {
      closed = once(request.socket, 'close');
      caller.abort(new Error('left'));
    };
    expect(await rejection(http().get(origin, caller.signal))).to.equal(caller.signal.reason);
    await closed;
  });
});

describe('politeness', () => {
  it('asks two things at a time', async () => {
    const polite = createPolite({ clock: systemClock });
    let running = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
    };
    await Promise.all(Array.from({ length: 20 }, () => polite('https://a.example/', work, FRESH())));
    expect([most, running]).to.deep.equal([2, 0]);
  });

  it('asks again after what may pass, and gives up in the end', async () => {
    const clock = new ManualClock();
    const polite = createPolite({ clock });
    let asked = 0;
    const running = polite(
      'https://a.example/',
      () => {
        asked++;
        return Promise.reject(new CareError('server', { status: 503 }));
      },
      FRESH(),
    );
    for (const [count, ms] of [1000, 3000].entries()) {
      expect(await clock.timer(count + 1)).to.equal(ms);
      clock.advance(ms);
    }
    expect(await rejection(running)).to.include({ status: 503 });
    expect(asked).to.equal(3);
    await rejection(polite('https://a.example/', () => (asked++, Promise.reject(new CareError('not-found'))), FRESH()));
    expect(asked).to.equal(4);
  });

  it('waits as long as a server says, up to five minutes', async () => {
    const clock = new ManualClock();
    const polite = createPolite({ clock });
    let asked = 0;
    const busy = (retryAfter: number) =>
      polite(
        'https://a.example/',
        () => (asked++ ? Promise.resolve('done') : Promise.reject(new CareError('rate-limited', { retryAfter }))),
        FRESH(),
      );
    const running = busy(300_000);
    expect(await clock.timer(1)).to.equal(300_000);
    clock.advance(300_000);
    expect(await running).to.equal('done');
    asked = 0;
    expect(await rejection(busy(300_001))).to.include({ code: 'rate-limited' });
    expect(asked).to.equal(1);
  });

  const robotsOver = (text: string | number, known = new Map<string, { text: string; at: number }>()) => {
    const transport = fakeTransport(typeof text === 'number' ? () => new Response('', { status: text }) : text);
    const clock = new ManualClock();
    return {
      transport,
      clock,
      known,
      robots: createRobots({ http: createHttp({ transport, clock }), clock, agent: 'care-widgets', known }),
    };
  };

  it('heeds robots.txt, asked for once a day', async () => {
    const { robots, transport, clock } = robotsOver('User-agent: *\nDisallow: /private\nCrawl-delay: 2');
    expect(await robots.check('https://a.example/x', FRESH())).to.equal(2000);
    expect(await rejection(robots.check('https://a.example/private/x', FRESH()))).to.include({ code: 'forbidden' });
    expect(transport.requests).to.have.length(1);
    clock.advance(1);
    const known = new Map([['https://a.example', { text: '', at: 0 }]]);
    const next = robotsOver('User-agent: *\nDisallow: /', known);
    expect(await next.robots.check('https://a.example/x', FRESH())).to.equal(0);
    expect(next.transport.requests).to.have.length(0);
    // noted before the clock was set back
    const early = robotsOver('User-agent: *\nDisallow: /', new Map([['https://a.example', { text: '', at: 9e12 }]]));
    expect(await rejection(early.robots.check('https://a.example/x', FRESH()))).to.include({ code: 'forbidden' });
  });

  it('says of a robots.txt that cannot be read what to do, and takes one that is refused for leave', async () => {
    for (const [status, code] of [
      [429, 'rate-limited'],
      [503, 'server'],
    ] as const) {
      const error = await rejection(robotsOver(status).robots.check('https://a.example/', FRESH()));
      expect(error).to.include({ code, status });
      expect((error as CareError).detail).to.match(
        /^robots\.txt of https:\/\/a\.example cannot be read .*try again .*--ignore-robots$/,
      );
    }
    for (const status of [400, 418, 451])
      expect(await robotsOver(status).robots.check('https://a.example/', FRESH())).to.equal(0);
  });

  it('says of a host that is not there that it is not, rather than of its robots.txt', async () => {
    const clock = new ManualClock();
    const http: Http = {
      get: (url) =>
        Promise.reject(new CareError('network', { url, cause: Object.assign(new Error(''), { code: 'ENOTFOUND' }) })),
    };
    const robots = createRobots({ http, clock, agent: 'care-widgets', known: new Map() });
    const error = (await rejection(robots.check('https://a.example/feed', FRESH()))) as CareError;
    expect([error.url, reasonOf(error)]).to.deep.equal([
      'https://a.example/',
      'there is no host of this name (ENOTFOUND)',
    ]);
  });

  it('takes a missing robots.txt for leave, and one for this program before that for all', async () => {
    for (const status of [404, 403, 410])
      expect(await robotsOver(status).robots.check('https://a.example/', FRESH())).to.equal(0);
    const own = robotsOver('User-agent: *\nDisallow: /\n\nUser-agent: care-widgets\nAllow: /');
    expect(await own.robots.check('https://a.example/', FRESH())).to.equal(0);
  });
});

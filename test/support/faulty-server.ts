import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';

/** Random numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export const seeded = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

/** What an endpoint would answer. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Writes an answer to a socket, or what is left of it. */
type Send = (line: Line, answer: Answer, random: () => number) => Promise<void>;

export interface Fault {
  readonly name: string;
  readonly send: Send;
  /** Whether what arrives is the answer all the same. */
  readonly isHarmless?: boolean;
  /** Whether it is many requests: one in ten of the others will do. */
  readonly isCostly?: boolean;
}

/** One connection, on which an answer is being written. */
interface Line {
  write(bytes: Uint8Array): Promise<void>;
  /** Says that nothing more will come although the connection stays open. */
  silent(): void;
  end(): void;
  cut(): void;
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const bytesOf = (text: string): Buffer => Buffer.from(text);

const headOf = ({ status, headers }: Answer): Buffer =>
  bytesOf(
    `HTTP/1.1 ${status} Some words\r\n${Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n`,
  );

const withHeaders = (answer: Answer, headers: Readonly<Record<string, string>>): Answer => ({
  ...answer,
  headers: { ...answer.headers, ...headers },
});

/** The whole answer as bytes, with its length; the connection stays open for the next one. */
const wholeOf = (answer: Answer, body: Uint8Array = bytesOf(answer.body)): Buffer =>
  Buffer.concat([headOf(withHeaders(answer, { 'content-length': String(body.length) })), body]);

/** In chunks of HTTP/1.1 of random sizes. */
const chunkedOf = (answer: Answer, random: () => number): Buffer => {
  const body = bytesOf(answer.body);
  const parts = [headOf(withHeaders(answer, { 'transfer-encoding': 'chunked' }))];
  for (let at = 0; at < body.length;) {
    const chunk = body.subarray(at, (at += 1 + Math.floor(random() * 200)));
    parts.push(bytesOf(`${chunk.length.toString(16)}\r\n`), chunk, bytesOf('\r\n'));
  }
  return Buffer.concat([...parts, bytesOf('0\r\n\r\n')]);
};

/** Writes and hangs up. */
const last = async (line: Line, bytes: Uint8Array): Promise<void> => {
  await line.write(bytes);
  line.end();
};

const pieces = async (line: Line, bytes: Uint8Array, random: () => number, largest: number): Promise<void> => {
  for (let at = 0; at < bytes.length;) {
    const piece = bytes.subarray(at, (at += 1 + Math.floor(random() * largest)));
    await line.write(piece);
    await turn();
  }
};

const encoded =
  (encoding: string, encode: (body: Buffer) => Uint8Array): Send =>
  (line, answer) =>
    line.write(wholeOf(withHeaders(answer, { 'content-encoding': encoding }), encode(bytesOf(answer.body))));

const quickBrotli = (body: Buffer): Uint8Array =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

const typed =
  (type: string): Send =>
  (line, answer) =>
    line.write(wholeOf(withHeaders(answer, { 'content-type': type })));

const NOTICE = '<br />\n<b>Notice</b>:  Undefined index: x[0] in <b>/srv/x.php</b> on line <b>7</b><br />\n';

/** Cuts bytes at any place, at the end of the header as often as elsewhere. */
const cutAt = (bytes: Uint8Array, head: number, random: () => number): Uint8Array =>
  bytes.subarray(0, [0, head - 2, head, bytes.length - 1][Math.floor(random() * 12)] ?? random() * bytes.length);

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}, body = `<title>${code}</title>`): Send =>
  (line) =>
    line.write(wholeOf({ status: code, headers: { 'content-type': 'text/html', ...headers }, body }));

/** Everything that happens to answers between an endpoint and a page. */
export const FAULTS: readonly Fault[] = [
  { name: 'none', isHarmless: true, send: (line, answer) => line.write(wholeOf(answer)) },
  { name: 'chunks', isHarmless: true, send: (line, answer, random) => line.write(chunkedOf(answer, random)) },
  {
    name: 'latency and jitter',
    isHarmless: true,
    async send(line, answer, random) {
      for (let left = random() * 20; left > 0; left--) await turn();
      await pieces(line, wholeOf(answer), random, 400);
    },
  },
  {
    name: 'a trickle',
    isHarmless: true,
    async send(line, answer, random) {
      await pieces(line, chunkedOf(answer, random), random, 60);
    },
  },
  { name: 'gzip', isHarmless: true, send: encoded('gzip', gzipSync) },
  { name: 'deflate', isHarmless: true, send: encoded('deflate', deflateSync) },
  { name: 'brotli', isHarmless: true, send: encoded('br', quickBrotli) },
  { name: 'gzip said, none sent', send: encoded('gzip', (body) => body) },
  { name: 'gzip sent, none said', send: (line, answer) => line.write(wholeOf(answer, gzipSync(answer.body))) },
  { name: 'an unknown encoding', send: encoded('x-unknown', (body) => gzipSync(body)) },
  {
    name: 'gzip that breaks off',
    send: (line, answer, random) =>
      encoded('gzip', (body) => {
        const packed = gzipSync(body);
        return packed.subarray(0, random() * packed.length);
      })(line, answer, random),
  },
  { name: 'HTML by type', isHarmless: true, send: typed('text/html') },
  { name: 'Latin-1 by type', isHarmless: true, send: typed('application/json; charset=iso-8859-1') },
  { name: 'no type', isHarmless: true, send: typed('') },
  { name: 'nonsense for a type', isHarmless: true, send: typed('<>;;charset') },
  {
    name: 'UTF-16',
    send: (line, answer) => line.write(wholeOf(answer, Buffer.from(`\ufeff${answer.body}`, 'utf16le'))),
  },
  {
    name: 'a byte order mark',
    isHarmless: true,
    send: (line, answer) => line.write(wholeOf(answer, bytesOf(`\ufeff${answer.body}`))),
  },
  {
    name: 'a notice before it',
    isHarmless: true,
    send: (line, answer) => line.write(wholeOf(answer, bytesOf(NOTICE + answer.body))),
  },
  {
    name: 'a cut',
    async send(line, answer, random) {
      const bytes = wholeOf(answer);
      await line.write(cutAt(bytes, bytes.indexOf('\r\n\r\n') + 4, random));
      line.cut();
    },
  },
  {
    name: 'a cut between chunks',
    async send(line, answer, random) {
      const bytes = chunkedOf(answer, random);
      await line.write(cutAt(bytes, bytes.indexOf('\r\n\r\n') + 4, random));
      line.end();
    },
  },
  {
    name: 'an end without a length',
    async send(line, answer, random) {
      const body = bytesOf(answer.body);
      await line.write(headOf(withHeaders(answer, { connection: 'close' })));
      await last(line, body.subarray(0, random() * body.length));
    },
  },
  {
    name: 'a notice, then an end without a length',
    async send(line, answer, random) {
      const body = bytesOf(answer.body);
      await line.write(headOf(withHeaders(answer, { connection: 'close' })));
      await last(line, Buffer.concat([bytesOf(NOTICE), body.subarray(0, random() * body.length)]));
    },
  },
  {
    name: 'a length too short',
    send(line, answer, random) {
      const body = bytesOf(answer.body);
      const length = String(Math.floor(random() * body.length));
      return last(
        line,
        Buffer.concat([headOf(withHeaders(answer, { 'content-length': length, connection: 'close' })), body]),
      );
    },
  },
  {
    name: 'a length too long',
    async send(line, answer) {
      const body = bytesOf(answer.body);
      await line.write(headOf(withHeaders(answer, { 'content-length': String(body.length + 9) })));
      await line.write(body);
      line.silent();
    },
  },
  {
    name: 'a length too long, and an end',
    async send(line, answer) {
      const body = bytesOf(answer.body);
      await line.write(headOf(withHeaders(answer, { 'content-length': String(body.length + 9) })));
      await last(line, body);
    },
  },
  {
    name: 'two lengths',
    async send(line, answer) {
      const head = headOf(withHeaders(answer, { 'content-length': '5', 'Content-Length': '7' }));
      await last(line, Buffer.concat([head, bytesOf(answer.body)]));
    },
  },
  {
    name: 'silence',
    async send(line) {
      await turn();
      line.silent();
    },
  },
  {
    name: 'silence in the midst of it',
    async send(line, answer, random) {
      const bytes = wholeOf(answer);
      await line.write(bytes.subarray(0, random() * (bytes.length - 1)));
      line.silent();
    },
  },
  {
    name: 'no HTTP at all',
    send: (line) => last(line, bytesOf('SSH-2.0-OpenSSH_9.9\r\n')),
  },
  {
    name: 'a body without end',
    isCostly: true,
    async send(line, answer) {
      await line.write(headOf(answer));
      const blanks = Buffer.alloc(64_000, ' ');
      for (let sent = 0; sent < 100; sent++) await line.write(blanks);
      line.cut();
    },
  },
  { name: '404', send: status(404) },
  { name: '410', send: status(410) },
  { name: '403', send: status(403) },
  { name: '429', send: status(429) },
  { name: '429, soon again', send: status(429, { 'retry-after': '2' }) },
  { name: '500', send: status(500) },
  { name: '502', send: status(502) },
  { name: '503', send: status(503, { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }) },
  { name: 'a page', send: status(200, {}, '<!doctype html><title>Just a moment...</title>[{"id":1}]') },
  { name: 'nothing', send: status(200, { 'content-type': 'application/json' }, '') },
  { name: 'null', send: status(200, {}, 'null') },
  { name: 'a redirect in a circle', isCostly: true, send: status(302, { location: 'circle' }, '') },
];

/** What one client is answered with next, and whom to tell that nothing will come. */
export interface Lane {
  fault: Fault;
  silent(): void;
}

const open = new Set<Socket>();

const lineOf = (socket: Socket, lane: Lane): Line => ({
  async write(bytes) {
    if (socket.destroyed || !bytes.length) return;
    if (!socket.write(bytes)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => undefined);
  },
  silent: () => lane.silent(),
  end: () => void socket.end(),
  cut: () => void socket.destroy(),
});

/**
 * A server between a client and an endpoint: what `answer` gives for an address below `/lane/N/` is sent as the fault of
 * that lane has it, byte by byte.
 */
export const startFaultyServer = async (
  lanes: readonly Lane[],
  answer: (url: URL) => Answer,
  random: () => number,
): Promise<{ readonly origin: string; readonly requests: () => number; close(): void }> => {
  let requests = 0;
  const server = createServer((socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    socket.on('error', () => undefined);
    socket.setNoDelay(true);
    let asked = '';
    socket.on('data', (bytes) => {
      asked += bytes.toString();
      if (!asked.includes('\r\n\r\n')) return;
      requests++;
      const [, path = '/'] = /^GET (\S+)/.exec(asked) ?? [];
      asked = '';
      const url = new URL(path, 'http://127.0.0.1');
      const lane = lanes[Number(/^\/lane\/(\d+)\//.exec(url.pathname)?.[1])];
      if (!lane) socket.destroy();
      else void lane.fault.send(lineOf(socket, lane), answer(url), random);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
};

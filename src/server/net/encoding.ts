import { Readable } from 'node:stream';

/** Enough for a byte order mark and an XML declaration. */
const HEAD = 512;

const isKnown = (label: string): boolean => {
  try {
    return !!new TextDecoder(label);
  } catch {
    return false;
  }
};

/** What a text is encoded in: by its byte order mark, the header, or its XML declaration, in this order. */
export const encodingOf = (head: Uint8Array, contentType: string): string => {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  const ascii = String.fromCharCode(...head.subarray(0, HEAD));
  const labels = [
    /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1],
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(ascii)?.[1],
  ];
  if (ascii.startsWith('<\0?\0')) return 'utf-16le';
  if (ascii.startsWith('\0<\0?')) return 'utf-16be';
  return labels.find((label) => label && isKnown(label)) ?? 'utf-8';
};

const concatenated = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

async function* decoded(response: Response, body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array[] = [];
  let decoder: TextDecoder | undefined;
  const encoder = new TextEncoder();
  const start = (): Uint8Array => {
    const bytes = concatenated(head);
    const encoding = encodingOf(bytes, response.headers.get('content-type') ?? '');
    decoder = new TextDecoder(encoding);
    head = [];
    return encoder.encode(decoder.decode(bytes, { stream: true }));
  };
  for await (const part of body) {
    if (decoder) yield encoder.encode(decoder.decode(part, { stream: true }));
    else {
      head.push(part);
      if (head.reduce((sum, { length }) => sum + length, 0) >= HEAD) yield start();
    }
  }
  if (!decoder) yield start();
  yield encoder.encode(decoder?.decode());
}

/** An answer in UTF-8, whatever encoding it came in: feeds declare their own. JSON is UTF-8 by its standard. */
export const inUtf8 = (response: Response): Response => {
  if (!response.body || /json/i.test(response.headers.get('content-type') ?? '')) return response;
  const body = Readable.toWeb(Readable.from(decoded(response, response.body))) as ReadableStream<Uint8Array>;
  const answer = new Response(body, { status: response.status, headers: response.headers });
  return Object.defineProperty(answer, 'url', { value: response.url });
};

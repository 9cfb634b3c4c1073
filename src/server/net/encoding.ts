/** Enough for a byte order mark and an XML declaration. */
const HEAD = 512;

const isKnown = (label: string): boolean => {
  try {
    return !!new TextDecoder(label);
  } catch {
    return false;
  }
};

/** Bytes of the longest character in UTF-8. */
const LETTER = 4;
/** Bytes after which no text in another encoding is valid UTF-8 by chance. */
const SAMPLE = 4096;

/** The encoding of a text. Where it may be UTF-8, the bytes from the first one that is not ASCII decide. */
interface Encoding {
  readonly label: string;
  /** The encoding where those bytes are not valid UTF-8. */
  readonly other?: string;
  /** How many bytes decide. */
  readonly sample?: number;
}

const UTF_8 = 'utf-8';
const isUtf8 = (label: string): boolean => new TextDecoder(label).encoding === UTF_8;

/**
 * By the byte order mark, the header, or the XML declaration, in this order. Servers name UTF-8 for files that are none, and
 * files that were turned into UTF-8 still declare what they were.
 */
const encodingOf = (head: Uint8Array, contentType: string): Encoding => {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { label: UTF_8 };
  if (a === 0xfe && b === 0xff) return { label: 'utf-16be' };
  if (a === 0xff && b === 0xfe) return { label: 'utf-16le' };
  const ascii = String.fromCharCode(...head.subarray(0, HEAD));
  if (ascii.startsWith('<\0?\0')) return { label: 'utf-16le' };
  if (ascii.startsWith('\0<\0?')) return { label: 'utf-16be' };
  const labels = [
    /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1],
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(ascii)?.[1],
    // text that begins with ASCII bytes is not UTF-16
  ].filter((label) => label !== undefined && isKnown(label) && !/^(?:utf-?16|ucs-?2|unicode)/i.test(label));
  const [label = UTF_8] = labels;
  const single = labels.find((one) => one !== undefined && !isUtf8(one)) ?? 'windows-1252';
  // all its bytes are ASCII, so nothing could be decided by them
  if (/^iso-2022/.test(new TextDecoder(label).encoding)) return { label };
  const isNamed = !labels.length || labels.some((one) => one !== undefined && isUtf8(one));
  return { label: UTF_8, other: single, sample: isNamed ? LETTER : SAMPLE };
};

/**
 * Whether bytes, of which the first is not ASCII, are valid UTF-8: the whole sample, or one character where `sample` is
 * {@link LETTER}.
 */
const beginsUtf8 = (bytes: Uint8Array, sample: number): boolean => {
  const [lead = 0] = bytes;
  const letter = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  const decoder = new TextDecoder(UTF_8, { fatal: true });
  try {
    if (sample === LETTER || bytes.length < letter) return !!decoder.decode(bytes.subarray(0, letter));
    return !!decoder.decode(bytes.subarray(0, sample), { stream: true }); // the sample may end within a character
  } catch {
    return false;
  }
};

const concatenated = (first: Uint8Array, second: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
};

const toUtf8 = (contentType: string): TransformStream<Uint8Array, Uint8Array> => {
  const encoder = new TextEncoder();
  let encoding: Encoding | undefined;
  let decoder: TextDecoder | undefined;
  let waiting: Uint8Array = new Uint8Array();
  const read = (part: Uint8Array, isLast: boolean): string => {
    if (decoder) return decoder.decode(part, { stream: !isLast });
    waiting = concatenated(waiting, part);
    if (!encoding && !isLast && waiting.length < HEAD) return '';
    encoding ??= encodingOf(waiting, contentType);
    const { label, other, sample = LETTER } = encoding;
    const at = other ? waiting.findIndex((byte) => byte > 0x7f) : 0;
    const bytes = waiting.subarray(at < 0 ? waiting.length : at);
    const ascii = new TextDecoder().decode(waiting.subarray(0, waiting.length - bytes.length));
    // the deciding bytes may come one by one
    if (other && !isLast && bytes.length < sample) {
      waiting = bytes.slice();
      return ascii;
    }
    decoder = new TextDecoder(other && at >= 0 && !beginsUtf8(bytes, sample) ? other : label);
    return ascii + decoder.decode(bytes, { stream: !isLast });
  };
  return new TransformStream({
    transform: (part, out) => out.enqueue(encoder.encode(read(part, false))),
    flush: (out) => out.enqueue(encoder.encode(read(new Uint8Array(), true))),
  });
};

/** A response in UTF-8, whatever encoding it came in: feeds declare their own. JSON is UTF-8 by its standard. */
export const inUtf8 = (response: Response): Response => {
  const type = response.headers.get('content-type') ?? '';
  if (!response.body || /json/i.test(type)) return response;
  const { status, headers } = response;
  const answer = new Response(response.body.pipeThrough(toUtf8(type)), { status, headers });
  return Object.defineProperty(answer, 'url', { value: response.url });
};

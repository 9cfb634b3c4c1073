import { CareError } from '../model/care-error.js';

/**
 * The response as text, without a byte order mark. Stops reading, and lets the connection go, as soon as there is more
 * than `maxBytes` (decompressed): a hostile endpoint can send without end.
 */
export const readText = async (response: Response, maxBytes: number): Promise<string> => {
  const tooLarge = () => new CareError('too-large', { detail: `more than ${maxBytes / 1e6} MB`, url: response.url });
  const reader = response.body?.getReader?.() as ReadableStreamDefaultReader<Uint8Array> | undefined;
  if (!reader) {
    // no body, or a polyfill of `fetch` without streams
    const text = (await response.text()).replace(/^\ufeff/, '');
    if (text.length > maxBytes) throw tooLarge();
    return text;
  }
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > maxBytes) {
      void reader.cancel();
      throw tooLarge();
    }
    text += decoder.decode(value, { stream: true });
  }
};

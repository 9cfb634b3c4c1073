/** A telephone number as written, and as a device dials it. */
export interface Phone {
  /** As written, trimmed: shown whatever it is. */
  readonly display: string;
  /** `+18005551234`, or the plain digits of a short or national number (`988`, `5551234`). Absent: cannot be dialled. */
  readonly number?: string;
  /** Digits of the extension. */
  readonly extension?: string;
  /** For the webmaster: why it cannot be dialled, or why not from everywhere. */
  readonly detail?: string;
}

const HINT = 'write it like +1 555 123 4567';
const KEYPAD = '22233344455566677778889999';
const VANITY = /[A-Z]/g;
/** `24/7` behind a number: when it is answered. */
const ALWAYS = /\s*\(?\s*24\s*\/\s*7\s*\)?\s*$/;
/** Address books and search results copy these along. Not U+202E, which shows the digits in another order. */
const INVISIBLE = /[^\P{Cf}\u202e]/gu;
/** Before letters: a number by itself, so that they are words (`555-0142 TTY`, `988 TEXT`, `741741 HOME`). */
const WHOLE = /(?:^\D*(?:988|112|[2-9]11)|(?:\d\D*){3}\d{4}|\d{5})[^\dA-Z]+$/;
/** `555-0142 / 555-0143`, `+44 20 7946 0000/1`, `988/911`. Area codes before a slash (`030/1234567`) are shorter. */
const SEVERAL = /(?:\d\D*){9}\/|(?:\d\D*){7}\/(?:\D*\d){7}|^\D*(?:988|112|[2-9]11)\D+(?:\d\D*){1,3}$/;
const EXTENSION = /^(.*(?:[\d)][\s,;]*|[a-z][\s,;]+))(?:ext(?:ension)?|int|x|#)[\s.:=]*(\d{1,7})$/i;

/**
 * Reads what people write as a telephone number: spaces, dots, dashes, brackets, `(0)` after a country code, `00` for
 * `+`, letters for digits (`1-800-662-HELP`, in capitals after a digit, also more than the number has: `1-800-RECOVERY`) with the digits repeated in brackets, and an
 * extension (`ext. 5`, `x5`, `#5`).
 *
 * `country` (`us`, `ca`) makes numbers of the North American plan international; other national numbers stay as they are,
 * with a `detail`, because the country cannot be guessed. Short codes (up to 6 digits) are left alone.
 */
export const parsePhone = (written: string, country?: string): Phone => {
  const display = written.trim().replace(/^tel:/i, '');
  const refuse = (why: string): Phone => ({
    display,
    detail: `"${display}" cannot be dialled (${why}); ${HINT}`,
  });
  const tidy = display
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[‐-―−]/g, '-')
    .replace(ALWAYS, '');
  const [, before = tidy, extension] = EXTENSION.exec(tidy) ?? [];
  let rest = before.replace(/[\s,;]+$/, '');
  // a single O is a mistyped zero; read as a letter it would dial 6
  const isVanity = /^\+?[\d\s().-]*\d[\s().-]*[A-Z]/.test(rest) && !/[^A-Z]O+(?![A-Z])/.test(rest);
  const [head = ''] = rest.split(/[A-Z]/, 1);
  // behind a number with its area code, letters are no more than a remark
  if (isVanity && head.replace(/\D/g, '').replace(/^1/, '').length > 9) rest = head;
  else if (isVanity) {
    if (WHOLE.test(head)) return refuse('more than a number');
    rest = rest
      .replace(/\s*\([\d\s.-]+\)\s*$/, '')
      .replace(VANITY, (letter) => KEYPAD.charAt(letter.charCodeAt(0) - 65));
  }
  // a footnote's ² is a digit no more once it is normalised
  const odd = (/\p{No}/u.exec(display) ?? /[^\d\s()./+-]/.exec(rest))?.[0];
  if (odd) return refuse(odd);
  if (/.\+/.test(rest.trim())) return refuse('a + inside');
  if (SEVERAL.test(rest)) return refuse('more than a number');
  const isInternational = /^\s*(?:\+|00[1-9](?:\D*\d){5})/.test(rest);
  const isAmerican = /^\s*(?:\+|00)\D*1/.test(rest) || (!isInternational && /^(?:us|ca)$/i.test(country ?? ''));
  let digits = (isInternational ? rest.replace(/\(0\)/, '').replace(/^\s*00/, '') : rest).replace(/\D/g, '');
  // words longer than the number (1-800-RECOVERY): a telephone takes no more digits than there are
  const most = digits.startsWith('1') ? 11 : 10;
  if (isVanity && isAmerican) digits = digits.slice(0, most);
  if (digits.length < 3) return refuse('too short');
  if (digits.length > 15) return refuse('too long');
  if (isAmerican && !(isInternational ? digits.length === 11 : /^(?:0\d*|\d{3,7}|1?\d{10})$/.test(digits)))
    return refuse('not 10 digits');
  const parts = { display, ...(extension && { extension }) };
  if (isInternational) return { ...parts, number: `+${digits}` };
  if (isAmerican && /^1?[2-9]\d{9}$/.test(digits)) {
    return { ...parts, number: `+${digits.length === 10 ? '1' : ''}${digits}` };
  }
  if (digits.length <= 6) return { ...parts, number: digits };
  const detail = `"${display}" has no country code, so it works at home only; ${HINT}`;
  return { ...parts, number: digits, detail };
};

/** `tel:` URI (RFC 3966); `undefined` where the number cannot be dialled. */
export const telUrl = ({ number, extension }: Phone): string | undefined =>
  number && `tel:${number}${extension ? `;ext=${extension}` : ''}`;

/** `sms:` URI (RFC 5724); a text message reaches no extension. */
export const smsUrl = ({ number }: Phone): string | undefined => number && `sms:${number}`;

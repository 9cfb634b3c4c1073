/** A typed address: ready to send, or why it cannot be one. */
export type CheckedEmail =
  { readonly email: string } | { readonly problem: 'missing' | 'incomplete' | 'spaces' | 'too-long' };

/**
 * Tidies what people paste (spaces around, invisible characters, `mailto:`, a sentence's full stop, full-width letters) and turns a domain in
 * other scripts into the form that mail servers know (`xn--...`). It judges the shape only: whether the mailbox exists is
 * for the confirmation mail to find out.
 */
export const checkEmail = (typed: string): CheckedEmail => {
  const text = typed
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/[.,;]+$/, '');
  if (!text) return { problem: 'missing' };
  if (/\s/.test(text)) return { problem: 'spaces' };
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || /[@,;<>]/.test(local) || /[\\/?#:%[\],;<>()"]/.test(domain) || !/^[^.]+(?:\.[^.]+)+$/.test(domain)) {
    return { problem: 'incomplete' };
  }
  let host: string;
  try {
    host = new URL(`https://${domain}`).hostname;
  } catch {
    return { problem: 'incomplete' };
  }
  // The case of what was typed is kept where it is plain ASCII: it is what the visitor recognises.
  const email = `${local}@${host === domain.toLowerCase() ? domain : host}`;
  return email.length > 254 || local.length > 64 ? { problem: 'too-long' } : { email };
};

import type { CareError } from '../../model/care-error.js';

/** Words for Node's error codes of failed requests. A code that is not here is written as it is. */
const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no host of this name',
  EAI_AGAIN: 'the name of the host could not be looked up; is this machine connected?',
  ECONNREFUSED: 'the host refuses the connection: nothing answers at this port',
  ECONNRESET: 'the host broke off the connection',
  EPIPE: 'the host broke off the connection',
  UND_ERR_SOCKET: 'the host broke off the connection',
  ETIMEDOUT: 'the host does not answer at all',
  UND_ERR_CONNECT_TIMEOUT: 'the host does not answer at all',
  EHOSTUNREACH: 'there is no way to this host from here',
  ENETUNREACH: 'there is no way to this host from here',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself, so browsers refuse it',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by somebody whom this machine does not know',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate comes without the intermediate one, which the server must send too',
  UNABLE_TO_GET_ISSUER_CERT: 'its certificate comes without the intermediate one, which the server must send too',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by somebody whom this machine does not know',
  EPROTO: 'no https is spoken at this port, or none that is spoken here',
  ERR_SSL_WRONG_VERSION_NUMBER: 'no https is spoken at this port, or none that is spoken here',
  Z_DATA_ERROR: 'the answer is not packed in the way that its Content-Encoding says',
  Z_BUF_ERROR: 'the packed answer ends too early',
};

/** The errors behind an error. Node tries each address of a host, and bundles what became of them. */
const causesOf = (error: unknown): readonly Error[] => {
  if (!(error instanceof Error)) return [];
  const bundled = error instanceof AggregateError ? (error.errors as readonly unknown[]) : [];
  return [error, ...[error.cause, ...bundled].flatMap(causesOf)];
};

/** Why a request came to nothing, in words: what the error says, else what lies behind it. */
export const reasonOf = (error: CareError): string => {
  if (error.detail) return error.detail;
  const causes = causesOf(error.cause);
  const code = causes.map((cause) => (cause as NodeJS.ErrnoException).code).find((name) => !!name);
  const words = code !== undefined && Object.hasOwn(WORDS, code) ? WORDS[code] : undefined;
  return words ? `${words} (${code})` : (code ?? causes.at(-1)?.message ?? error.code);
};

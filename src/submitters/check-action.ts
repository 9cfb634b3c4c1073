import { CareError } from '../model/care-error.js';

/** Where the form stands. */
export interface FormPlace {
  /** What a relative address is resolved against: `document.baseURI`. */
  readonly base: string;
  /** Whether the page came by https. */
  readonly isSecure: boolean;
}

const LOOPBACK = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/;

/**
 * The address that a form sends to, absolute and without fragment, or the `not-configured` error that says what to write
 * instead. A relative address leads to the page's own site, as in every form.
 */
export const checkAction = (action: string | null | undefined, { base, isSecure }: FormPlace): URL | CareError => {
  const refuse = (detail: string) => new CareError('not-configured', { detail, url: action ?? undefined });
  if (!action?.trim()) {
    return refuse('No address to send to: write action="https://..." with the address of the sign-up service.');
  }
  let url: URL;
  try {
    url = new URL(action.trim(), base);
  } catch {
    return refuse(`action="${action}" is not an address: write it as https://...`);
  }
  if (!/^https?:$/.test(url.protocol)) {
    return refuse(
      `action="${action}" begins with "${url.protocol}", which cannot take a sign-up: write it as https://...`,
    );
  }
  if (url.username || url.password) {
    return refuse('action holds a user name or password: every visitor could read it. Take it out.');
  }
  if (isSecure && url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
    return refuse(
      `action="${action}" is http on an https page: browsers refuse to send it, and the address would travel in the open. Write https://...`,
    );
  }
  url.hash = '';
  return url;
};

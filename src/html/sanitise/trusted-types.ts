/** The part of a Trusted Types policy that is used here. */
interface HtmlPolicy {
  createHTML(html: string): string;
}

/** A window, of whose policies only what `Rules` names is used. */
export interface TrustedTypesWindow<Rules> {
  readonly trustedTypes?: { createPolicy(name: string, rules: Rules): Rules };
}

let policy: HtmlPolicy | null | undefined;

/**
 * Signs a string for a parser where the page demands Trusted Types, by the policy `care-widgets`. What is signed is not safe
 * yet: it may only be parsed into an inert document and sanitised there. Returns `undefined` where the page's `trusted-types`
 * directive refuses the policy, which it also does to a second copy of this library unless it says `'allow-duplicates'`;
 * asking again would only write the same complaint to the console once more.
 */
export const trustForInertParsing = (html: string): string | undefined => {
  if (policy === undefined) {
    const { trustedTypes } = window as Window & TrustedTypesWindow<HtmlPolicy>;
    try {
      policy = trustedTypes
        ? trustedTypes.createPolicy('care-widgets', { createHTML: (text) => text })
        : { createHTML: String };
    } catch {
      policy = null;
    }
  }
  return policy?.createHTML(html);
};

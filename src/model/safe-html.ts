declare const sanitised: unique symbol;

/**
 * HTML that has passed the allow-list. Only `html/` can make one, and only `html/` can open one: everything else passes
 * it on unread. It holds a parsed tree rather than a string, so that nothing is parsed twice and no second parse can
 * read it differently.
 */
export interface SafeHtml {
  readonly [sanitised]: true;
}

const RIGHT_TO_LEFT = /^(?:ar|ckb|dv|fa|he|ku-arab|ps|sd|ug|ur|yi)\b/i;

/** The value of `dir` for a text in a language (BCP 47); `auto` where that is not known. */
export const directionOf = (language: string | undefined): 'ltr' | 'rtl' | 'auto' =>
  !language ? 'auto' : RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr';

/** A place to turn to in a crisis. */
export interface CrisisLine {
  /** Proper name; absent for the emergency services, whose name is a word of the visitor's language. */
  readonly name?: string;
  /** What to dial, as written in `tel:` (never with a country code where there is none). */
  readonly call: string;
  /** How the number is printed. Default: as dialled. */
  readonly display?: string;
  /** Number for text messages, as written in `sms:`. */
  readonly text?: string;
  /** What to write there, where it is not free. */
  readonly textHint?: string;
  readonly chat?: string;
  /** Teletypewriter. */
  readonly tty?: string;
  /** True where it answers day and night, every day. */
  readonly isAlways?: true;
  /** `referral`: information about treatment, not counselling and not a crisis line. */
  readonly kind?: 'referral';
}

/** Regions of the `crisis-region` attribute. The site's owner chooses: never the visitor's address, language or zone. */
export type CrisisRegion = 'us' | 'ca' | 'gb' | 'ie' | 'eu' | 'au' | 'nz';

/**
 * Crisis lines by region. Last held against their sources (stored pages, not live ones) on 2026-11-23; to be checked again with every release.
 *
 * Sources. us: 988 (secondary: hcfl.gov national-crisis-help-line; particle.news on the end of "press 3" on 17 July
 * 2025); SAMHSA (samhsa.gov/find-help/national-helpline, archived copy; English and Spanish). ca: 988.ca
 * /get-help/what-to-expect (mirror copy; English and French). gb, ie: Samaritans 116 123 (irishtimes.com 1.526624, on
 * Ireland; general knowledge for Great Britain). au: Lifeline (theleader.com.au story 7611333). Emergency numbers, eu and
 * nz: general knowledge. In the EU 116 123 is not in service everywhere and not always by night: prefer a national region.
 */
export const CRISIS_LINES: Readonly<Record<CrisisRegion, readonly CrisisLine[]>> = {
  us: [
    { call: '911' },
    {
      name: '988 Suicide & Crisis Lifeline',
      call: '988',
      text: '988',
      chat: 'https://988lifeline.org/chat/',
      isAlways: true,
    },
    {
      name: 'SAMHSA National Helpline',
      call: '+18006624357',
      display: '1-800-662-HELP (4357)',
      text: '435748',
      textHint: 'ZIP code',
      tty: '+18004874889',
      isAlways: true,
      kind: 'referral',
    },
  ],
  ca: [{ call: '911' }, { name: '9-8-8 Suicide Crisis Helpline', call: '988', text: '988', isAlways: true }],
  gb: [{ call: '999' }, { name: 'Samaritans', call: '116123', display: '116 123', isAlways: true }],
  ie: [{ call: '112' }, { name: 'Samaritans', call: '116123', display: '116 123', isAlways: true }],
  eu: [{ call: '112' }, { name: 'Emotional support', call: '116123', display: '116 123' }],
  au: [
    { call: '000' },
    { name: 'Lifeline', call: '131114', display: '13 11 14', text: '+61477131114', isAlways: true },
  ],
  nz: [{ call: '111' }, { name: '1737, need to talk?', call: '1737', text: '1737', isAlways: true }],
};

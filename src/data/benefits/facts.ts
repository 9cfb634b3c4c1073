/** Hours of treatment a week; a bound that is missing is open. */
interface Hours {
  readonly min?: number;
  readonly max?: number;
  /** Less than this. */
  readonly below?: number;
}

/**
 * Hours a week by level of care, for adults.
 *
 * Sources, read as stored pages on 2026-11-23. Outpatient: third-edition Level 1 of The ASAM Criteria
 * (midshorebehavioralhealth.org glossary). IOP: third edition through Aetna's ASAM page; Medicare uses the same 9 to 19
 * (chcs.org, hancockdaniel.com). PHP: third-edition Level 2.5 (midshorebehavioralhealth.org) and Medicare's 20 or more
 * (hancockdaniel.com). States and payers use different editions: a site's owner may replace every row.
 */
export const HOURS = {
  outpatient: { below: 9 },
  iop: { min: 9, max: 19 },
  php: { min: 20 },
} as const satisfies Readonly<Record<string, Hours>>;

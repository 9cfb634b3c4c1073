/** What the texts of every language say in numbers. */
export const FIGURES = {
  /**
   * Hours of treatment a week by level of care, for adults; a bound that is missing is open.
   *
   * Sources, read as stored pages on 2026-11-23. Outpatient: third-edition Level 1 of The ASAM Criteria
   * (midshorebehavioralhealth.org glossary). IOP: third edition through Aetna's ASAM page; Medicare uses the same 9 to 19
   * (chcs.org, hancockdaniel.com). PHP: third-edition Level 2.5 (midshorebehavioralhealth.org) and Medicare's 20 or more
   * (hancockdaniel.com). States and payers use different editions: a site's owner may replace every row.
   */
  outpatient: { below: 9 },
  iop: { min: 9, max: 19 },
  php: { min: 20 },
  /**
   * How an IOP is commonly laid out, as one clinic's page states it (freedomwithincenter.com, "How long is an intensive
   * outpatient program"): days a week, and weeks in all. Shown as what many programs do, never as what this one does.
   */
  days: { min: 3, max: 5 },
  weeks: { min: 8, max: 12 },
  /** An example of a week, made up for the explainer: hours of a session, by its kind. There are two of the group. */
  sample: { group: 3, skills: 3, individual: 1, all: 2 * 3 + 3 + 1 },
} as const;

export type Figures = typeof FIGURES;

/**
 * How an IOP is commonly laid out, as one clinic's page states it (freedomwithincenter.com, "How long is an intensive
 * outpatient program"): days a week, and weeks in all. Shown as what many programs do, never as what this one does.
 */
export const COURSE = { days: { min: 3, max: 5 }, weeks: { min: 8, max: 12 } } as const;

/** An example of a week, made up for the explainer: hours of a session, by its kind. There are two of the group. */
export const SAMPLE_WEEK = { group: 3, skills: 3, individual: 1 } as const;

export const SAMPLE_HOURS = 2 * SAMPLE_WEEK.group + SAMPLE_WEEK.skills + SAMPLE_WEEK.individual;

import type { LevelsText } from '../../../model/benefit.js';
import { FIGURES } from '../figures.js';

/**
 * Hours: see `figures.ts`. The other columns: general knowledge, consistent with SAMHSA's advisory of 2021 on intensive
 * outpatient treatment and with McCarty 2014 (PMC4152944); to be approved by a clinician. Names of levels only, no text of
 * The ASAM Criteria.
 */
export const levels: LevelsText = {
  caption: 'How intensive outpatient compares with other levels of care',
  columns: {
    name: 'Level of care',
    hours: 'Treatment a week',
    stay: 'Where you sleep',
    routine: 'Work, school, family',
    medical: 'Medical care',
    purpose: 'Often used',
  },
  current: 'Explained here',
  compareWith: 'Compare with',
  all: 'All levels of care in one table',
  unknown: 'Not stated',
  levels: [
    {
      name: 'Outpatient',
      hours: `Under ${FIGURES.outpatient.below} hours`,
      stay: 'At home',
      routine: 'Usually goes on as before',
      medical: 'By referral',
      purpose: 'For milder needs, or after more intensive care',
    },
    {
      name: 'Intensive outpatient (IOP)',
      hours: `${FIGURES.iop.min} to ${FIGURES.iop.max} hours`,
      stay: 'At home',
      routine: 'Usually possible, with planning',
      medical: 'On site or by referral; not for severe withdrawal',
      purpose: 'As a start, or as a step up or down between levels',
      isCurrent: true,
    },
    {
      name: 'Partial hospitalization (PHP)',
      hours: `${FIGURES.php.min} hours or more`,
      stay: 'At home',
      routine: 'Often needs leave or fewer duties',
      medical: 'More medical and psychiatric contact',
      purpose: 'As a start, or after 24-hour care',
    },
    {
      name: 'Residential',
      hours: 'Planned treatment within 24-hour care',
      stay: 'At the program',
      routine: 'On hold',
      medical: 'Varies; staff at all hours',
      purpose: 'When home is not safe, or support is needed around the clock',
    },
    {
      name: 'Inpatient hospital',
      hours: '24-hour hospital care',
      stay: 'In the hospital',
      routine: 'On hold',
      medical: 'Doctors and nurses at all hours',
      purpose: 'For severe withdrawal, or an urgent medical or psychiatric need',
    },
  ],
  note: 'Typical figures for adults; programs differ. A professional finds out with you which level fits.',
};

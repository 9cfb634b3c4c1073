import type { BenefitsText } from '../../model/benefit.js';
import { FIGURES } from './figures.js';

/** Own words; to be approved by a clinician. Hours: see `figures.ts`. */
export const english: BenefitsText = {
  title: 'What an intensive outpatient program can offer',
  intro: `In an intensive outpatient program (IOP) you live at home and come to treatment several times a week, usually ${FIGURES.iop.min} to ${FIGURES.iop.max} hours.`,
  benefits: [
    {
      title: 'Structure',
      text: 'Sessions at fixed times give the week a frame. Around them, sleep, work and family can find a steadier rhythm.',
    },
    {
      title: 'New support systems',
      text: 'Nobody has to do this alone:',
      points: [
        { name: 'Individual sessions', text: 'time alone with a counselor' },
        { name: 'Group sessions', text: 'led by a professional, with people in a similar place' },
        { name: 'Support groups', text: 'meetings that stay open to you after treatment' },
        { name: 'Peer mentors', text: 'people in recovery who know the way' },
      ],
    },
    {
      title: 'New skills to cope',
      text: 'What to do when stress and cravings come can be learned and practiced:',
      points: [
        { name: 'Anger management', text: 'noticing tension and choosing how to respond' },
        { name: 'Mindfulness', text: 'staying in the moment while a craving rises and passes' },
        { name: 'Communication', text: 'saying what you need, and saying no' },
        { name: 'Creativity', text: 'art, music or writing for what is hard to put into words' },
      ],
    },
    {
      title: 'Connecting the dots between addiction and mental health',
      text: 'Substance use is often tied up with depression or trauma. A team that looks at both can help you see how each affects the other.',
    },
    {
      title: 'Medication management and drug screening',
      text: 'Where a prescriber finds that medication may help, the team follows with you how it works. Drug screening shows early where more support is needed.',
    },
  ],
  limits: {
    title: 'When an IOP is not enough',
    text: 'Some situations need more care first:',
    points: [
      {
        name: 'Withdrawal that needs medical care',
        text: 'if stopping has ever led to seizures or confusion, ask a doctor before you stop',
      },
      {
        name: 'A need for 24-hour supervision',
        text: 'if home is not safe, or the time between sessions is not',
      },
    ],
    body: 'Talk to a doctor or another health professional: together you can find the level of care that fits. An IOP may be a later step. In an emergency, call your local emergency number.',
  },
};

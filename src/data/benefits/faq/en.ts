import type { FaqText } from '../../../model/benefit.js';
import { FIGURES } from '../figures.js';

/**
 * Figures: see `figures.ts`. What depends on a program is left to that program: nothing here speaks for a clinic. To be
 * approved by a clinician.
 */
export const faq: FaqText = {
  title: 'Questions people ask about an IOP',
  entries: [
    {
      question: 'How many hours a week is it?',
      answer: `For adults usually ${FIGURES.iop.min} to ${FIGURES.iop.max} hours, often on ${FIGURES.days.min} to ${FIGURES.days.max} days. Many programs offer mornings or evenings, and the hours may become fewer as things grow steadier.`,
    },
    {
      question: 'How long does it last?',
      answer: `Many programs plan ${FIGURES.weeks.min} to ${FIGURES.weeks.max} weeks. How long it really takes depends on you, and should be looked at again along the way.`,
    },
    {
      question: 'What does a week look like?',
      answer: `Programs differ. One example: two group sessions of ${FIGURES.sample.group} hours, a skills group of ${FIGURES.sample.skills} hours and an individual session of ${FIGURES.sample.individual} hour, ${FIGURES.sample.all} hours together. Ask for the schedule before you begin.`,
    },
    {
      question: 'Can I work or go to school?',
      answer:
        'Often, yes: living at home is part of the idea. It takes planning, and some people ask for fewer hours or for leave at first. A program can tell you which times it offers.',
    },
    {
      question: 'What does it cost, and will insurance pay?',
      answer:
        'Many health plans pay for at least a part, sometimes only after they have approved it. Ask your plan and the program before you begin what would be left for you to pay, and what help there is without insurance.',
    },
    {
      question: 'Can I take medication?',
      answer:
        'Medication for addiction or for mental health can be a part of treatment. Which one, and whether, is decided with a prescriber. Bring a list of what you take, and do not stop a prescribed medication without asking first.',
    },
    {
      question: 'What happens if I return to use?',
      answer:
        'It can happen, and it is a reason to talk, not to stay away. Many programs look at what led to it and change the plan, sometimes to a higher level of care for a while. Ask how a program responds before you begin.',
    },
    {
      question: 'Can my family take part?',
      answer:
        'Many programs have sessions or evenings for families, if you agree to it. Those close to you can learn what helps, and find support for themselves.',
    },
    {
      question: 'What comes afterwards?',
      answer:
        'Usually a step down: fewer hours, then outpatient counseling and support groups. A good time to plan it is well before the last week.',
    },
  ],
};

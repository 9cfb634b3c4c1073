import type { Article } from '../model/article.js';
import { finding, type Finding } from './finding.js';

/** Pixels: wider than any place that an article has, on a screen of twice the density. */
const WIDEST = 2000;

const count = (number: number, total: number): string => `${number} of ${total} articles`;

/** What is to be said of the newest articles of an endpoint. `today`: ISO 8601. */
export const articleFindings = (articles: readonly Article[], endpoint: string, today: string): Finding[] => {
  const total = articles.length;
  if (!total)
    return [
      finding(
        'no-articles',
        `${endpoint} answers, and lists no article`,
        'Publish one there, or name the address whose list holds your articles.',
        endpoint,
      ),
    ];
  const unreviewed = articles.filter(({ reviewers }) => !reviewers.length).length;
  const overdue = articles.filter(({ reviewDue }) => reviewDue && reviewDue.slice(0, 10) < today.slice(0, 10));
  const large = articles.filter(
    ({ image }) => (image?.width ?? 0) > WIDEST && !image?.sources.some(({ width }) => width <= WIDEST),
  );
  const titles = (some: readonly Article[]): string => some.map(({ title }) => `"${title}"`).join(', ');
  return [
    ...(unreviewed === total
      ? [
          finding(
            'no-reviewer',
            `${count(total, total)} that were read name no reviewer`,
            'Name who reviewed each, and when: the WordPress plugin has fields for it, a JSON Feed "_care": { "reviewers": […], "reviewed_at": "…" }.',
            endpoint,
          ),
        ]
      : []),
    ...(overdue.length
      ? [
          finding(
            'review-overdue',
            `${count(overdue.length, total)} were to be reviewed before today: ${titles(overdue)}`,
            'Have them reviewed, and write the new date.',
            endpoint,
          ),
        ]
      : []),
    ...(large.length
      ? [
          finding(
            'large-pictures',
            `${count(large.length, total)} have a picture wider than ${WIDEST} pixels in one size only: ${titles(large)}`,
            'Offer smaller sizes: WordPress makes them by itself, npx care-widgets snapshot on request.',
            endpoint,
          ),
        ]
      : []),
  ];
};

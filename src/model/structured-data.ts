import type { Article } from './article.js';
import type { Author } from './author.js';

/** An article without its body, of which structured data says nothing. */
type Described = Omit<Article, 'body'>;

const listOrNothing = <T>(items: readonly T[]): readonly T[] | undefined => (items.length ? items : undefined);

const person = ({ name, credentials, url, imageUrl }: Author) => ({
  '@type': 'Person',
  name,
  url,
  image: imageUrl,
  honorificSuffix: credentials.join(', ') || undefined,
  hasCredential: listOrNothing(
    credentials.map((letters) => ({ '@type': 'EducationalOccupationalCredential', name: letters })),
  ),
});

/** An article for search engines, by schema.org. What the source does not give is left out. */
const describe = (article: Described): object => {
  const { title, url, excerpt, image, language, siteName } = article;
  return {
    '@context': 'https://schema.org',
    '@type': 'MedicalWebPage',
    name: title,
    inLanguage: language,
    lastReviewed: article.reviewedAt?.slice(0, 10),
    reviewedBy: listOrNothing(article.reviewers.map(person)),
    mainEntity: {
      '@type': 'BlogPosting',
      headline: title,
      description: excerpt || undefined,
      url,
      image: image?.sources.at(-1)?.url ?? image?.url,
      inLanguage: language,
      datePublished: article.publishedAt,
      dateModified: article.updatedAt,
      author: listOrNothing(article.authors.map(person)),
      publisher: siteName && {
        '@type': 'Organization',
        name: siteName,
        url: URL.canParse(url ?? '') ? new URL(url ?? '').origin : undefined,
      },
      articleSection: listOrNothing(article.categories.map(({ name }) => name)),
      keywords: listOrNothing(article.tags.map(({ name }) => name)),
    },
  };
};

/**
 * {@link describe} as JSON for a script of type `application/ld+json`. Without `<` no string in it can end that script once
 * the page is written out as HTML.
 */
export const describeArticle = (article: Described): string =>
  JSON.stringify(describe(article)).replaceAll('<', '\\u003c');

/** Gives a site of `startPages()` a small blog, `/feed.json`: three letters of one author. `more`: what each has besides. */
export const addLetters = (site, more = {}) => {
  const items = [1, 2, 3].map((number) => ({
    id: `${number}`,
    url: `${site.origin}/letters/letter-${number}/`,
    title: `Letter ${number}`,
    summary: `What letter ${number} is about.`,
    content_html: `<h2>Mornings</h2><p>The words of letter ${number}.</p><h2>Evenings</h2><p>More.</p>`,
    date_published: `2025-06-0${number}T09:00:00-05:00`,
    authors: [{ name: 'Robin Vale, LPC' }],
    tags: ['Sleep'],
    ...more,
  }));
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Letters', items };
  site.addFile('/feed.json', JSON.stringify(feed), 'application/feed+json');
};

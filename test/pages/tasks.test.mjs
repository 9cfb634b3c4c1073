// What a visitor comes for, on a phone, in one hand: the number, whether somebody answers, help in a crisis, who reviewed
// what they read. Each must be there without a search for it, whatever the look, the theme and the language.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startVisits } from '../support/page-server.mjs';

const PHONE = { width: 390, height: 760 };
/** Wednesday, 10 in the morning in Chicago; and 10 in the evening. */
const TIMES = { open: '2026-07-15T15:00:00Z', closed: '2026-07-16T03:00:00Z' };

const { site, visit } = await startVisits();
let view;

const contact = (layout, attributes) => `<care-contact layout="${layout}" heading="Talk with someone" ${attributes}
  phone="+1-512-555-0142" phone-label="(512) 555-0142" text-number="+1-512-555-0143" email="hello@clinic.example"
  hours="Mo-Fr 08:00-18:00; Sa 09:00-12:30" time-zone="America/Chicago" crisis-region="us"></care-contact>`;

const open = async (body, { lang = 'en', time = TIMES.open } = {}) => {
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Host</title>
    <meta name="viewport" content="width=device-width"><script type="module" src="/dist/care-widgets.js"></script></head>
    <body style="font: 16px/1.5 sans-serif"><h1>Harbor Recovery</h1>${body}</body></html>`;
  view = await visit(site.add(html), {
    viewport: PHONE,
    beforeLoad: (page) => page.clock.setFixedTime(new Date(time)),
  });
};
/** Pixels from the top of the first screen to the lower edge of what is looked for, and how high it is. */
const placeOf = async (locator) => {
  await locator.waitFor();
  const { y, height } = await locator.boundingBox();
  return { bottom: y + height, height };
};
const link = (selector) => view.page.locator(`care-contact ${selector}`).first();

describe('on a phone', () => {
  for (const look of ['host', 'calm', 'clinical', 'editorial']) {
    it(`${look}: the number, whether somebody answers, and the crisis line are on the first screen`, async () => {
      await open(contact('card', `look="${look}"`));
      const call = await placeOf(link('a[href="tel:+15125550142"]'));
      assert.ok(call.height >= 44 && call.bottom <= PHONE.height / 2, JSON.stringify(call));
      const status = await placeOf(view.page.getByText(/^Open now/));
      assert.ok(status.bottom <= PHONE.height / 2, JSON.stringify(status));
      const crisis = await placeOf(link('a[href="tel:988"]'));
      assert.ok(crisis.height >= 44 && crisis.bottom <= PHONE.height, JSON.stringify(crisis));
    });
  }

  for (const lang of ['en', 'es']) {
    for (const [what, time] of Object.entries(TIMES)) {
      it(`${lang}, ${what}: in every layout one tap calls the clinic, and one the crisis line`, async () => {
        const layouts = ['card', 'banner', 'inline', 'sticky'];
        await open(layouts.map((layout) => contact(layout, '')).join(''), { lang, time });
        for (const layout of layouts) {
          for (const number of ['tel:+15125550142', 'tel:988']) {
            const tapped = view.page.locator(`care-contact[layout=${layout}] a[href="${number}"]`).first();
            const { height } = await placeOf(tapped);
            assert.ok(height >= 44, `${layout} ${number}: ${height} px`);
          }
        }
      });
    }
  }

  it('closed: the status says so, and when somebody answers again', async () => {
    await open(contact('card', ''), { time: TIMES.closed });
    const status = view.page.getByText(/^Closed now/);
    await status.waitFor();
    assert.match(await status.textContent(), /tomorrow at 8/);
  });

  it('who wrote and who reviewed an article stands before its text', async () => {
    const body = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Harbor',
      items: [
        {
          id: '1',
          url: 'https://clinic.example/first-week/',
          title: 'Your first week',
          content_html: '<p>Nobody arrives with a plan.</p>',
          date_published: '2026-07-01T09:00:00Z',
          authors: [{ name: 'Jane Roe' }],
          _care: { reviewers: [{ name: 'Sam Doe', credentials: ['MD'] }] },
        },
      ],
    });
    const feed = site.addFile('/feed.json', body, 'application/feed+json');
    await open(`<care-article endpoint="${feed}" source="json-feed" slug="first-week"></care-article>`);
    const reviewer = await placeOf(view.page.getByText('Sam Doe').first());
    const author = await placeOf(view.page.getByText('Jane Roe').first());
    const text = await placeOf(view.page.getByText('Nobody arrives with a plan.'));
    assert.ok(author.bottom < text.bottom && reviewer.bottom < text.bottom && text.bottom < PHONE.height);
  });
});

// The WordPress plugin against visitors, publishers and plugins that mean or do harm. Run by scripts/test-wordpress.mjs.
import assert from 'node:assert/strict';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { startBrowser } from '../page-server.mjs';
import { PARTNER, SITES, WORDPRESS, clinic, configure, forget, get, installPlugin, page, partner } from './sites.mjs';

const PLUGINS = ['clinic', 'partner'].map((site) => `${SITES}/${site}/wp-content/mu-plugins/safety.php`);
const HELPERS = `
add_shortcode( 'lab_post', static function () { return get_the_ID() . ' of ' . get_the_author_meta( 'ID' ); } );
add_action( 'wp_footer', static function () { echo defined( 'DONOTCACHEPAGE' ) ? '<!-- not for caches -->' : ''; } );
`;
const ARTICLE = '<!-- wp:care-widgets/article /-->';

let articlePage;
const settings = (endpoint = `${WORDPRESS}/`) => ({ endpoint, article_page: articlePage });
const create = (site, title, ...words) =>
  site('post', 'create', '--post_status=publish', '--porcelain', `--post_title=${title}`, ...words);
const remove = (site, ...posts) => site('post', 'delete', '--force', ...posts);

before(() => {
  installPlugin();
  for (const file of PLUGINS) writeFileSync(file, `<?php ${HELPERS}`);
  appendFileSync(PLUGINS[1], "add_shortcode( 'labcode', static function () { return 'CODE RAN'; } );");
  articlePage = Number(page('resources', ARTICLE));
  configure(settings());
  forget();
  partner('rewrite', 'flush');
});
after(() => {
  for (const file of PLUGINS) rmSync(file);
  clinic('plugin', 'deactivate', 'care-widgets');
  remove(partner, ...partner('post', 'list', '--post_type=page', '--format=ids').split(' '));
});

describe('a shortcode', () => {
  it('of another site’s text never runs here, wherever in the text it stands', async () => {
    const words = '[labcode]';
    const post = create(
      clinic,
      `Title ${words}`,
      '--post_name=with-a-shortcode',
      `--post_excerpt=Teaser ${words}`,
      `--post_content=<p>Text &#91;labcode] <img src="/a.png" alt="&#91;labcode]"></p>`,
    );
    const attributes = '"slug":"with-a-shortcode"';
    page(
      'shortcode',
      `<!-- wp:care-widgets/article {${attributes},"withStructuredData":true,"summary":"\\u005blabcode]"} /--><!-- wp:care-widgets/article-card {${attributes}} /-->`,
    );
    try {
      const { text } = await get(`${PARTNER}/shortcode/`);
      assert.equal(text.match(/data-care-rendered="/g).length, 2);
      assert.doesNotMatch(text, /CODE RAN/);
      const browser = await startBrowser();
      try {
        const view = await browser.newPage({ javaScriptEnabled: false });
        await view.goto(`${PARTNER}/shortcode/`);
        const card = await view.locator('care-article-card').innerText();
        assert.match(card, /Title \[labcode\]/);
        assert.match(await view.locator('[data-care-part="body"]').innerText(), /Text \[labcode\]/);
        const data = JSON.parse(await view.locator('script[type="application/ld+json"]').first().textContent());
        assert.match(data.name, /^Title \[labcode\]$/);
        assert.deepEqual(data.mainEntity.articleSection, ['Uncategorized']);
      } finally {
        await browser.close();
      }
    } finally {
      remove(clinic, post);
    }
  });
});

describe('articles of the site itself', () => {
  it('leave the current post the current one', async () => {
    clinic('option', 'update', 'care_widgets', '{"endpoint":""}', '--format=json');
    const theme = clinic('theme', 'list', '--status=active', '--field=name');
    const post = create(
      clinic,
      'Own',
      '--post_type=page',
      '--post_author=2',
      '--post_name=own-articles',
      '--post_content=<p>BEFORE [lab_post]</p>[care_article_list per-page="2"]<p>BEHIND [lab_post]</p>',
    );
    try {
      const { text } = await get(`${WORDPRESS}/own-articles/`);
      assert.match(text, /<care-article-list [^>]*data-care-rendered/);
      assert.match(text, new RegExp(`BEFORE ${post} of 2<`));
      assert.match(text, new RegExp(`BEHIND ${post} of 2<`));
    } finally {
      remove(clinic, post);
      clinic('option', 'delete', 'care_widgets');
      clinic('theme', 'activate', theme);
    }
  });
});

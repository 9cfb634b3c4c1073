// The WordPress plugin against visitors, publishers and plugins that mean or do harm. Run by scripts/test-wordpress.mjs.
import assert from 'node:assert/strict';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { startBrowser } from '../page-server.mjs';
import {
  PARTNER,
  SITES,
  SLUG,
  WORDPRESS,
  clinic,
  configure,
  forget,
  get,
  inClassicTheme,
  installPlugin,
  page,
  partner,
} from './sites.mjs';

const PLUGINS = ['clinic', 'partner'].map((site) => `${SITES}/${site}/wp-content/mu-plugins/safety.php`);
const HELPERS = `
add_shortcode( 'lab_post', static function () { return get_the_ID() . ' of ' . get_the_author_meta( 'ID' ); } );
add_action( 'wp_footer', static function () { echo defined( 'DONOTCACHEPAGE' ) ? '<!-- not for caches -->' : ''; } );
`;
/** Plugins that change what others read: one joins conditions by OR, one takes fields away. */
const OTHERS = `
if ( isset( $_GET['others'] ) ) {
  add_filter( 'rest_post_query', static function ( $query ) { return array( 'meta_query' => array( 'relation' => 'OR', array( 'key' => 'lab', 'compare' => 'NOT EXISTS' ), array( 'key' => 'lab', 'value' => '1' ) ) ) + $query; }, 99 );
  add_filter( 'rest_prepare_post', static function ( $response ) { $response->set_data( array_diff_key( $response->get_data(), array( 'care_widgets' => 1 ) ) ); return $response; }, 99 );
}
`;
/** What plugins for search engines say of a page, each as it asks others. They take away what others say by `wp_robots`. */
const SEO = `
if ( isset( $_GET['seo'] ) ) {
  define( 'WPSEO_VERSION', '1' );
  add_action( 'wp_head', static function () {
    $said = array();
    foreach ( array( 'wpseo_title', 'wpseo_opengraph_title', 'rank_math/frontend/title', 'aioseo_title' ) as $filter ) { $said[ $filter ] = apply_filters( $filter, 'resources - Harbor Clinic' ); }
    foreach ( array( 'wpseo_metadesc', 'wpseo_opengraph_desc', 'rank_math/frontend/description', 'aioseo_description' ) as $filter ) { $said[ $filter ] = apply_filters( $filter, 'The page.' ); }
    foreach ( array( 'wpseo_canonical', 'wpseo_opengraph_url', 'rank_math/frontend/canonical', 'aioseo_canonical_url' ) as $filter ) { $said[ $filter ] = apply_filters( $filter, get_permalink() ); }
    $said['robots'] = array( apply_filters( 'rank_math/frontend/robots', array( 'index' => 'index', 'follow' => 'follow' ) ), apply_filters( 'aioseo_robots_meta', array( 'max-snippet' => 'max-snippet:-1' ) ) );
    echo '<script type="application/x-seo">', wp_json_encode( $said ), '</script>';
  } );
}
`;
/** Renders the text of a page before the page, as plugins that describe it in the head do. */
const TWICE = `
if ( isset( $_GET['twice'] ) ) {
  add_action( 'early' === $_GET['twice'] ? 'template_redirect' : 'wp_head', static function () { apply_filters( 'the_content', get_post_field( 'post_content', get_queried_object_id() ) ); }, 1 );
}
`;
const ARTICLE = '<!-- wp:care-widgets/article /-->';

let articlePage;
const settings = (endpoint = `${WORDPRESS}/`) => ({ endpoint, article_page: articlePage });
const create = (site, title, ...words) =>
  site('post', 'create', '--post_status=publish', '--porcelain', `--post_title=${title}`, ...words);
const remove = (site, ...posts) => site('post', 'delete', '--force', ...posts);

before(() => {
  installPlugin();
  for (const file of PLUGINS) writeFileSync(file, `<?php ${HELPERS} ${OTHERS} ${SEO} ${TWICE}`);
  appendFileSync(PLUGINS[1], "add_shortcode( 'labcode', static function () { return 'CODE RAN'; } );");
  // another plugin's posts, with addresses that begin as those of the article page do
  appendFileSync(
    PLUGINS[1],
    "if ( get_option( 'lab_guides' ) ) { add_action( 'init', static function () { register_post_type( 'lab_guide', array( 'public' => true, 'rewrite' => array( 'slug' => 'resources' ) ) ); } ); }",
  );
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

describe('a block and a shortcode', () => {
  it('have addresses and words with & as they were written, whoever wrote them', () => {
    const written = JSON.parse(
      partner(
        'eval',
        `$content = '<!-- wp:care-widgets/newsletter {"action":"https://list.example/post?u=a\\u0026id=b","heading":"Help \\u0026 advice"} /--><!-- wp:shortcode -->[care_newsletter action="https://list.example/post?u=a&id=b" heading="Help & advice"]<!-- /wp:shortcode -->';
        $shown = array();
        foreach ( array( 'kses_remove_filters', 'kses_init_filters' ) as $author ) {
          $author();
          $id = wp_insert_post( array( 'post_title' => 'List', 'post_content' => wp_slash( $content ) ) );
          $shown[] = apply_filters( 'the_content', get_post( $id )->post_content );
          wp_delete_post( $id, true );
        }
        echo wp_json_encode( $shown );`,
      ),
    );
    for (const html of written) {
      const tags = html.match(/<care-newsletter .*?>/g);
      assert.equal(tags.length, 2);
      for (const tag of tags)
        assert.match(tag, / action="https:\/\/list\.example\/post\?u=a&amp;id=b" heading="Help &amp; advice" /);
    }
  });
});

describe('the article page', () => {
  it('knows an article by one name only, and remembers no other', async () => {
    const kept = () =>
      Number(
        partner(
          'eval',
          `echo count( preg_grep( '/^_transient_care_widgets_/', array_keys( wp_load_alloptions() + array_flip( $GLOBALS['wpdb']->get_col( "SELECT option_name FROM {$GLOBALS['wpdb']->options}" ) ) ) ) );`,
        ),
      );
    assert.equal((await get(`${PARTNER}/resources/${SLUG}/`)).status, 200);
    assert.equal((await get(`${PARTNER}/resources/${SLUG.toUpperCase()}/`)).status, 200);
    const before = kept();
    for (const name of [`${SLUG},a`, `${SLUG}%20b`, `${SLUG}!`, SLUG.replace('a', '%C3%A1'), '%5Blabcode%5D', '%3Cb']) {
      assert.equal((await get(`${PARTNER}/resources/${name}/`)).status, 404, name);
      assert.equal((await get(`${PARTNER}/resources/?article=${name}`)).status, 404, name);
    }
    assert.equal(kept(), before);
  });

  it('asks for and remembers no more than a thousand names that lead nowhere', () => {
    const isKept = JSON.parse(
      partner(
        'eval',
        `$is_kept = static function ( $slug ) {
          $parameters = array( 'slug' => $slug );
          $answer = care_widgets_get( care_widgets_endpoint(), 'posts', $parameters );
          $is_remembered = false !== get_transient( care_widgets_cache_key( care_widgets_endpoint(), 'posts', $parameters ) );
          return array( null !== $answer, $is_remembered );
        };
        $kept = array( $is_kept( 'a' ) );
        for ( $i = 0; $i < 1000; $i++ ) { set_transient( "care_widgets_x$i", 1, 600 ); }
        $kept[] = $is_kept( 'b' );
        $GLOBALS['wpdb']->query( "UPDATE {$GLOBALS['wpdb']->options} SET option_value = '1' WHERE option_name LIKE '_transient_timeout_care_widgets_x%'" );
        $is_kept( 'c' );
        $kept[] = $is_kept( 'd' );
        care_widgets_forget();
        echo wp_json_encode( $kept );`,
      ),
    );
    assert.deepEqual(isKept, [
      [true, true],
      [false, false], // no room: neither asked nor remembered
      [true, true], // once the others have expired
    ]);
  });

  it('leaves its child pages, its feed, its embed and its comments to WordPress', async () => {
    const child = create(
      partner,
      'About us',
      '--post_type=page',
      '--post_name=about-us',
      `--post_parent=${articlePage}`,
      '--post_content=OUR PAGE',
    );
    try {
      const { status, text } = await get(`${PARTNER}/resources/about-us/`);
      assert.deepEqual([status, text.includes('OUR PAGE')], [200, true]);
      for (const own of ['embed', 'comment-page-2']) {
        assert.equal((await get(`${PARTNER}/resources/${own}/`)).status, 200, own);
      }
      const feed = await get(`${PARTNER}/resources/feed/`);
      assert.deepEqual([feed.status, feed.headers.get('content-type')], [200, 'application/rss+xml; charset=UTF-8']);
      partner('post', 'update', child, '--post_status=draft', `--post_name=${SLUG}`);
      assert.match((await get(`${PARTNER}/resources/${SLUG}/`)).text, /data-care-rendered/);
    } finally {
      remove(partner, child);
    }
  });

  it('leaves posts of this site whose addresses begin as its own to WordPress, and archives', async () => {
    const titleOf = async (address) => {
      const { status, text } = await get(`${PARTNER}${address}`);
      return status === 200 ? /<title>(.*?) &#8211;/.exec(text)[1] : status;
    };
    const article = 'What the first week of residential treatment is like';
    const structure = (value) => {
      partner('option', 'update', 'permalink_structure', value);
      partner('rewrite', 'flush');
    };
    partner('option', 'update', 'lab_guides', '1');
    const own = [
      create(partner, 'Guide', '--post_type=lab_guide', '--post_name=guide'),
      create(partner, 'Own', '--post_name=own', '--post_date=2024-05-01 12:00:00'),
      // of the name that an article of the other site has
      create(partner, 'Twin', `--post_name=${SLUG}`),
    ];
    try {
      for (const [permalinks, root, titles] of [
        ['/%postname%/', '', ['Guide', 404, article, 404, 404]],
        ['/%category%/%postname%/', '', ['Guide', 404, article, 404, 404]],
        // of two kinds of posts with the same addresses WordPress itself knows one
        ['/resources/%postname%/', '', [404, 'Own', 'Twin', '2024', 404]],
        ['/index.php/resources/%postname%/', '/index.php', [404, 'Own', 'Twin', '2024', 404]],
      ]) {
        structure(permalinks);
        const found = [];
        for (const name of ['guide', 'own', SLUG, '2024', 'nothing'])
          found.push(await titleOf(`${root}/resources/${name}/`));
        assert.deepEqual(found, titles, permalinks);
      }
    } finally {
      remove(partner, ...own);
      partner('option', 'delete', 'lab_guides');
      structure('/%postname%/');
    }
  });

  it('is not the page of the blog’s posts, of which WordPress shows no blocks', async () => {
    const template = () => partner('eval', 'echo care_widgets_article_template();');
    assert.equal(template(), `${PARTNER}/resources/{slug}/`);
    partner('option', 'update', 'page_for_posts', String(articlePage));
    partner('option', 'update', 'show_on_front', 'page');
    try {
      assert.equal(template(), '');
      const settings = partner('eval', 'wp_set_current_user( 1 ); care_widgets_settings_page();');
      assert.doesNotMatch(settings, new RegExp(`<option[^>]* value="${articlePage}"`));
    } finally {
      partner('option', 'update', 'show_on_front', 'posts');
      partner('option', 'update', 'page_for_posts', '0');
    }
  });
});

describe('an address of the article page', () => {
  const headOf = async (address) => (await get(address)).text.split('</head>')[0];

  it('is told to plugins for search engines as that of the article', async () => {
    const said = async (address) => {
      const head = await headOf(address);
      assert.doesNotMatch(head, /<meta name="description"/, 'theirs is enough');
      return JSON.parse(/<script type="application\/x-seo">(.*?)<\/script>/.exec(head)[1]);
    };
    const { robots, ...ofArticle } = await said(`${PARTNER}/resources/${SLUG}/?seo`);
    const [title, , , , description, , , , canonical] = Object.values(ofArticle);
    assert.equal(title, 'What the first week of residential treatment is like - Harbor Clinic');
    assert.match(description, /^A setback is information/);
    assert.equal(canonical, `${WORDPRESS}/${SLUG}/`);
    const each = [title, description, canonical].flatMap((one) => Array.from({ length: 4 }, () => one));
    assert.deepEqual(Object.values(ofArticle), each);
    assert.deepEqual(robots, [
      { index: 'noindex', follow: 'follow' },
      { noindex: 'noindex', 'max-snippet': 'max-snippet:-1' },
    ]);
    partner('post', 'create', '--post_status=publish', '--post_title=Plain', '--post_name=plain', '--post_content=x');
    const plain = await said(`${PARTNER}/plain/?seo`);
    remove(partner, partner('post', 'list', '--name=plain', '--format=ids'));
    assert.equal(plain.wpseo_title, 'resources - Harbor Clinic');
    assert.equal(plain['rank_math/frontend/canonical'], `${PARTNER}/plain/`);
    assert.equal(plain.robots[0].index, 'index');
  });

  it('has the name of the site in its title where the article page is the front page', async () => {
    partner('option', 'update', 'page_on_front', String(articlePage));
    partner('option', 'update', 'show_on_front', 'page');
    try {
      const title = /<title>(.*?)<\/title>/.exec(await headOf(`${PARTNER}/?article=${SLUG}`))[1];
      assert.match(title, /^What the first week of residential treatment is like .* Harbor Clinic Blog$/);
    } finally {
      partner('option', 'update', 'show_on_front', 'posts');
    }
  });

  it('is not for search engines; the page itself, which may show a list, is', async () => {
    const list = '<!-- wp:care-widgets/article-list /-->';
    const update = (content) => partner('post', 'update', String(articlePage), `--post_content=${content}`);
    try {
      for (const [article, named] of [
        [ARTICLE, ''],
        ['[care_article with-toc]', ''],
        [ARTICLE.replace(' /', ` {"slug":"${SLUG}"} /`), 'noindex'],
        [`[care_article slug="${SLUG}"]`, 'noindex'],
      ]) {
        update(`${article}${list}`);
        const robotsOf = async (address) => /<meta name='robots' content='([^']*)/.exec(await headOf(address))[1];
        assert.match(await robotsOf(`${PARTNER}/resources/${SLUG}/`), /^noindex/, article);
        assert.equal((await robotsOf(`${PARTNER}/resources/`)).match(/noindex/)?.[0] ?? '', named, article);
      }
    } finally {
      update(ARTICLE);
    }
  });

  it('has no short form and no card, which would be those of the page', async () => {
    const cardOf = async (address) =>
      (await get(`${PARTNER}/wp-json/oembed/1.0/embed?url=${encodeURIComponent(address)}`)).status;
    assert.match(await headOf(`${PARTNER}/resources/`), /json\+oembed/);
    assert.equal(await cardOf(`${PARTNER}/resources/`), 200);
    for (const address of [`${PARTNER}/resources/${SLUG}/`, `${PARTNER}/resources/?article=${SLUG}`]) {
      const { headers, text } = await get(address);
      const links = [headers.get('link'), ...text.matchAll(/<link [^>]*>/g)].join(' ');
      assert.match(links, /rel="canonical"/);
      assert.doesNotMatch(links, /shortlink|\+oembed/, address);
      assert.equal(await cardOf(address), 404, address);
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

describe('the site itself', () => {
  it('is known as such by http: and https:', () => {
    const isOwn = (address) => partner('eval', `echo wp_json_encode( care_widgets_is_own( '${address}' ) );`);
    const secure = PARTNER.replace('http:', 'https:');
    assert.deepEqual(
      [`${PARTNER}/`, `${secure}/`, `${secure}/wp-json/`, `${secure}/blog/`, `${WORDPRESS}/`].map(isOwn),
      ['true', 'true', 'true', 'false', 'false'],
    );
  });
});

describe('a publisher', () => {
  const filled = (piece, bytes = 4_900_000) =>
    Array(Math.floor(bytes / (piece.length + 1)))
      .fill(piece)
      .join(',');
  const post = (fields) =>
    JSON.stringify([
      { id: 1, slug: SLUG, link: '/a/', title: { rendered: 'x' }, content: { rendered: '<p>x' }, ...fields },
    ]);
  const answers = {
    objects: () => `[${filled('{"a":[{"b":[{}]}]}')}]`,
    numbers: () => `[{"id":1,"slug":"${SLUG}","x":[${filled('1')}]}]`,
    title: () => post({ title: { rendered: '<p>a '.repeat(900_000) } }),
    people: () => post({ _embedded: { author: Array(20_000).fill({ name: '<b>Jane Roe, MD, PhD' }) } }),
  };
  let server;
  before(async () => {
    server = createServer(({ url }, response) => {
      response.setHeader('content-type', 'application/json');
      response.end((answers[url.split('/')[1]] ?? (() => '[]'))());
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  after(() => {
    server.close();
    configure(settings());
    forget();
  });

  for (const name of Object.keys(answers)) {
    it(`cannot exhaust memory or time of a page view by an answer of 5 MB: ${name}`, async () => {
      configure(settings(`http://127.0.0.1:${server.address().port}/${name}/`));
      forget();
      for (const time of ['first', 'next']) {
        const { status, text } = await get(`${PARTNER}/resources/${SLUG}/`, { signal: AbortSignal.timeout(10_000) });
        assert.equal(status, 200, time);
        assert.ok(text.length < 400_000, `${text.length} characters`);
      }
    });
  }

  it('is asked again within a page view where nothing has run the schedule for an hour', () => {
    configure(settings());
    const titles = JSON.parse(
      partner(
        'eval',
        `care_widgets_forget();
        $parameters = array( 'slug' => '${SLUG}' );
        $arguments = array( care_widgets_endpoint(), 'posts', $parameters );
        $key = care_widgets_cache_key( ...$arguments );
        $title = static function () use ( $arguments ) { return care_widgets_get( ...$arguments )['list'][0]['title'] ?? null; };
        $age = static function ( $due ) use ( $key, $arguments ) {
          wp_unschedule_hook( 'care_widgets_renew' );
          set_transient( $key, array( 'time' => time() - 7200, 'list' => array( array( 'title' => 'old' ) ), 'total' => 1 ), 600 );
          wp_schedule_single_event( time() - $due, 'care_widgets_renew', $arguments );
        };
        $age( 60 );
        $titles = array( $title() );
        $age( 7200 );
        $titles[] = $title()['rendered'] ?? 'old';
        $titles[] = wp_next_scheduled( 'care_widgets_renew', $arguments );
        $age( 7200 );
        set_transient( 'care_widgets_silent_' . md5( care_widgets_endpoint() ), 1, 60 );
        $titles[] = $title();
        care_widgets_forget();
        echo wp_json_encode( $titles );`,
      ),
    );
    assert.deepEqual(titles, ['old', 'What the first week of residential treatment is like', false, 'old']);
  });

  it('that is silent is where the link leads that stands in the place of its article', async () => {
    configure({ ...settings(), endpoint: `${WORDPRESS}/?lab=500` });
    forget();
    const { text } = await get(`${PARTNER}/resources/${SLUG}/`);
    const [, address] = /<care-article [^>]*><a href="([^"]*)">Read it on /.exec(text);
    const { status, headers } = await get(address);
    assert.deepEqual([status, headers.get('location')], [301, `${WORDPRESS}/${SLUG}/`]);
  });

  it('that is silent leaves no page without text in caches of whole pages', async () => {
    configure(settings());
    forget();
    assert.doesNotMatch((await get(`${PARTNER}/resources/${SLUG}/`)).text, /not for caches/);
    configure(settings('http://127.0.0.1:9/'));
    const { headers, text } = await get(`${PARTNER}/resources/${SLUG}/`);
    assert.match(text, /not for caches/);
    assert.match(headers.get('cache-control'), /no-cache/);
  });
});

describe('the review fields', () => {
  it('let no cache keep the text of a post for which a reader has given the password', async () => {
    const read = async (query, cookie = '') => {
      const { headers, text } = await get(
        `${WORDPRESS}/wp-json/wp/v2/posts?slug=protected-notes&_fields=content,care_widgets${query}`,
        { headers: { cookie } },
      );
      return [headers.get('cache-control'), text.includes('SECRET-BODY')];
    };
    assert.deepEqual(await read(''), ['public, max-age=300', false]);
    const { headers } = await get(`${WORDPRESS}/wp-login.php?action=postpass`, {
      method: 'POST',
      body: new URLSearchParams({ post_password: 'letmein' }),
    });
    const cookie = headers.getSetCookie().find((one) => one.startsWith('wp-postpass'));
    assert.deepEqual(await read('', cookie.split(';')[0]), [null, true]);
    const one = await get(`${WORDPRESS}/wp-json/wp/v2/posts/1102?_fields=content,care_widgets&password=letmein`);
    assert.deepEqual([one.headers.get('cache-control'), one.text.includes('SECRET-BODY')], [null, true]);
  });

  it('keep whole the names of reviewers, in whatever letters, and of a list that is too long whole lines', () => {
    const [people, names] = JSON.parse(
      clinic(
        'eval',
        `$save = static function ( $lines ) { update_post_meta( 1003, CARE_WIDGETS_META['reviewers'], $lines ); return array_column( care_widgets_review_of( 1003 )['reviewers'], 'name' ); };
        echo wp_json_encode( array( $save( "Åsa Berg, MD\r\nХристо Ņ" ), $save( str_repeat( "Sörén Åberg\n", 600 ) ) ) );
        delete_post_meta( 1003, CARE_WIDGETS_META['reviewers'] );`,
      ),
    );
    assert.deepEqual(people, ['Åsa Berg', 'Христо Ņ']);
    assert.deepEqual(new Set(names), new Set(['Sörén Åberg']));
    assert.ok(names.length > 300);
  });

  it('are saved with the post whose form was sent, and with no other on the way', () => {
    const review = clinic(
      'eval',
      `list( $sent, $other ) = array_map( 'wp_insert_post', array_fill( 0, 2, array( 'post_title' => 'Draft' ) ) );
      wp_set_current_user( 1 ); $_POST = array( 'post_ID' => (string) $sent, 'care_widgets_review_nonce' => wp_create_nonce( 'care_widgets_review' ), 'care_widgets_review' => array( 'review_due' => '2026-03-01', 'withdrawn' => '1' ) );
      add_action( 'save_post_post', static function ( $post ) use ( $sent, $other ) { if ( $sent === $post ) { wp_update_post( array( 'ID' => $other ) ); } } );
      wp_update_post( array( 'ID' => $sent ) );
      echo wp_json_encode( array( care_widgets_review_of( $sent )['withdrawn'], care_widgets_review_of( $other )['withdrawn'] ) );
      foreach ( array( $sent, $other ) as $id ) { wp_delete_post( $id, true ); }`,
    );
    assert.deepEqual(JSON.parse(review), [true, false]);
  });

  it('say that nothing has changed only where nothing of what is sent has', async () => {
    const address = `${WORDPRESS}/wp-json/wp/v2/posts?slug=${SLUG}&_embed=author,wp:featuredmedia&_fields=id,care_widgets,_links.author,_links.wp:featuredmedia`;
    const { headers, text } = await get(address);
    const [{ _embedded: embedded }] = JSON.parse(text);
    const [{ id: author, name }] = embedded.author;
    const [{ id: picture, alt_text: words }] = embedded['wp:featuredmedia'];
    const again = async () => (await get(address, { headers: { 'if-none-match': headers.get('etag') } })).status;
    const changes = {
      author: ['user', 'update', String(author), '--display_name'],
      picture: ['post', 'meta', 'update', String(picture), '_wp_attachment_image_alt'],
      reviewer: ['post', 'meta', 'update', '1001', '_care_widgets_reviewers'],
    };
    const set = ([...command], value) =>
      command.at(-1).startsWith('--')
        ? clinic(...command.slice(0, -1), `${command.at(-1)}=${value}`)
        : clinic(...command, value);
    const reviewers = clinic('eval', "echo get_post_meta( 1001, '_care_widgets_reviewers', true );");
    const before = { author: name, picture: words, reviewer: reviewers };
    assert.equal(await again(), 304);
    for (const [what, command] of Object.entries(changes)) {
      set(command, 'Somebody Else, MD');
      try {
        assert.equal(await again(), 200, what);
      } finally {
        set(command, before[what]);
      }
      assert.equal(await again(), 304, `${what}, changed back`);
    }
  });

  it('know the tag of their answer as servers that compress send it', async () => {
    const address = `${WORDPRESS}/wp-json/wp/v2/posts?slug=${SLUG}&_fields=id,care_widgets`;
    const tag = (await get(address)).headers.get('etag');
    const ending = (words) => tag.replace(/"$/, `${words}"`);
    for (const [asked, status] of [
      [tag, 304],
      [`W/${tag}`, 304],
      [ending('-gzip'), 304],
      [`"other", W/${ending('-gzip-gzip')}`, 304],
      [ending(';gz'), 304],
      [ending('-more'), 200],
      ['"-gzip"', 200],
    ])
      assert.equal((await get(address, { headers: { 'if-none-match': asked } })).status, status, asked);
  });

  it('keep what has been withdrawn from widgets whatever other plugins do to the answer', async () => {
    const read = async (query, others) =>
      get(`${WORDPRESS}/wp-json/wp/v2/posts${query}_fields=id,title,care_widgets${others}`);
    clinic('post', 'meta', 'update', '1002', '_care_widgets_withdrawn', '1');
    try {
      for (const others of ['', '&others=1']) {
        assert.equal((await read('/1002?', others)).status, 410, others);
        assert.equal((await read('?slug=five-signs-a-loved-one-needs-help&', others)).status, 410, others);
        const ids = JSON.parse((await read('?per_page=100&', others)).text).map(({ id }) => id);
        assert.ok(ids.includes(1001) && !ids.includes(1002), others);
      }
    } finally {
      clinic('post', 'meta', 'delete', '1002', '_care_widgets_withdrawn');
    }
  });

  it('take words for no as no, as imports write them', () => {
    const stored = clinic(
      'eval',
      `foreach ( array( '1', 'yes', true, '0', 'false', 'No', '', false ) as $value ) { update_post_meta( 1003, CARE_WIDGETS_META['withdrawn'], $value ); echo (int) care_widgets_review_of( 1003 )['withdrawn']; }
      delete_post_meta( 1003, CARE_WIDGETS_META['withdrawn'] );`,
    );
    assert.equal(stored, '11100000');
  });

  it('are in the list of what is due without a link for whom may not edit the post', () => {
    const lists = JSON.parse(
      clinic(
        'eval',
        `update_post_meta( 1003, CARE_WIDGETS_META['review_due'], '2020-01-01' );
        $rights = array( 'edit_posts', 'edit_others_posts', 'edit_published_posts' );
        $lists  = array();
        foreach ( array( 3, 2, 1 ) as $count ) {
          add_filter( 'user_has_cap', static function () use ( $rights, $count ) { return array_fill_keys( array_slice( $rights, 0, $count ), true ); }, 10 + 10 * ( 3 - $count ) );
          wp_set_current_user( 2 ); ob_start(); care_widgets_due_page(); $lists[] = ob_get_clean();
        }
        delete_post_meta( 1003, CARE_WIDGETS_META['review_due'] );
        echo wp_json_encode( $lists );`,
      ),
    );
    assert.match(lists[0], /<td><a href="http[^"]+post=1003[^"]*">[^<]+<\/a><\/td>/);
    assert.match(lists[1], /<td>[^<]+<\/td><td><time datetime="2020-01-01"/);
    assert.doesNotMatch(lists[1], /<a /);
    assert.equal(lists[2], '');
  });

  it('are all in the list of what is due, however many they are, each with a name and once', () => {
    const count = 120;
    const pages = JSON.parse(
      clinic(
        'eval',
        `wp_set_current_user( 1 ); $ids = array();
        for ( $i = 0; $i < ${count}; $i++ ) { $id = wp_insert_post( array( 'post_title' => $i ? "Due $i" : '', 'post_content' => 'Text', 'post_status' => 'publish' ) ); update_post_meta( $id, CARE_WIDGETS_META['review_due'], '2020-01-01' ); $ids[] = $id; }
        $pages = array(); foreach ( array( '1', '2', '3', array( '4' ) ) as $page ) { $_GET['paged'] = $page; ob_start(); care_widgets_due_page(); $pages[] = ob_get_clean(); }
        foreach ( $ids as $id ) { wp_delete_post( $id, true ); }
        echo wp_json_encode( $pages );`,
      ),
    );
    const links = pages.slice(0, 3).flatMap((html) => [...html.matchAll(/<td><a href="([^"]+)">([^<]*)</g)]);
    assert.equal(new Set(links.map(([, address]) => address)).size, count);
    assert.equal(links.length, count);
    assert.ok(links.every(([, , title]) => title));
    for (const html of pages) assert.match(html, /<h1>[^<]+<span[^>]*>120</);
    assert.match(pages[0], /href="[^"]*paged=2"/);
    assert.match(pages[1], /href="[^"]*paged=3"/);
  });
});

describe('an article', () => {
  it('has the same ids where a plugin renders it before the page, and none twice', async () => {
    const block = `<!-- wp:care-widgets/article {"slug":"${SLUG}","withToc":true} /-->`;
    page('twice', `${block}${block}`);
    const idsOf = async (query) =>
      [...(await get(`${PARTNER}/twice/${query}`)).text.matchAll(/<h\d id="(care-[^"]*)"/g)].map(([, id]) => id);
    await inClassicTheme(async (before) => {
      for (const name of [before, 'bare']) {
        partner('theme', 'activate', name);
        const ids = await idsOf('');
        assert.equal(ids[0], 'care-before-you-come');
        assert.ok(ids.length > 5);
        assert.equal(new Set(ids).size, ids.length);
        for (const when of ['early', 'head']) assert.deepEqual(await idsOf(`?twice=${when}`), ids, `${name}, ${when}`);
      }
    });
  });

  it('goes through what themes and fields do to the HTML of others, and stays rendered', () => {
    const [written, kept] = JSON.parse(
      partner(
        'eval',
        `$html = do_blocks( '<!-- wp:care-widgets/article {"slug":"${SLUG}"} /-->' ); echo wp_json_encode( array( $html, wp_kses_post( $html ) ) );`,
      ),
    );
    const [tag] = /<care-article .*?>/.exec(written);
    assert.match(tag, / endpoint=".* data-care-rendered="/);
    assert.ok(kept.includes(tag), kept.slice(0, 500));
    const parts = (html) => [...html.matchAll(/<(\w+)[^>]* data-care-part="([\w-]+)"/g)].map(([, ...part]) => part);
    assert.deepEqual(parts(kept), parts(written));
  });

  it('in a template part, such as a footer, keeps no page of the site from search engines', async () => {
    const block = `<!-- wp:care-widgets/article {"slug":"${SLUG}"} /-->`;
    page('own-words', '<p>Own words</p>');
    page('foreign-words', block);
    const part = partner(
      'eval',
      `$id = wp_insert_post( array( 'post_type' => 'wp_template_part', 'post_status' => 'publish', 'post_name' => 'footer', 'post_title' => 'Footer', 'post_content' => '${block}' ) );
      wp_set_object_terms( $id, get_stylesheet(), 'wp_theme' );
      wp_set_object_terms( $id, 'footer', 'wp_template_part_area' );
      echo $id;`,
    );
    try {
      const own = await get(`${PARTNER}/own-words/`);
      assert.match(own.text, /<care-article [^>]*data-care-rendered/);
      assert.doesNotMatch(own.text, /noindex/);
      assert.ok(own.text.includes(`<link rel="canonical" href="${PARTNER}/own-words/"`));
      assert.match((await get(`${PARTNER}/foreign-words/`)).text, /noindex/);
    } finally {
      remove(partner, part);
    }
  });

  for (const [kind, content] of [
    ['block', `<!-- wp:care-widgets/article {"slug":"${SLUG}","withToc":true} /-->`],
    ['shortcode', `[care_article slug="${SLUG}" with-toc]`],
  ]) {
    it(`is no wider than a phone where it stands in a column of a grid: ${kind}`, async () => {
      page(
        `narrow-${kind}`,
        `<!-- wp:html --><div style="display:grid"><div class="cell">${kind === 'block' ? '' : content}</div></div><!-- /wp:html -->${kind === 'block' ? content : ''}`,
      );
      const browser = await startBrowser();
      try {
        const view = await browser.newPage({ viewport: { width: 390, height: 800 } });
        await view.goto(`${PARTNER}/narrow-${kind}/`);
        await view.evaluate(() =>
          document.querySelector('.cell').append(document.querySelector('care-article').parentElement),
        );
        assert.ok((await view.evaluate(() => document.documentElement.scrollWidth)) <= 390);
        await view.waitForFunction(() => document.querySelector('care-article').state === 'ready');
        assert.ok((await view.evaluate(() => document.documentElement.scrollWidth)) <= 390);
      } finally {
        await browser.close();
      }
    });
  }
});

describe('uninstalling', () => {
  it('deletes the time of a transient whose value the database has refused', () => {
    const left = partner(
      'eval',
      `update_option( '_transient_timeout_care_widgets_x', time() + 600 );
      $options = get_option( 'care_widgets' );
      define( 'WP_UNINSTALL_PLUGIN', 'care-widgets' );
      require WP_PLUGIN_DIR . '/care-widgets/uninstall.php';
      update_option( 'care_widgets', $options );
      echo get_option( '_transient_timeout_care_widgets_x' );`,
    );
    assert.equal(left, '');
  });
});

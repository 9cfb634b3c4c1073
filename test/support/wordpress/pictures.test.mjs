// Copies of the publisher's pictures on the partner's site, on two real sites. Run by scripts/test-wordpress.mjs.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, beforeEach, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { startBrowser } from '../page-server.mjs';
import {
  LAB,
  PARTNER,
  SITES,
  SLUG,
  WORDPRESS,
  clinic,
  configure,
  forget,
  get,
  installPlugin,
  page,
  partner,
} from './sites.mjs';

const FOLDER = `${SITES}/partner/wp-content/uploads/care-widgets`;
const SHOWN = `${PARTNER}/wp-content/uploads/care-widgets/`;
const MONTH = 30 * 86_400;

const settings = { endpoint: `${WORDPRESS}/`, pictures: true };
const md5 = (text) => createHash('md5').update(text).digest('hex');
const kept = () => (existsSync(FOLDER) ? readdirSync(FOLDER).sort() : []);
/** What the background does, as often as it is due. */
const runEvents = () =>
  partner(
    'eval',
    "for ( $run = 0; $run < 20 && wp_next_scheduled( 'care_widgets_pictures' ); $run++ ) { wp_clear_scheduled_hook( 'care_widgets_pictures' ); do_action( 'care_widgets_pictures' ); } echo $run;",
  );
const startAgain = () => {
  rmSync(FOLDER, { recursive: true, force: true });
  configure(settings);
  forget();
};

/** Every address that a page loads a picture from. */
const picturesIn = (html) =>
  [...html.matchAll(/<(?:img|source)\b[^>]*>/g)].flatMap(([tag]) => [
    ...(/\ssrc="([^"]*)"/.exec(tag)?.slice(1) ?? []),
    ...(/\ssrcset="([^"]*)"/.exec(tag)?.[1].split(', ') ?? []).map((candidate) => candidate.split(' ')[0]),
  ]);
const elementsOf = (html) => html.match(/<care-[^]*<\/care-[\w-]+>/)[0];

const ALL = `<!-- wp:care-widgets/article-card {"slug":"${SLUG}"} /--><!-- wp:care-widgets/article-list {"perPage":"3","withMore":true} /--><!-- wp:care-widgets/article {"slug":"blocks"} /--><!-- wp:care-widgets/article {"slug":"${SLUG}"} /-->`;

before(() => {
  installPlugin();
  page('pictures', ALL);
});
after(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  partner('option', 'delete', 'care_widgets');
  forget();
  clinic('plugin', 'deactivate', 'care-widgets');
  partner('post', 'delete', '--force', ...partner('post', 'list', '--post_type=page', '--format=ids').split(' '));
});

describe('copies of pictures', () => {
  it('are made in the background, and show the same bytes', async () => {
    startAgain();
    configure({ ...settings, pictures: false });
    const before = new Set(picturesIn(elementsOf((await get(`${PARTNER}/pictures/`)).text)));
    assert.ok(before.size > 20);
    assert.ok([...before].every((address) => address.startsWith(WORDPRESS)));

    configure(settings);
    const first = elementsOf((await get(`${PARTNER}/pictures/`)).text);
    assert.deepEqual(picturesIn(first), [], 'the publisher would see who reads');
    assert.deepEqual(kept(), [], 'a page view fetches nothing');
    assert.match(first, /<figure[^>]*><a href="[^"]*\/garden-path[^"]*" rel="noopener noreferrer"/);

    const isForCaches = () =>
      partner(
        'eval',
        "do_blocks( get_page_by_path( 'pictures' )->post_content ); echo defined( 'DONOTCACHEPAGE' ) ? 'no' : 'yes';",
      );
    assert.equal(isForCaches(), 'no');

    assert.ok(Number(runEvents()) > 2, 'a few at once');
    assert.equal(isForCaches(), 'yes');
    const second = elementsOf((await get(`${PARTNER}/pictures/`)).text);
    const now = picturesIn(second);
    assert.ok(now.length > 20);
    const original = new Map([...before].map((address) => [md5(address), address]));
    for (const address of new Set(now)) {
      assert.ok(address.startsWith(SHOWN), address);
      const [name, ending] = address.slice(SHOWN.length).split('.');
      const [copy, publishers] = await Promise.all(
        [address, original.get(name)].map(async (one) => {
          const response = await fetch(one);
          return { type: response.headers.get('content-type'), bytes: Buffer.from(await response.arrayBuffer()) };
        }),
      );
      assert.equal(copy.type, publishers.type);
      assert.ok(copy.bytes.equals(publishers.bytes), address);
      assert.ok(['jpg', 'png', 'webp'].includes(ending));
    }
    assert.equal(new Set(now).size, kept().length, 'nothing is kept that is not shown');
    for (const [, srcset] of second.matchAll(/ srcset="([^"]*)"/g)) assert.ok(srcset.split(', ').length <= 3, srcset);
    const [, card] = /<care-article-card[^]*?<img ([^>]*)>/.exec(second);
    assert.match(card, / width="\d+" height="\d+" sizes=/);
  });

  for (const width of [390, 1280]) {
    for (const javaScriptEnabled of [true, false]) {
      it(`leave nothing to ask the publisher for: ${width} px, ${javaScriptEnabled ? 'with' : 'without'} the script`, async () => {
        const browser = await startBrowser();
        try {
          const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled });
          const view = await context.newPage();
          const asked = [];
          const shown = new Set();
          view.on('request', (request) => {
            if (request.url().startsWith(WORDPRESS)) asked.push(request.url());
          });
          view.on('response', (response) => {
            if (response.url().startsWith(SHOWN) && response.ok()) shown.add(response.url());
          });
          await view.goto(`${PARTNER}/pictures/`);
          if (javaScriptEnabled) {
            await view.waitForFunction(() =>
              ['card', '', 'list'].every(
                (name) => document.querySelector(`care-article${name && `-${name}`}`).state === 'ready',
              ),
            );
          }
          // pictures further down load as they come near
          for (const picture of await view.locator('img[src*="/care-widgets/"]').all()) {
            await picture.scrollIntoViewIfNeeded();
          }
          await view.waitForLoadState('networkidle');
          assert.ok(shown.size > 5, `${shown.size}`);
          assert.deepEqual(asked, []);
          if (!javaScriptEnabled) return;
          assert.deepEqual(
            await view
              .locator('care-article-card img, care-article-list img, care-article img')
              .evaluateAll((all) =>
                all.filter((one) => one.complete && !one.naturalWidth).map((one) => one.currentSrc),
              ),
            [],
          );
          // what the visitor asks for comes from the publisher; what stood there stays as it is
          await view.getByText('Show more').click();
          await view.locator('care-article-list article').nth(5).waitFor();
          assert.ok(asked.some((address) => /wp-json|rest_route/.test(address)));
          const [third] = await view
            .locator('care-article-list article img')
            .nth(2)
            .evaluateAll((all) => all.map(({ src }) => src));
          assert.ok(third.startsWith(SHOWN), third);
        } finally {
          await browser.close();
        }
      });
    }
  }

  it('are fetched again after a month, and deleted after two where they are no longer shown', () => {
    const [fresh, old, older] = kept();
    const age = (name, seconds) => {
      const then = Date.now() / 1000 - seconds;
      utimesSync(`${FOLDER}/${name}`, then, then);
    };
    age(old, MONTH + 60);
    age(older, 2 * MONTH + 60);
    writeFileSync(`${FOLDER}/interrupted.tmp`, 'x');
    age('interrupted.tmp', 3700);
    const isOld = (name) => Date.now() / 1000 - statSync(`${FOLDER}/${name}`).mtimeMs / 1000 > MONTH;
    const view = () => partner('eval', "do_blocks( get_page_by_path( 'pictures' )->post_content );");
    // the event alone, as on a site that no longer shows them
    partner('eval', 'care_widgets_fetch_pictures();');
    assert.ok(kept().includes(fresh) && kept().includes(old));
    assert.ok(!kept().includes(older) && !kept().includes('interrupted.tmp'));
    view();
    assert.ok(isOld(old), 'a page view fetches nothing');
    runEvents();
    assert.ok(!isOld(old) && kept().includes(older));
  });

  it('go a day after the setting is switched off, and the publisher’s addresses are back at once', async () => {
    partner(
      'eval',
      "do_action( 'admin_init' ); update_option( 'care_widgets', array( 'endpoint' => care_widgets_endpoint() ) );",
    );
    const { text } = await get(`${PARTNER}/pictures/`);
    const addresses = picturesIn(elementsOf(text));
    assert.ok(addresses.length > 20 && addresses.every((address) => address.startsWith(WORDPRESS)));
    assert.ok(kept().length > 5, 'pages that lie in a cache show them');
    const due = Number(partner('eval', "echo wp_next_scheduled( 'care_widgets_pictures', array( 'off' ) ) - time();"));
    assert.ok(due > 86_000 && due <= 86_400, `${due}`);
    partner('eval', "do_action( 'care_widgets_pictures', 'off' );");
    assert.deepEqual(kept(), []);
  });

  it('are no matter of pictures that are this site’s own', () => {
    const own = JSON.parse(
      partner(
        'eval',
        `update_option( 'care_widgets', array( 'pictures' => true ) );
        $html = '<img src="/a.png" srcset="/a.png 1x, /b.png 2x, /c.png 3x, /d.png 4x">';
        echo wp_json_encode( array( care_widgets_keeps_pictures(), care_widgets_body( $html, home_url( '/post/' ), array( care_widgets_origin( home_url( '/' ) ) ) ) ) );`,
      ),
    );
    assert.equal(own[0], false);
    assert.equal(own[1].match(/\.png/g).length, 5);
  });
});

describe('where copies cannot be written', () => {
  after(() => rmSync(FOLDER, { recursive: true, force: true }));

  it('pictures come from the publisher as before, and the settings say so', async () => {
    startAgain();
    // a file in place of the folder: it stops the administrator of the machine too
    writeFileSync(FOLDER, '');
    const { text } = await get(`${PARTNER}/pictures/`);
    const addresses = picturesIn(elementsOf(text));
    assert.ok(addresses.length > 20 && addresses.every((address) => address.startsWith(WORDPRESS)));
    const settingsPage = () =>
      partner(
        'eval',
        "wp_set_current_user( 1 ); require_once ABSPATH . 'wp-admin/includes/template.php'; require_once ABSPATH . 'wp-admin/includes/plugin.php'; care_widgets_settings_page();",
      );
    const box = /<input type="checkbox" name="care_widgets\[pictures\]" value="1" checked='checked'>/;
    assert.match(settingsPage(), box);
    assert.match(settingsPage(), /cannot be written/);
    rmSync(FOLDER);
    assert.doesNotMatch(settingsPage(), /cannot be written/);
    configure({ endpoint: settings.endpoint });
    assert.doesNotMatch(settingsPage(), box);
  });
});

describe('a hostile publisher', () => {
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const GIF = Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');
  const huge = Buffer.from(PNG);
  huge.writeUInt32BE(30_000, 16);
  huge.writeUInt32BE(30_000, 20);
  const answers = {
    '/page.png': ['image/png', '<!doctype html><script>alert(1)</script>'],
    '/drawing.png': ['image/png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    '/shell.php': ['image/gif', '<?php system( $_GET["c"] );'],
    '/shell.gif': ['image/gif', Buffer.concat([GIF, Buffer.from('<?php system( $_GET["c"] );')])],
    '/bomb.png': ['image/png', huge],
    '/document.pdf': ['image/jpeg', '%PDF-1.4'],
    '/empty.jpg': ['image/jpeg', ''],
    '/picture.php': ['text/html', PNG],
    '/other.exe': ['application/octet-stream', GIF],
  };
  let origin;
  let asked;
  let sent;
  let server;

  before(async () => {
    server = createServer((request, response) => {
      asked.push(request.url);
      if (request.url === '/away.png') {
        return response.writeHead(302, { location: `${origin.replace('127.0.0.1', '127.0.0.2')}/inside.png` }).end();
      }
      if (request.url === '/hang.png') return response.writeHead(200, { 'content-type': 'image/png' }).write(PNG);
      if (request.url === '/flood.png') {
        response.writeHead(200, { 'content-type': 'image/png' });
        response.write(PNG);
        const pour = () => {
          while (sent < 50e6 && !response.destroyed) {
            sent += 65_536;
            if (!response.write(Buffer.alloc(65_536))) return response.once('drain', pour);
          }
          return response.end();
        };
        return pour();
      }
      if (request.url === '/broken.png') return response.writeHead(500).end();
      const [type, body] = answers[request.url] ?? ['image/png', PNG];
      return response.writeHead(200, { 'content-type': type }).end(body);
    });
    await new Promise((resolve) => server.listen(0, '0.0.0.0', resolve));
    origin = `http://127.0.0.1:${server.address().port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    startAgain();
    mkdirSync(FOLDER);
    asked = [];
    sent = 0;
  });
  /** Runs of the event, with these wanted; none waits longer than the test can. */
  const fetchAll = async (paths, runs) => {
    const code = `add_filter( 'http_request_args', static function ( $given ) { if ( $given['timeout'] > 10 ) { die( 'waits too long' ); } return array( 'timeout' => 1 ) + $given; } );
      set_transient( 'care_widgets_wanted', json_decode( '${JSON.stringify(paths.map((one) => origin + one))}' ), 600 );
      memory_reset_peak_usage(); $before = memory_get_usage();
      for ( $run = 0; $run < ${runs}; $run++ ) { care_widgets_fetch_pictures(); }
      echo memory_get_peak_usage() - $before;`;
    // not synchronously: the server is in this very process
    const { stdout } = await promisify(execFile)('bash', [LAB, 'cli', 'eval', code], {
      env: { ...process.env, LAB_SITE: 'partner' },
    });
    assert.match(stdout, /^\d+\s*$/);
    return Number(stdout);
  };
  const fileOf = (one, ending) => `${md5(origin + one)}.${ending}`;

  it('has nothing kept but pictures, under the names of pictures', async () => {
    await fetchAll([...Object.keys(answers), '/fine.png'], 3);
    assert.deepEqual(asked, [...Object.keys(answers), '/fine.png']);
    assert.deepEqual(
      kept(),
      [fileOf('/picture.php', 'png'), fileOf('/other.exe', 'gif'), fileOf('/fine.png', 'png')].sort(),
    );
    assert.ok(readFileSync(`${FOLDER}/${fileOf('/fine.png', 'png')}`).equals(PNG));
    assert.equal(statSync(`${FOLDER}/${fileOf('/fine.png', 'png')}`).mode & 0o111, 0);
    // a page that lacks them does not want them again
    partner(
      'eval',
      `foreach ( array( '/page.png', '/fine.png' ) as $path ) { care_widgets_copy( "${origin}$path" ); } care_widgets_copy( "${origin}/" . str_repeat( 'a', 3000 ) );`,
    );
    assert.equal(partner('eval', "echo count( get_transient( 'care_widgets_wanted' ) );"), '0');
  });

  it('sends 50 MB, of which no more is held than a picture may have', async () => {
    const memory = await fetchAll(['/flood.png'], 1);
    assert.deepEqual(asked, ['/flood.png']);
    assert.deepEqual(kept(), []);
    assert.ok(memory < 25e6, `${memory}`);
  });

  it('leads to an address inside the network, which is not asked', async () => {
    await fetchAll(['/away.png'], 1);
    assert.deepEqual(asked, ['/away.png']);
    assert.deepEqual(kept(), []);
  });

  it('does not answer, and is left alone for a while; another is asked for the rest', async () => {
    await fetchAll(['/broken.png', '/hang.png', '/fine.png', '/second.png'], 1);
    assert.deepEqual(asked, ['/broken.png', '/hang.png']);
    const due = Number(partner('eval', "echo wp_next_scheduled( 'care_widgets_pictures' ) - time();"));
    assert.ok(due > 500 && due <= 600, `${due}`);
    // no view of a page brings that forward
    partner('eval', `care_widgets_copy( '${origin}/third.png' );`);
    assert.ok(Number(partner('eval', "echo wp_next_scheduled( 'care_widgets_pictures' ) - time();")) > 490);
    assert.equal(
      partner('eval', "echo implode( ' ', get_transient( 'care_widgets_wanted' ) );"),
      ['/fine.png', '/second.png', '/third.png'].map((one) => origin + one).join(' '),
    );
  });
});

describe('a plugin that is removed', () => {
  it('leaves no copy behind', () => {
    startAgain();
    mkdirSync(FOLDER);
    writeFileSync(`${FOLDER}/${md5('a')}.png`, 'x');
    partner(
      'eval',
      "wp_schedule_single_event( time() + 60, 'care_widgets_pictures' ); define( 'WP_UNINSTALL_PLUGIN', 'care-widgets' ); require WP_PLUGIN_DIR . '/care-widgets/uninstall.php';",
    );
    assert.equal(existsSync(FOLDER), false);
    assert.equal(partner('eval', "echo (int) wp_next_scheduled( 'care_widgets_pictures' );"), '0');
  });
});

// The two real sites of the plugin's tests: the seeded clinic, which publishes, and a partner, which shows its articles.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const fileOf = (name) => fileURLToPath(new URL(name, import.meta.url));
export const LAB = fileOf('wp-lab.sh');

export const { WORDPRESS, PARTNER } = process.env;
export const PLUGIN = fileOf('../../../dist/wordpress/care-widgets');
export const SITES = path.join(process.env.LAB_VAR ?? fileOf('../../../var/wordpress'), 'sites');

/** An article that the clinic has published, with pictures in its text. */
export const SLUG = 'what-the-first-week-of-residential-treatment-is-like';

export const cliOf =
  (site) =>
  (...words) =>
    execFileSync('bash', [LAB, 'cli', ...words], {
      encoding: 'utf8',
      env: { ...process.env, LAB_SITE: site },
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
export const clinic = cliOf('clinic');
export const partner = cliOf('partner');

/** Addresses on loopback are refused by wp_safe_remote_get(), and so are their ports. */
const LOOPBACK = `<?php
add_filter( 'http_request_host_is_external', static function ( $is, $host ) { return $is || '127.0.0.1' === $host; }, 10, 2 );
add_filter( 'http_allowed_safe_ports', static function ( $ports ) { return array_merge( $ports, range( 1024, 65535 ) ); } );
`;

/** Puts the built plugin on both sites. */
export const installPlugin = () => {
  for (const site of ['clinic', 'partner']) {
    const content = `${SITES}/${site}/wp-content`;
    rmSync(`${content}/plugins/care-widgets`, { recursive: true, force: true });
    cpSync(PLUGIN, `${content}/plugins/care-widgets`, { recursive: true });
    writeFileSync(`${content}/mu-plugins/loopback.php`, LOOPBACK);
  }
  clinic('plugin', 'activate', 'care-widgets');
  partner('plugin', 'activate', 'care-widgets');
};

export const get = async (address, options) => {
  const response = await fetch(address, { redirect: 'manual', ...options });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

/** A page of the partner's; its number. */
export const page = (name, content) =>
  partner(
    'post',
    'create',
    '--post_type=page',
    '--post_status=publish',
    '--porcelain',
    `--post_title=${name}`,
    `--post_name=${name}`,
    `--post_content=${content}`,
  );
export const configure = (options) =>
  partner('option', 'update', 'care_widgets', JSON.stringify(options), '--format=json');
export const forget = () => partner('eval', 'care_widgets_forget();');

/**
 * Runs `act` while the partner has a classic theme, which writes its head before the text.
 *
 * @param {(before: string) => Promise<void>} act `before` is the theme that it has else
 */
export const inClassicTheme = async (act) => {
  const theme = `${SITES}/partner/wp-content/themes/bare`;
  mkdirSync(theme, { recursive: true });
  writeFileSync(`${theme}/style.css`, '/* Theme Name: Bare */ * { margin: 0; padding: 0 }');
  writeFileSync(
    `${theme}/functions.php`,
    "<?php add_action( 'wp_enqueue_scripts', static function () { wp_enqueue_style( 'bare', get_stylesheet_uri() ); } );",
  );
  writeFileSync(
    `${theme}/index.php`,
    '<!doctype html><html><head><?php wp_head(); ?></head><body><?php while ( have_posts() ) { the_post(); the_content(); } wp_footer(); ?></body></html>',
  );
  const before = partner('theme', 'list', '--status=active', '--field=name');
  partner('theme', 'activate', 'bare');
  try {
    await act(before);
  } finally {
    partner('theme', 'activate', before);
    rmSync(theme, { recursive: true, force: true });
  }
};

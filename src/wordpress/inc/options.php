<?php
/**
 * The one option of the plugin.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/**
 * Settings, with what holds where nothing is set.
 *
 * @return array{endpoint:string,plain:bool,theme:string,look:string,density:string,article_page:int,crisis_region:string,classic:bool,pictures:bool}
 */
function care_widgets_options(): array {
	$saved = get_option( 'care_widgets', array() );
	return ( is_array( $saved ) ? $saved : array() ) + array(
		'endpoint'      => '',
		'plain'         => false,
		'theme'         => '',
		'look'          => '',
		'density'       => '',
		'article_page'  => 0,
		'crisis_region' => '',
		'classic'       => false,
		'pictures'      => false,
	);
}

/** The article page; 0 where there is none. The page of the blog's posts is none: WordPress shows posts in place of its blocks. */
function care_widgets_article_page(): int {
	$page = (int) care_widgets_options()['article_page'];
	return $page === care_widgets_posts_page() ? 0 : $page;
}

function care_widgets_posts_page(): int {
	return 'page' === get_option( 'show_on_front' ) ? (int) get_option( 'page_for_posts' ) : 0;
}

/** The endpoint: another site's, or this one. */
function care_widgets_endpoint(): string {
	return care_widgets_safe_url( care_widgets_options()['endpoint'] ) ?? (string) care_widgets_safe_url( home_url( '/' ) );
}

/**
 * Whether the text comes from this very site: it is then asked without HTTP. One may be written with `http:` and the other with
 * `https:`, behind a proxy or after the site has moved.
 */
function care_widgets_is_own( string $endpoint ): bool {
	return set_url_scheme( care_widgets_site_address( $endpoint ), 'https' ) === set_url_scheme( (string) care_widgets_safe_url( home_url( '/' ) ), 'https' );
}

/** BCP 47 of the site's or the reader's language where the elements speak it; of others they complain. */
function care_widgets_page_locale(): ?string {
	$locale = determine_locale();
	return preg_match( '/^(?:en|es)(?:_|$)/', $locale ) ? str_replace( '_', '-', $locale ) : null;
}

/** Words of the plugin for administrators: they lie in the plugin's own folder. */
function care_widgets_load_words(): void {
	load_plugin_textdomain( 'care-widgets', false, dirname( plugin_basename( CARE_WIDGETS_FILE ) ) . '/languages' );
}
add_action( 'init', 'care_widgets_load_words', 1 );

/** One Spanish for all countries, unless the site has its own country's. */
function care_widgets_spanish_words( string $file, string $domain ): string {
	return 'care-widgets' === $domain && ! is_readable( $file ) ? (string) preg_replace( '/-es_\w+\.mo$/', '-es_ES.mo', $file ) : $file;
}
add_filter( 'load_textdomain_mofile', 'care_widgets_spanish_words', 10, 2 );

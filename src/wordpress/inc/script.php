<?php
/**
 * The library's files, from the plugin's own folder, on pages where an element stands and nowhere else.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

function care_widgets_asset( string $file ): string {
	return plugins_url( "assets/$file", CARE_WIDGETS_FILE );
}

/**
 * Names the files that the script loads for an element, so that browsers ask for them beside the script and not after it: in
 * the head, as far as they are known by then, else at the end.
 */
function care_widgets_preload( string $tag ): void {
	static $files = array();
	if ( ! $files ) {
		$name_them = static function () use ( &$files ): void {
			foreach ( array_keys( $files, false, true ) as $file ) {
				printf( "<link rel=\"modulepreload\" href=\"%s\">\n", esc_url( care_widgets_asset( $file ) ) );
				$files[ $file ] = true;
			}
		};
		add_action( 'wp_head', $name_them, 20 );
		add_action( 'wp_footer', $name_them, 20 );
	}
	$files += array_fill_keys( care_widgets_data( 'preload' )[ $tag ], false );
}

/** What `data-care-dress` says: theme, look and density, as far as they change how a rendered text looks. */
function care_widgets_dress( array $settings ): string {
	$names = array( $settings['theme'] ?? '', $settings['look'] ?? '', $settings['density'] ?? '' );
	return implode( ' ', preg_grep( '/^(?:light|dark|calm|clinical|editorial|compact|roomy)$/', $names ) );
}

/** Has WordPress write one of the library's sheets into the page, as its own small ones: the text waits for no request of it. */
function care_widgets_enqueue_sheet( string $name ): void {
	$sheet = plugin_dir_path( CARE_WIDGETS_FILE ) . "assets/$name.css";
	if ( file_exists( $sheet ) ) {
		$handle = str_replace( '.', '-', $name );
		wp_enqueue_style( $handle, care_widgets_asset( "$name.css" ), array(), (string) care_widgets_data( 'about' )['version'] );
		wp_style_add_data( $handle, 'path', $sheet );
	}
}

/** Called by what renders an element. */
function care_widgets_enqueue( string $tag ): void {
	static $is_done = false;
	if ( is_admin() ) {
		return;
	}
	if ( ! care_widgets_options()['classic'] ) {
		care_widgets_preload( $tag );
	}
	if ( $is_done ) {
		return;
	}
	$is_done = true;
	$version = (string) care_widgets_data( 'about' )['version'];
	care_widgets_enqueue_sheet( 'care-widgets' );
	if ( '' !== care_widgets_dress( care_widgets_page_settings() ) ) {
		care_widgets_enqueue_sheet( 'care-widgets.looks' );
	}
	// not every theme keeps pictures inside their column
	$rules = ':where([data-care-rendered] img){max-width:100%;height:auto}'
		// an article says that it is up to 42em wide where a page asks, and a column of a grid would grow to that
		. ':where(.wp-block-care-widgets-article,.care-widgets-shortcode:has(>care-article)){display:grid;grid-template-columns:minmax(0,1fr)}'
		. care_widgets_theme_tokens();
	wp_register_style( 'care-widgets-theme', false, array(), $version );
	wp_enqueue_style( 'care-widgets-theme' );
	wp_add_inline_style( 'care-widgets-theme', $rules );
	if ( care_widgets_options()['classic'] ) {
		wp_enqueue_script( 'care-widgets-classic', care_widgets_asset( 'care-widgets.classic.js' ), array(), $version, true );
		return;
	}
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		wp_enqueue_script_module( 'care-widgets', care_widgets_asset( 'care-widgets.js' ), array(), $version );
		$interactivity = function_exists( 'wp_interactivity' ) ? wp_interactivity() : null;
		if ( $interactivity && method_exists( $interactivity, 'add_client_navigation_support_to_script_module' ) ) {
			$interactivity->add_client_navigation_support_to_script_module( 'care-widgets' );
		}
		return;
	}
	// before 6.5
	add_action(
		'wp_footer',
		static function (): void {
			wp_print_script_tag( array( 'type' => 'module', 'src' => care_widgets_asset( 'care-widgets.js' ) ) );
		}
	);
}

/** Called with what is written, before it is rendered. `$pattern` finds the names of elements, behind `care`; whether it found one. */
function care_widgets_enqueue_found( string $pattern, string $written ): bool {
	$is_found = false;
	preg_match_all( $pattern, $written, $matches, PREG_SET_ORDER );
	foreach ( $matches as $names ) {
		$tag = 'care-' . strtolower( str_replace( '_', '-', end( $names ) ) );
		if ( isset( care_widgets_data( 'elements' )[ $tag ] ) ) {
			$is_found = true;
			care_widgets_enqueue( $tag );
		}
	}
	return $is_found;
}

/**
 * For what the page itself holds, from its head on: a classic theme writes that before the text, and before WordPress 6.9 what
 * was asked for later came at the end, so that the text was painted without its layout at first.
 */
function care_widgets_enqueue_for_page(): void {
	$page = is_singular() ? get_queried_object() : null;
	if ( $page instanceof WP_Post && ! post_password_required( $page ) ) {
		care_widgets_enqueue_found( '~<!-- wp:care-widgets/([a-z-]+)|\[care_([a-z_]+)|<care-([a-z-]+)~', $page->post_content );
	}
}
// after the sheets of the theme: some take all margins away by a rule for everything
add_action( 'wp_enqueue_scripts', 'care_widgets_enqueue_for_page', 100 );

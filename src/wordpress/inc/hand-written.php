<?php
/**
 * Elements that an author wrote as HTML, in a Custom HTML block or in the classic editor: the script comes with them, as with
 * a block, and the settings of the plugin hold for them, unless a script tag of the page's own brings settings.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/**
 * @param mixed $html As it is written: before blocks and shortcodes have become elements of ours.
 * @return mixed The same.
 */
function care_widgets_find_hand_written( $html ) {
	static $has_settings = false;
	// an excerpt that WordPress makes from a text has no elements
	if ( ! is_string( $html ) || is_admin() || doing_filter( 'get_the_excerpt' ) ) {
		return $html;
	}
	$is_found = care_widgets_enqueue_found( '/<care-([a-z-]+)|\sdata-care-widget\s*=\s*["\']?\s*(?:care-)?([a-z-]+)/i', $html );
	if ( $is_found && ! $has_settings ) {
		$has_settings = true;
		// as the last one of the page: the first that names an endpoint wins
		add_action( 'wp_footer', 'care_widgets_write_page_settings', PHP_INT_MAX );
	}
	return $html;
}
add_filter( 'the_content', 'care_widgets_find_hand_written', 8 );
add_filter( 'widget_text', 'care_widgets_find_hand_written', 8 );
add_filter( 'widget_custom_html_content', 'care_widgets_find_hand_written', 8 );
// in templates, widget areas and patterns
add_filter( 'render_block_core/html', 'care_widgets_find_hand_written' );

function care_widgets_write_page_settings(): void {
	echo '<template';
	foreach ( care_widgets_page_settings() as $name => $value ) {
		printf( ' data-care-%s="%s"', esc_attr( $name ), esc_attr( $value ) );
	}
	echo "></template>\n";
}

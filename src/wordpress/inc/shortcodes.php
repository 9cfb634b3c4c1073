<?php
/**
 * `[care_article slug="…"]`: a shortcode for every element.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** What `[care_config]` around a shortcode says, while it is rendered. @return array<string,mixed> */
function &care_widgets_shortcode_settings(): array {
	static $around = array();
	return $around;
}

function care_widgets_register_shortcodes(): void {
	foreach ( array_keys( care_widgets_data( 'elements' ) ) as $tag ) {
		add_shortcode(
			str_replace( '-', '_', $tag ),
			static function ( $given, ?string $inside = '' ) use ( $tag ): string {
				$attributes = array();
				foreach ( is_array( $given ) ? $given : array() as $name => $value ) {
					// `with-toc` alone comes as a value; underscores do for hyphens
					$is_bare = is_int( $name );
					$attributes[ str_replace( '_', '-', strtolower( $is_bare ? (string) $value : $name ) ) ] = $is_bare ? true : $value;
				}
				// the classic editor's paragraphs begin and end around the brackets, not within them
				$inside = shortcode_unautop( (string) preg_replace( '~^\s*</p>|<p>\s*$~', '', (string) $inside ) );
				$around = &care_widgets_shortcode_settings();
				$outer  = $around;
				if ( 'care-config' === $tag ) {
					$around = $attributes; // WordPress nests no shortcode in one of its own name
				}
				$inside = do_shortcode( wp_kses_post( $inside ) );
				$around = $outer;
				return '<div class="care-widgets-shortcode">' . care_widgets_widget( $tag, $attributes, $inside, $outer ) . '</div>';
			}
		);
	}
}
add_action( 'init', 'care_widgets_register_shortcodes' );

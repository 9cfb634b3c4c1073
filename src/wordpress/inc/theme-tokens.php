<?php
/**
 * The theme's own look as tokens of the widgets, only where theme.json defines it.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** The value of a style of theme.json as CSS: `var:preset|color|x` is a custom property. @param mixed $value */
function care_widgets_style_value( $value ): ?string {
	if ( ! is_string( $value ) && ! is_int( $value ) ) {
		return null;
	}
	$css = preg_match( '/^var:([\w|-]+)$/', (string) $value, $match ) ? 'var(--wp--' . str_replace( '|', '--', $match[1] ) . ')' : (string) $value;
	return preg_match( '/^[\w\s#%.,()-]{1,120}$/', $css ) ? $css : null;
}

/** WordPress 6.1 has no function of its own for that. */
function care_widgets_has_theme_json(): bool {
	return function_exists( 'wp_theme_has_theme_json' ) ? wp_theme_has_theme_json() : WP_Theme_JSON_Resolver::theme_has_support();
}

/** A rule for the elements; empty for a theme without theme.json, and where the settings choose a look: that brings its own. */
function care_widgets_theme_tokens(): string {
	if ( '' !== care_widgets_options()['look'] || ! function_exists( 'wp_get_global_styles' ) || ! care_widgets_has_theme_json() ) {
		return '';
	}
	$palette = wp_get_global_settings( array( 'color', 'palette', 'theme' ) );
	$slugs   = is_array( $palette ) ? array_column( $palette, 'slug' ) : array();
	$accent  = array_values( array_intersect( array( 'primary' ), $slugs ) )[0] ?? null;
	$styles  = wp_get_global_styles();
	$heading = care_widgets_field( $styles, 'elements', 'heading', 'typography' );
	$tokens  = array(
		'--care-color-accent' => $accent ? "var(--wp--preset--color--$accent)" : null,
		'--care-font-heading' => care_widgets_style_value( care_widgets_field( $heading, 'fontFamily' ) ),
		'--care-heading-weight' => care_widgets_style_value( care_widgets_field( $heading, 'fontWeight' ) ),
		'--care-radius'       => care_widgets_style_value( care_widgets_field( $styles, 'elements', 'button', 'border', 'radius' ) ),
	);
	$rules = '';
	foreach ( array_filter( $tokens ) as $token => $value ) {
		$rules .= "$token:$value;";
	}
	return '' === $rules ? '' : ':root{' . $rules . '}';
}

<?php
/**
 * Authors without `unfiltered_html` may write the elements and their attributes; and fields and themes that send rendered HTML
 * through wp_kses_post() leave it rendered: without these attributes an element would no longer know its text or where it is from.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** @param mixed $context */
function care_widgets_kses_allowed( array $allowed, $context ): array {
	if ( 'post' === $context ) {
		foreach ( care_widgets_data( 'elements' ) as $tag => $element ) {
			$allowed[ $tag ] = array_fill_keys( array_keys( $element['attributes'] ), true ) + array( 'endpoint' => true, 'data-care-rendered' => true, 'data-care-dress' => true, 'class' => true, 'id' => true, 'lang' => true, 'dir' => true );
		}
		$allowed['bdi'] = array( 'data-care-part' => true, 'dir' => true ) + ( $allowed['bdi'] ?? array() );
	}
	return $allowed;
}
add_filter( 'wp_kses_allowed_html', 'care_widgets_kses_allowed', 10, 2 );

/** WordPress adds "auto" to the sizes of pictures in posts; the element and its golden files have none: see card-layout.ts. */
function care_widgets_keep_sizes( string $image ): string {
	return strpos( $image, 'data-care-part' ) ? str_replace( ' sizes="auto, ', ' sizes="', $image ) : $image;
}
add_filter( 'wp_content_img_tag', 'care_widgets_keep_sizes' );

<?php
/**
 * care-post-nav and care-categories.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** @param array $neighbors previous?, next? */
function care_widgets_render_post_nav( array $neighbors, Care_Widgets_Context $context ): ?array {
	$links = array();
	foreach ( array( 'previous' => 'Earlier', 'next' => 'Later' ) as $direction => $word ) {
		$article = $neighbors[ $direction ] ?? null;
		$href    = $article ? $context->article_href( $article ) : null;
		if ( null === $href ) {
			continue;
		}
		list( $title, $lang ) = care_widgets_title( $article, $context );
		$links[]              = care_widgets_part(
			'a',
			"link $direction",
			array( 'rel' => 'previous' === $direction ? 'prev' : 'next', 'href' => $href ),
			care_widgets_part( 'span', 'direction', array( 'lang' => $context->locale ), $context->say( $word ) ),
			' ',
			care_widgets_part( 'span', 'title', array(), care_widgets_element( 'bdi', $lang, $title ) )
		);
	}
	return $links
		? care_widgets_part( 'nav', 'nav', array( 'aria-label' => $context->read( 'label' ) ?? $context->say( 'More articles' ) ), $links )
		: null;
}

function care_widgets_render_categories( array $categories, Care_Widgets_Context $context ): ?array {
	$current = $context->read( 'current' );
	$items   = array();
	foreach ( $categories as $category ) {
		$href       = $context->category_href( $category );
		$name       = care_widgets_element( 'bdi', array(), $category['name'] );
		$is_current = $category['slug'] === $current;
		$parts      = $is_current ? 'link current' : 'link';
		$attributes = array( 'aria-current' => $is_current ? 'page' : null, 'data-care-slug' => $category['slug'] ?: null );
		$items[]    = care_widgets_element(
			'li',
			array(),
			null !== $href ? care_widgets_part( 'a', $parts, array( 'href' => $href ) + $attributes, $name ) : care_widgets_part( 'span', $parts, $attributes, $name )
		);
	}
	return $items
		? care_widgets_part(
			'nav',
			'nav',
			array( 'aria-label' => $context->read( 'label' ) ?? $context->say( 'Categories' ) ),
			care_widgets_part( 'ul', 'list', array(), $items )
		)
		: null;
}

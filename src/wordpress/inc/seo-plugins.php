<?php
/**
 * Plugins that write title, description, canonical link and robots themselves, and take away what others say of these: Yoast
 * SEO, Rank Math, and All in One SEO. They know the article page, not which article it shows.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

function care_widgets_has_seo_plugin(): bool {
	return defined( 'WPSEO_VERSION' ) || defined( 'RANK_MATH_VERSION' ) || defined( 'AIOSEO_VERSION' );
}

/** The name of the page within a title, such as "Resources - Clinic", becomes that of the article. @param mixed $title */
function care_widgets_seo_title( $title ) {
	$article = care_widgets_requested_article();
	if ( ! $article || '' === $article['title'] ) {
		return $title;
	}
	// not each of them escapes it
	$name  = esc_html( $article['title'] );
	$page  = (string) single_post_title( '', false );
	$title = is_string( $title ) ? $title : '';
	$at    = '' === $page ? false : strpos( $title, $page );
	return false === $at ? $name : substr_replace( $title, $name, $at, strlen( $page ) );
}

/** @param mixed $description */
function care_widgets_seo_description( $description ) {
	$article = care_widgets_requested_article();
	return $article && '' !== $article['excerpt'] ? esc_attr( $article['excerpt'] ) : $description;
}

/** @param mixed $robots */
function care_widgets_rank_math_robots( $robots ) {
	return is_array( $robots ) && care_widgets_is_kept_from_search() ? array( 'index' => 'noindex' ) + $robots : $robots;
}
add_filter( 'rank_math/frontend/robots', 'care_widgets_rank_math_robots' );

/** @param mixed $robots */
function care_widgets_aioseo_robots( $robots ) {
	return is_array( $robots ) && care_widgets_is_kept_from_search() ? array( 'noindex' => 'noindex' ) + array_diff_key( $robots, array( 'index' => true ) ) : $robots;
}
add_filter( 'aioseo_robots_meta', 'care_widgets_aioseo_robots' );

foreach ( array( 'wpseo_title', 'wpseo_opengraph_title', 'rank_math/frontend/title', 'aioseo_title' ) as $care_widgets_filter ) {
	add_filter( $care_widgets_filter, 'care_widgets_seo_title' );
}
foreach ( array( 'wpseo_metadesc', 'wpseo_opengraph_desc', 'rank_math/frontend/description', 'aioseo_description' ) as $care_widgets_filter ) {
	add_filter( $care_widgets_filter, 'care_widgets_seo_description' );
}
foreach ( array( 'wpseo_canonical', 'wpseo_opengraph_url', 'rank_math/frontend/canonical', 'aioseo_canonical_url' ) as $care_widgets_filter ) {
	add_filter( $care_widgets_filter, 'care_widgets_canonical' );
}
unset( $care_widgets_filter );

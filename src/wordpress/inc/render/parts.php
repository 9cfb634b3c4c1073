<?php
/**
 * Parts that several elements have.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** @param mixed ...$children */
function care_widgets_heading( int $level, array $attributes, ...$children ): array {
	return care_widgets_part( "h$level", 'title', $attributes, ...$children );
}

/** What a text of an article bears: its own language, where that is known. */
function care_widgets_language( array $article ): array {
	return array( 'lang' => empty( $article['language'] ) ? null : $article['language'] );
}

/** The title, or the widget's own words in its place. */
function care_widgets_title( array $article, Care_Widgets_Context $context ): array {
	return '' !== ( $article['title'] ?? '' )
		? array( $article['title'], care_widgets_language( $article ) )
		: array( $context->say( 'Untitled article' ), array( 'lang' => $context->locale ) );
}

function care_widgets_identifiers( array $article ): array {
	return array(
		'data-care-id'   => ( $article['id'] ?? '' ) ?: null,
		'data-care-slug' => ( $article['slug'] ?? '' ) ?: null,
	);
}

function care_widgets_time( string $iso, Care_Widgets_Context $context ): array {
	return care_widgets_element( 'time', array( 'datetime' => $iso ), $context->day( $iso ) );
}

/** A picture in the size that fits; nothing where its URL is none. */
function care_widgets_picture( array $image, string $sizes, string $loading ): ?array {
	$src = care_widgets_safe_url( $image['url'] ?? null );
	if ( null === $src ) {
		return null;
	}
	$candidates = array();
	foreach ( $image['sources'] ?? array() as $source ) {
		$address = care_widgets_safe_url( $source['url'] );
		if ( null !== $address ) {
			$candidates[] = "$address {$source['width']}w";
		}
	}
	return care_widgets_part(
		'img',
		'image',
		array(
			'loading'        => $loading,
			'decoding'       => 'async',
			'referrerpolicy' => 'no-referrer',
			'width'          => $image['width'] ?? null,
			'height'         => $image['height'] ?? null,
			'sizes'          => $sizes,
			'srcset'         => count( $candidates ) > 1 ? implode( ', ', $candidates ) : null,
			'src'            => $src,
			'alt'            => $image['alt'] ?? '',
		)
	);
}

/** "Jane Roe, MS, LPC and Ana Ruiz, MD". */
function care_widgets_people( array $people, string $part, string $locale, bool $is_linked = false ): array {
	$names      = array_map(
		static function ( array $person ): string {
			return implode( ', ', array_merge( array( $person['name'] ), $person['credentials'] ) );
		},
		$people
	);
	$separators = care_widgets_separators( $names, $locale );
	$pieces     = array();
	foreach ( $people as $index => $person ) {
		$href     = $is_linked ? care_widgets_safe_url( $person['url'] ?? null ) : null;
		$pieces[] = care_widgets_part(
			'bdi',
			$part,
			array(),
			null !== $href ? care_widgets_part( 'a', 'name', array( 'href' => $href ), $person['name'] ) : care_widgets_part( 'span', 'name', array(), $person['name'] ),
			$person['credentials'] ? array( ', ', care_widgets_part( 'span', 'credentials', array(), implode( ', ', $person['credentials'] ) ) ) : null
		);
		$pieces[] = $separators[ $index ] ?? null;
	}
	return $pieces;
}

/** "By …"; nothing where nobody is named. */
function care_widgets_byline( array $authors, Care_Widgets_Context $context, bool $is_linked = false ): ?array {
	return $authors
		? care_widgets_part(
			'p',
			'byline',
			array( 'dir' => 'auto' ),
			care_widgets_element( 'span', array( 'lang' => $context->locale ), $context->say( 'By' ) ),
			' ',
			care_widgets_people( $authors, 'author', $context->locale, $is_linked )
		)
		: null;
}

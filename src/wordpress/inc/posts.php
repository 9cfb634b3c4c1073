<?php
/**
 * A post of the REST API as an article: what map-post.ts does in the browser.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** Bytes. A longer text would hold a page view up for seconds; its teaser stands there, and the link to the source. */
const CARE_WIDGETS_MAX_BODY = 500000;

/** A field below fields, or null. @param mixed $value */
function care_widgets_field( $value, string ...$path ) {
	foreach ( $path as $name ) {
		$value = is_array( $value ) ? ( $value[ $name ] ?? null ) : null;
	}
	return $value;
}

/** @param mixed $value */
function care_widgets_string( $value ): string {
	return is_string( $value ) || is_int( $value ) ? (string) $value : '';
}

/** @return array{name:string,credentials:string[]} "Jane Roe, MS, LPC" as name and letters: only a run of letters at the end is taken. */
function care_widgets_parse_author( string $byline ): array {
	$parts   = array_values( array_filter( array_map( 'trim', explode( ',', $byline ) ), 'strlen' ) );
	$stem    = '(?:Pharm|Psych|Clin|Dipl|Phil|Cert|Psy|Div|Min|Dip|Nat|Ph|Ed|Sc|Ac|Ca|Th|[A-Z])';
	$first   = $parts[0] ?? '';
	$is_loud = preg_match( '/\p{Lu}/u', $first ) && ! preg_match( '/\p{Ll}/u', $first );
	$end     = count( $parts );
	while ( $end > 1 ) {
		$part  = $parts[ $end - 1 ];
		$plain = (string) preg_replace( '/\.\s?/', '', $part );
		if ( strlen( $plain ) > 12 || preg_match( '/^(?:jr|sr|ii|iii|iv|v|esq)\.?$/i', $part )
			|| ! preg_match( "/^(?=(?:[^A-Z]*[A-Z]){2})$stem+(?:[\/-]$stem+)*(?:[ -](?:I{1,3}|IV|V|[1-4]))?®?$/u", $plain )
			|| ( $is_loud && $plain === $part && preg_match( '/[AEIOUY]/', $plain ) && ! preg_match( '/^(?:MA|BA|DO|EDD|EDS|MED|OD)$/', $plain ) ) ) {
			break;
		}
		--$end;
	}
	return array( 'name' => implode( ', ', array_slice( $parts, 0, $end ) ), 'credentials' => array_slice( $parts, $end ) );
}

/** The site's own time with its offset, from local time and UTC. */
function care_widgets_date( array $post, string $name ): ?string {
	$local = care_widgets_string( $post[ $name ] ?? '' );
	$utc   = care_widgets_string( $post[ "{$name}_gmt" ] ?? '' );
	if ( ! preg_match( '/^\d{4}-\d\d-\d\dT[\d:]+$/', $local ) ) {
		return null;
	}
	$minutes = preg_match( '/^\d{4}-\d\d-\d\dT[\d:]+$/', $utc ) ? (int) round( ( strtotime( "$local UTC" ) - strtotime( "$utc UTC" ) ) / 60 ) : 0;
	return $local . sprintf( '%s%02d:%02d', $minutes < 0 ? '-' : '+', intdiv( abs( $minutes ), 60 ), abs( $minutes ) % 60 );
}

/** @param mixed $media */
function care_widgets_map_picture( $media, array $origins, string $base ): ?array {
	$url = care_widgets_resource( care_widgets_string( care_widgets_field( $media, 'source_url' ) ), $base, $origins );
	if ( null === $url ) {
		return null;
	}
	$details = care_widgets_field( $media, 'media_details' );
	$source  = static function ( $size ) use ( $origins, $base ): ?array {
		$address = care_widgets_resource( care_widgets_string( care_widgets_field( $size, 'source_url' ) ), $base, $origins );
		$width   = (int) care_widgets_string( care_widgets_field( $size, 'width' ) );
		$height  = (int) care_widgets_string( care_widgets_field( $size, 'height' ) );
		return null !== $address && $width > 0 ? array( 'url' => $address, 'width' => $width ) + ( $height > 0 ? array( 'height' => $height ) : array() ) : null;
	};
	$full    = $source( array( 'source_url' => $url ) + ( is_array( $details ) ? $details : array() ) );
	$sizes   = care_widgets_field( $details, 'sizes' );
	$sources = array();
	foreach ( array_merge( is_array( $sizes ) ? array_values( $sizes ) : array(), array( array( 'source_url' => $url ) + ( is_array( $details ) ? $details : array() ) ) ) as $size ) {
		$one = $source( $size );
		// sizes of another crop (WordPress cuts thumbnails square) would show another picture
		if ( $one && $full && ! empty( $one['height'] ) && ! empty( $full['height'] ) && abs( $one['width'] / $one['height'] / ( $full['width'] / $full['height'] ) - 1 ) < 0.02 ) {
			$sources[ $one['width'] ] = $one;
		}
	}
	ksort( $sources );
	$is_wide = static function ( array $one ): bool {
		return $one['width'] >= 640;
	};
	$fitting = array_values( array_filter( $sources, $is_wide ) );
	$caption = care_widgets_to_text( care_widgets_string( care_widgets_field( $media, 'caption', 'rendered' ) ) );
	return ( $fitting[0] ?? $full ?? array( 'url' => $url ) ) + array(
		'alt'     => care_widgets_to_text( care_widgets_string( care_widgets_field( $media, 'alt_text' ) ) ),
		'caption' => $caption,
		'sources' => array_values( $sources ),
	);
}

/** @return array{id:string,slug:string,name:string,url:?string} */
function care_widgets_map_term( array $term, string $base ): array {
	return array(
		'id'   => care_widgets_string( $term['id'] ?? '' ),
		'slug' => rawurldecode( care_widgets_string( $term['slug'] ?? '' ) ),
		'name' => care_widgets_to_text( care_widgets_string( $term['name'] ?? '' ) ),
		'url'  => care_widgets_safe_url( $term['link'] ?? null, $base ),
	);
}

/** @param mixed $people */
function care_widgets_map_reviewers( $people, string $base ): array {
	$reviewers = array();
	foreach ( is_array( $people ) ? array_slice( $people, 0, 20 ) : array() as $person ) {
		$name = care_widgets_to_text( care_widgets_string( care_widgets_field( $person, 'name' ) ) );
		if ( '' !== $name ) {
			$letters     = care_widgets_field( $person, 'credentials' );
			$reviewers[] = array(
				'name'        => $name,
				'credentials' => array_values( array_filter( array_map( 'care_widgets_to_text', array_map( 'care_widgets_string', is_array( $letters ) ? $letters : array() ) ), 'strlen' ) ),
				'url'         => care_widgets_safe_url( care_widgets_field( $person, 'url' ), $base ),
			);
		}
	}
	return $reviewers;
}

/** @param array $post As the REST API gives it, `_embedded` included. */
function care_widgets_map_post( array $post, string $endpoint, bool $with_body ): array {
	$base      = care_widgets_site_address( $endpoint );
	$origins   = array_values( array_unique( array_filter( array( care_widgets_origin( $endpoint ), care_widgets_origin( home_url( '/' ) ) ) ) ) );
	$url       = care_widgets_safe_url( $post['link'] ?? null, $base );
	$protected = true === care_widgets_field( $post, 'content', 'protected' ) || true === care_widgets_field( $post, 'excerpt', 'protected' );
	$authors   = array();
	foreach ( (array) ( care_widgets_field( $post, '_embedded', 'author' ) ?? array() ) as $account ) {
		$byline = care_widgets_to_text( care_widgets_string( care_widgets_field( $account, 'name' ) ) );
		if ( '' !== $byline ) {
			$page      = care_widgets_string( care_widgets_field( $account, 'url' ) ) ?: care_widgets_field( $account, 'link' );
			$authors[] = care_widgets_parse_author( $byline ) + array( 'url' => care_widgets_safe_url( $page, $base ) );
		}
	}
	$terms = array( 'category' => array(), 'post_tag' => array() );
	foreach ( (array) ( care_widgets_field( $post, '_embedded', 'wp:term' ) ?? array() ) as $group ) {
		foreach ( is_array( $group ) ? $group : array() as $term ) {
			$taxonomy = care_widgets_string( care_widgets_field( $term, 'taxonomy' ) );
			if ( isset( $terms[ $taxonomy ] ) && ! empty( $term['slug'] ) ) {
				$terms[ $taxonomy ][] = care_widgets_map_term( $term, $base );
			}
		}
	}
	$review  = is_array( $post['care_widgets'] ?? null ) ? $post['care_widgets'] : array();
	if ( ! $terms['category'] ) {
		foreach ( is_array( $review['topics'] ?? null ) ? array_filter( $review['topics'], 'is_array' ) : array() as $topic ) {
			$terms['category'][] = care_widgets_map_term( $topic, $base );
		}
	}
	$minutes = $review['reading_minutes'] ?? 0;
	$content = care_widgets_string( care_widgets_field( $post, 'content', 'rendered' ) );
	return array(
		'id'          => care_widgets_string( $post['id'] ?? '' ),
		'slug'        => rawurldecode( care_widgets_string( $post['slug'] ?? '' ) ),
		'url'         => $url,
		'title'       => care_widgets_to_text( care_widgets_string( care_widgets_field( $post, 'title', 'rendered' ) ) ),
		'excerpt'     => $protected ? '' : care_widgets_excerpt( care_widgets_string( care_widgets_field( $post, 'excerpt', 'rendered' ) ) ),
		'authors'     => $authors,
		'reviewers'   => care_widgets_map_reviewers( $review['reviewers'] ?? null, $base ),
		'reviewedAt'  => care_widgets_string( $review['reviewed_at'] ?? '' ) ?: null,
		'reviewDue'   => care_widgets_string( $review['review_due'] ?? '' ) ?: null,
		'readingMinutes' => is_int( $minutes ) && $minutes > 0 && $minutes < 1000 ? $minutes : null,
		'publishedAt' => care_widgets_date( $post, 'date' ),
		'updatedAt'   => care_widgets_date( $post, 'modified' ),
		'categories'  => $terms['category'],
		'tags'        => $terms['post_tag'],
		'image'       => care_widgets_map_picture( care_widgets_field( $post, '_embedded', 'wp:featuredmedia', '0' ) ?? care_widgets_field( ( $post['_embedded']['wp:featuredmedia'] ?? array() ), '0' ), $origins, $base ),
		'isProtected' => $protected,
		'body'        => $with_body && ! $protected && strlen( $content ) <= CARE_WIDGETS_MAX_BODY ? care_widgets_body( $content, $url ?? $base, $origins ) : '',
	);
}

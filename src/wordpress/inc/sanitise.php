<?php
/**
 * Foreign HTML made safe: the library's own allow-list, enforced by wp_kses(), then written anew so that every element is
 * closed where it must be. An open tag of an article cannot reach the page around it.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** The allow-list as wp_kses() takes it. */
function care_widgets_allowed_html(): array {
	static $allowed = null;
	if ( null === $allowed ) {
		$list    = care_widgets_data( 'allowed' );
		$allowed = array_fill_keys( $list['elements'], array_fill_keys( $list['attributes'], true ) );
	}
	return $allowed;
}

/** The URL of a link: a web URL, or one of mail, telephone and message. */
function care_widgets_link_target( string $href, string $base ): ?string {
	$href = trim( $href );
	if ( preg_match( '/^(?:mailto|tel|sms):/i', $href ) ) {
		return $href;
	}
	$safe = care_widgets_safe_url( $href, $base );
	return null !== $safe && ! preg_match( '/^[^?#]*script:/i', $safe ) ? $safe : null;
}

/** A picture's URL where it comes from one of the origins. */
function care_widgets_resource( ?string $src, string $base, array $origins ): ?string {
	$safe = care_widgets_safe_url( $src, $base );
	if ( null !== $safe && 0 === strpos( $safe, 'http:' ) && ! in_array( care_widgets_origin( $safe ), $origins, true ) ) {
		$safe = 'https' . substr( $safe, 4 );
	}
	return null !== $safe && in_array( care_widgets_origin( $safe ), $origins, true ) ? $safe : null;
}

/** Which sides of a picture are said to be smaller than two pixels. */
function care_widgets_tiny_sides( array $given ): array {
	$tiny = static function ( string $side ) use ( $given ): bool {
		return preg_match( '/^\s*[+-]?\d/', $given[ $side ] ?? '' ) && (int) $given[ $side ] < 2;
	};
	return array_filter( array( 'width', 'height' ), $tiny );
}

/** Whether a picture is a tracking pixel. Not an SVG: WordPress writes 1 as the size of a drawing that declares none. */
function care_widgets_is_pixel( array $given ): bool {
	return care_widgets_tiny_sides( $given ) && ! preg_match( '/\.svg(?:[?#]|$)/i', $given['src'] ?? '' );
}

/** What every link bears that leads away: the page behind it learns neither who sent the reader nor which window they came from. */
function care_widgets_link_attributes( string $href ): array {
	return array( 'href' => $href ) + ( preg_match( '/^https?:/', $href ) ? array( 'rel' => 'noopener noreferrer', 'referrerpolicy' => 'no-referrer' ) : array() );
}

/** The URL of a picture that may not load, of another origin or without a copy yet; null where it is none. */
function care_widgets_foreign_picture( array $given, string $url, array $origins ): ?string {
	$target = care_widgets_link_target( $given['src'] ?? '', $url );
	$is_web = null !== $target && preg_match( '/^https?:/', $target );
	return $is_web && ! care_widgets_is_pixel( $given ) && null === care_widgets_loaded_picture( array( 'src' => $target ) + $given, $url, $origins ) ? $target : null;
}

/**
 * Sets what elements keep, by its rules; of an id, the first bearer.
 *
 * @param array<string,true> $ids
 */
function care_widgets_set_attributes( Care_Widgets_Node $node, string $url, array &$ids ): void {
	foreach ( array( 'abbr', 'colspan', 'datetime', 'dir', 'lang', 'open', 'reversed', 'rowspan', 'scope', 'span', 'start', 'title', 'type', 'value', 'width' ) as $plain ) {
		if ( isset( $node->given[ $plain ] ) ) {
			$node->attributes[ $plain ] = in_array( $plain, array( 'open', 'reversed' ), true ) ? '' : $node->given[ $plain ];
		}
	}
	$id = $node->given['id'] ?? ( 'a' === $node->name ? ( $node->given['name'] ?? '' ) : '' );
	if ( '' !== $id && ! isset( $ids[ $id ] ) ) {
		// without the prefix an id could shadow what scripts of the page read from `window`
		$ids[ $id ]             = true;
		$node->attributes['id'] = "care-$id";
	}
	if ( 'a' === $node->name && isset( $node->given['href'] ) ) {
		$target = care_widgets_link_target( $node->given['href'], $url );
		if ( null !== $target ) {
			$node->attributes += care_widgets_link_attributes( $target );
		}
	}
	foreach ( $node->children as $child ) {
		care_widgets_set_attributes( $child, $url, $ids );
	}
}

/**
 * The candidates of a `srcset` that come from `$origins`, with their widths in pixels.
 *
 * @return array<array{url:string,descriptor:string,width:float}>
 */
function care_widgets_own_candidates( string $srcset, string $url, array $origins ): array {
	$candidates = array();
	foreach ( array_slice( (array) preg_split( '/,\s+/', $srcset ), 0, 30 ) as $candidate ) {
		if ( preg_match( '/^\s*(\S*[^\s,])(\s+([\d.]+)([wx]))?\s*$/', (string) $candidate, $match ) ) {
			$own = care_widgets_resource( $match[1], $url, $origins );
			if ( null !== $own ) {
				// the column of a text is about as wide
				$width        = 'w' === ( $match[4] ?? '' ) ? (float) $match[3] : 960 * (float) ( $match[3] ?? 1 );
				$candidates[] = array( 'url' => $own, 'descriptor' => $match[2] ?? '', 'width' => $width );
			}
		}
	}
	return $candidates;
}

/** As a `srcset`; null where there are none. */
function care_widgets_write_candidates( array $candidates ): ?string {
	$written = array();
	foreach ( $candidates as $candidate ) {
		$written[] = $candidate['url'] . $candidate['descriptor'];
	}
	return implode( ', ', $written ) ?: null;
}

/** What a picture of a text loads; null where it may not load. @return array{srcset:?string,src:string}|null */
function care_widgets_loaded_picture( array $given, string $url, array $origins ): ?array {
	$src = care_widgets_resource( $given['src'] ?? null, $url, $origins );
	if ( null === $src ) {
		return null;
	}
	$candidates = care_widgets_own_candidates( $given['srcset'] ?? '', $url, $origins );
	if ( ! care_widgets_keeps_pictures() ) {
		return array( 'srcset' => care_widgets_write_candidates( $candidates ), 'src' => $src );
	}
	$copied = care_widgets_copied( $candidates ?: array( array( 'url' => $src, 'descriptor' => '' ) ) );
	return $copied ? array(
		'srcset' => $candidates ? care_widgets_write_candidates( $copied ) : null,
		'src'    => care_widgets_main_candidate( $copied, $src )['url'],
	) : null;
}

/** Keeps pictures of the allowed origins, to be loaded late and without a referrer, and takes away what else would load. */
function care_widgets_keep_own_images( Care_Widgets_Node $root, string $url, array $origins ): void {
	$root->replace_each(
		static function ( Care_Widgets_Node $node, array $above ) use ( $url, $origins ): array {
			if ( 'img' !== $node->name && 'source' !== $node->name ) {
				return array( $node );
			}
			$node->attributes += array_intersect_key( $node->given, array_flip( array( 'height', 'sizes', 'media' ) ) );
			if ( 'source' === $node->name ) {
				$candidates        = care_widgets_own_candidates( $node->given['srcset'] ?? '', $url, $origins );
				$srcset            = care_widgets_write_candidates( care_widgets_keeps_pictures() ? care_widgets_copied( $candidates ) : $candidates );
				$node->attributes += array( 'srcset' => $srcset );
				return null !== $srcset && 'picture' === end( $above )->name ? array( $node ) : array();
			}
			$loaded = care_widgets_is_pixel( $node->given ) ? null : care_widgets_loaded_picture( $node->given, $url, $origins );
			if ( ! $loaded ) {
				return array();
			}
			$node->attributes  = array_diff_key( $node->attributes, array_flip( care_widgets_tiny_sides( $node->given ) ) );
			$node->attributes += array( 'referrerpolicy' => 'no-referrer', 'loading' => 'lazy', 'decoding' => 'async', 'alt' => $node->given['alt'] ?? '' ) + $loaded;
			return array( $node );
		}
	);
}

/**
 * The text of an article as its source sent it, made safe to stand in a page.
 *
 * @param string   $html    At most 5 MB are read.
 * @param string   $url     Absolute URL of the article: relative URLs start there.
 * @param string[] $origins From which pictures may load.
 */
function care_widgets_body( string $html, string $url, array $origins ): string {
	$html = wp_check_invalid_utf8( substr( $html, 0, 5000000 ), true );
	$root = care_widgets_parse( wp_kses( care_widgets_rewrite_tags( $html ), care_widgets_allowed_html(), CARE_WIDGETS_SCHEMES ) );
	$ids  = array();
	care_widgets_set_attributes( $root, $url, $ids );
	care_widgets_repair( $root, $url, $origins );
	care_widgets_keep_own_images( $root, $url, $origins );
	care_widgets_tidy( $root );
	return care_widgets_link_anchors( $root->write( true ), $url, $ids );
}

/** Links from the article to a place in itself lead to that place here. */
function care_widgets_link_anchors( string $html, string $url, array $ids ): string {
	$page = strtok( $url, '#' );
	return (string) preg_replace_callback(
		'/ href="([^"#]*)#([^"]+)" rel="noopener noreferrer" referrerpolicy="no-referrer"/',
		static function ( array $match ) use ( $page, $ids ): string {
			$id = rawurldecode( care_widgets_decode( $match[2] ) );
			return care_widgets_decode( $match[1] ) === $page && isset( $ids[ $id ] ) ? ' href="#' . care_widgets_escape( "care-$id", true ) . '"' : $match[0];
		},
		$html
	);
}

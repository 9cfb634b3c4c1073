<?php
/**
 * Foreign HTML made safe: the library's own allow-list, enforced by wp_kses(), then written anew so that every element is
 * closed where it must be. An open tag of an article cannot reach the page around it.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

const CARE_WIDGETS_MAX_DEPTH = 64;

/** From the address of a player's frame to the page that a reader can open; as PAGES of the library's embeds.ts. */
const CARE_WIDGETS_PLAYER_PAGES = array(
	'~^https?://(?:www\.)?youtube(?:-nocookie)?\.com/embed/~' => 'https://www.youtube.com/embed/',
	'~^(.+youtube\.com/)embed/videoseries\?(?:.*&)?list=([\w-]+).*~' => '$1playlist?list=$2',
	'~^(.+youtube\.com/)embed/live_stream\?(?:.*&)?channel=([\w-]+).*~' => '$1channel/$2/live',
	'~^(.+youtube\.com/)embed/([\w-]+).*~'          => '$1watch?v=$2',
	'~^https?://player\.vimeo\.com/video/(\d+)\?(?:.*&)?h=(\w{6,}).*~' => 'https://vimeo.com/$1/$2',
	'~^https?://player\.vimeo\.com/video/(\d+).*~' => 'https://vimeo.com/$1',
	'~^(https?://open\.spotify\.com)/embed/~'       => '$1/',
	'~/embed/?(?:#\?secret.*)?$~'                   => '/',
);

/** The allow-list as wp_kses() takes it. */
function care_widgets_allowed_html(): array {
	static $allowed = null;
	if ( null === $allowed ) {
		$list    = care_widgets_data( 'allowed' );
		$allowed = array_fill_keys( $list['elements'], array_fill_keys( $list['attributes'], true ) );
	}
	return $allowed;
}

/** Attributes of a tag that wp_kses() has passed, decoded, the first of each name. */
function care_widgets_read_attributes( string $written ): array {
	$attributes = array();
	preg_match_all( '/([a-z][a-z0-9-]*)(?:\s*=\s*(?:"([^"]*)"|\'([^\']*)\'|([^\s"\'>]+)))?/i', $written, $matches, PREG_SET_ORDER );
	foreach ( $matches as $match ) {
		$value = $match[4] ?? '';
		$value = '' !== $value ? $value : ( ( $match[3] ?? '' ) !== '' ? $match[3] : ( $match[2] ?? '' ) );
		$attributes += array( strtolower( $match[1] ) => care_widgets_decode( $value ) );
	}
	return $attributes;
}

/** The address of a link: a web address, or one of mail, telephone and message. */
function care_widgets_link_target( string $href, string $base ): ?string {
	$href = trim( $href );
	if ( preg_match( '/^(?:mailto|tel|sms):/i', $href ) ) {
		return $href;
	}
	$safe = care_widgets_safe_url( $href, $base );
	return null !== $safe && ! preg_match( '/^[^?#]*script:/i', $safe ) ? $safe : null;
}

/** A picture's address where it comes from one of the origins. */
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

/** True for a counting pixel. WordPress writes 1 for the size of a drawing that names none. */
function care_widgets_is_pixel( array $given ): bool {
	return care_widgets_tiny_sides( $given ) && ! preg_match( '/\.svg(?:[?#]|$)/i', $given['src'] ?? '' );
}

/** The name by which a reader knows the thing behind an address: its file name, else its host. */
function care_widgets_name_of( string $address ): string {
	$parts = care_widgets_url_parts( $address );
	$file  = preg_match( '~[^/]+\.\w{2,4}$~', $parts['path'], $match ) ? rawurldecode( $match[0] ) : '';
	return '' !== $file ? $file : (string) preg_replace( '/^www\./', '', $parts['host'] );
}

/** A picture that may not load, of another origin, as a link to it, or within a link as its words; empty where it is none. */
function care_widgets_link_picture( array $given, string $url, array $origins, bool $is_linked ): string {
	$target = care_widgets_link_target( $given['src'] ?? '', $url );
	if ( null === $target || ! preg_match( '/^https?:/', $target ) || care_widgets_is_pixel( $given ) || null !== care_widgets_resource( $target, $url, $origins ) ) {
		return '';
	}
	$words = trim( $given['alt'] ?? '' ) ?: care_widgets_name_of( $target );
	$link  = array( 'href' => $target, 'rel' => 'noopener noreferrer', 'referrerpolicy' => 'no-referrer' );
	return care_widgets_write( $is_linked ? $words : care_widgets_element( 'a', $link, $words ) );
}

/** What an element keeps, by its rules; null where it goes. */
function care_widgets_clean_attributes( string $name, array $given, string $url, array $origins, array &$ids ): ?array {
	$kept = array();
	foreach ( array( 'abbr', 'colspan', 'datetime', 'dir', 'lang', 'open', 'reversed', 'rowspan', 'scope', 'span', 'start', 'title', 'type', 'value' ) as $plain ) {
		if ( isset( $given[ $plain ] ) ) {
			$kept[ $plain ] = in_array( $plain, array( 'open', 'reversed' ), true ) ? '' : $given[ $plain ];
		}
	}
	$id = $given['id'] ?? ( 'a' === $name ? ( $given['name'] ?? '' ) : '' );
	if ( '' !== $id && ! isset( $ids[ $id ] ) ) {
		// without the prefix an id could shadow what scripts of the page read from `window`
		$ids[ $id ] = true;
		$kept['id'] = "care-$id";
	}
	if ( 'a' === $name && isset( $given['href'] ) ) {
		$target = care_widgets_link_target( $given['href'], $url );
		if ( null !== $target ) {
			$kept['href'] = $target;
			if ( preg_match( '/^https?:/', $target ) ) {
				$kept += array( 'rel' => 'noopener noreferrer', 'referrerpolicy' => 'no-referrer' );
			}
		}
	}
	if ( 'img' === $name || 'source' === $name ) {
		$candidates = array();
		foreach ( array_slice( (array) preg_split( '/,\s+/', $given['srcset'] ?? '' ), 0, 30 ) as $candidate ) {
			if ( preg_match( '/^\s*(\S*[^\s,])(\s+[\d.]+[wx])?\s*$/', (string) $candidate, $match ) ) {
				$own = care_widgets_resource( $match[1], $url, $origins );
				if ( null !== $own ) {
					$candidates[] = $own . ( $match[2] ?? '' );
				}
			}
		}
		foreach ( array( 'width', 'height', 'sizes', 'media' ) as $size ) {
			if ( isset( $given[ $size ] ) ) {
				$kept[ $size ] = $given[ $size ];
			}
		}
		$srcset = implode( ', ', $candidates ) ?: null;
		if ( 'source' === $name ) {
			return null === $srcset ? null : $kept + array( 'srcset' => $srcset );
		}
		$src      = care_widgets_resource( $given['src'] ?? null, $url, $origins );
		if ( null === $src || care_widgets_is_pixel( $given ) ) {
			return null;
		}
		$kept  = array_diff_key( $kept, array_flip( care_widgets_tiny_sides( $given ) ) );
		$kept += array( 'referrerpolicy' => 'no-referrer', 'loading' => 'lazy', 'decoding' => 'async', 'alt' => $given['alt'] ?? '', 'srcset' => $srcset, 'src' => $src );
	}
	return $kept;
}

/** Open elements that a start tag closes, up to a boundary; the rules of the HTML parser for what people leave open. */
function care_widgets_implied_end( string $name, array $open ): int {
	$blocks = 'address|blockquote|details|div|dl|figcaption|figure|h[1-6]|hr|ol|p|pre|summary|table|ul';
	$rules  = array(
		'li'                    => array( 'li', 'ul|ol' ),
		'dt|dd'                 => array( 'dt|dd', 'dl' ),
		'td|th'                 => array( 'td|th', 'tr|table' ),
		'tr'                    => array( 'tr', 'table' ),
		'thead|tbody|tfoot'     => array( 'thead|tbody|tfoot', 'table' ),
		'a'                     => array( 'a', 'td|th|caption' ),
		"$blocks"               => array( 'p', 'td|th|li|dd|div|blockquote|figure|details|caption' ),
	);
	foreach ( $rules as $starts => list( $closed, $boundary ) ) {
		if ( ! preg_match( "/^(?:$starts)$/", $name ) ) {
			continue;
		}
		for ( $at = count( $open ) - 1; $at >= 0; $at-- ) {
			if ( preg_match( "/^(?:$closed)$/", $open[ $at ] ) ) {
				return $at;
			}
			if ( preg_match( "/^(?:$boundary)$/", $open[ $at ] ) ) {
				break;
			}
		}
	}
	return count( $open );
}

/**
 * A player becomes a link to what it shows. Up to the last end tag of a name each of its elements has an end; behind it none
 * has, and to look for one from each of them would take minutes in a text that repeats a start tag.
 */
function care_widgets_link_players( string $html, string $url ): string {
	$link = static function ( array $match ) use ( $url ): string {
		$given = care_widgets_read_attributes( $match[1] );
		if ( ! isset( $given['src'] ) && preg_match( '~<source\b([^>]*\ssrc="[^>]*)>~i', $match[2] ?? '', $source ) ) {
			$given += care_widgets_read_attributes( $source[1] );
		}
		$target = care_widgets_safe_url( $given['src'] ?? '', $url );
		if ( null !== $target ) {
			$target = (string) preg_replace( array_keys( CARE_WIDGETS_PLAYER_PAGES ), CARE_WIDGETS_PLAYER_PAGES, $target );
		}
		$words = ( $given['title'] ?? '' ) ?: ( $target ? care_widgets_name_of( $target ) : '' );
		return null === $target ? '' : care_widgets_write( array( care_widgets_element( 'p', array(), care_widgets_element( 'a', array( 'href' => $target ), $words ) ) ) );
	};
	foreach ( array( 'iframe', 'video', 'audio', 'embed' ) as $name ) {
		$last = strripos( $html, "</$name" );
		$end  = false === $last ? false : strpos( $html, '>', $last );
		$cut  = false === $end ? 0 : $end + 1;
		$html = preg_replace_callback( "~<$name\b([^>]*)>(.*?)</$name\b[^>]*>~is", $link, substr( $html, 0, $cut ) )
			. preg_replace_callback( "~<$name\b([^>]*)>~i", $link, substr( $html, $cut ) );
	}
	return $html;
}

/**
 * The text of an article as its source sent it, made safe to stand in a page.
 *
 * @param string   $html    At most 5 MB are read.
 * @param string   $url     Absolute address of the article: relative addresses start there.
 * @param string[] $origins From which pictures may load.
 */
function care_widgets_body( string $html, string $url, array $origins ): string {
	$html = wp_check_invalid_utf8( substr( $html, 0, 5000000 ), true );
	$html = care_widgets_link_players( care_widgets_rewrite_tags( $html ), $url );
	$safe = wp_kses( $html, care_widgets_allowed_html(), CARE_WIDGETS_SCHEMES );

	$open   = array();
	$ids    = array();
	$out    = '';
	$pieces = preg_split( '/(<\/?[a-z][a-z0-9]*(?:\s(?:"[^"]*"|\'[^\']*\'|[^>"\'])*+)?\/?>)/i', $safe, -1, PREG_SPLIT_DELIM_CAPTURE );
	$close  = static function ( int $until ) use ( &$open, &$out ): void {
		while ( count( $open ) > $until ) {
			$name = array_pop( $open );
			$out .= "</$name>" . ( 'table' === $name && ! in_array( 'table', $open, true ) ? '</div>' : '' );
		}
	};
	foreach ( $pieces ?: array() as $index => $piece ) {
		if ( 0 === $index % 2 ) {
			$out .= care_widgets_escape( care_widgets_decode( $piece ) );
			continue;
		}
		preg_match( '/^<(\/?)([a-z][a-z0-9]*)(.*?)\/?>$/is', $piece, $match );
		$name = strtolower( $match[2] );
		if ( '' !== $match[1] ) {
			$at = array_search( $name, array_reverse( $open, true ), true );
			if ( false !== $at ) {
				$close( $at );
			}
			continue;
		}
		$kept = care_widgets_clean_attributes( $name, care_widgets_read_attributes( $match[3] ), $url, $origins, $ids );
		if ( null === $kept ) {
			$out .= 'img' === $name ? care_widgets_link_picture( care_widgets_read_attributes( $match[3] ), $url, $origins, in_array( 'a', $open, true ) ) : '';
			continue;
		}
		$close( care_widgets_implied_end( $name, $open ) );
		$is_void = in_array( $name, array( 'br', 'hr', 'img', 'wbr', 'col', 'source' ), true );
		if ( ! $is_void && count( $open ) >= CARE_WIDGETS_MAX_DEPTH ) {
			continue;
		}
		if ( 'table' === $name && ! in_array( 'table', $open, true ) ) {
			$out .= '<div data-care-block="table" role="region" tabindex="0">';
		}
		$tag  = care_widgets_element( $is_void ? 'br' : $name, $kept )['html'];
		$out .= $is_void ? "<$name" . substr( $tag, 3 ) : substr( $tag, 0, -strlen( "</$name>" ) );
		if ( ! $is_void ) {
			$open[] = $name;
		}
	}
	$close( 0 );
	return care_widgets_link_anchors( $out, $url, $ids );
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

/** The words of a piece of HTML as plain text on one line. */
function care_widgets_to_text( string $html ): string {
	$html = (string) preg_replace( '~<iframe\b[^>]*>.*?(?:</iframe\s*>|\z)~is', '', care_widgets_rewrite_tags( $html ) );
	$html = (string) preg_replace( '~</?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|th|blockquote|figure|figcaption|section|pre|hr|table)\b[^>]*>~i', ' ', $html );
	$html = (string) preg_replace( '~<[a-z/!?](?:"[^"]*"|\'[^\']*\'|[^>"\'])*+(?:>|$)~i', '', $html );
	$text = (string) preg_replace( '/(\p{M}{8})\p{M}+/u', '$1', care_widgets_decode( $html ) );
	return trim( (string) preg_replace( '/[^\S\x{a0}]+/u', ' ', $text ) );
}

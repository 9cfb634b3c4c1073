<?php
/**
 * The tags of a foreign text written anew before wp_kses() reads them, as the library's own rewrite-tags.ts does: wp_kses()
 * takes every `<` for a tag, a comment within a script for a comment, and what it does not know away.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** A comment in any of its forms, or the beginning of a tag (slash, name), as the HTML parser reads them. */
const CARE_WIDGETS_TOKEN = '~<(?:!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>|\z))|[!?][^>]*+(?:>|\z)|/(?=[^a-z])[^>]*+(?:>|\z)|(/?)([a-z][^\s/>]*))~is';
/** An attribute as the HTML parser reads it. */
const CARE_WIDGETS_ATTRIBUTE = '~\G[\s/]*+([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)(?:"|\z)|\'([^\']*+)(?:\'|\z)|([^\s>]*+)))?~';
/** Content that the parser reads as raw text and that is no text for readers. */
const CARE_WIDGETS_RAW = '/^(?:script|style|title|textarea|noembed|noframes)$/';
/** Content that is no text for readers: code, drawings, menus, what Word leaves. */
const CARE_WIDGETS_WITHOUT_TEXT = '/^(?:svg|template|select|datalist|xml|annotation(?:-xml)?|m:.*|w:(?!sdt).*)$/';
/** Where scripts that load pictures late keep the URL. */
const CARE_WIDGETS_LAZY = array(
	'src'    => array( 'data-lazy-src', 'data-src', 'data-original', 'data-orig-src', 'data-opt-src', 'nitro-lazy-src', 'data-cfsrc', 'data-ezsrc', 'data-breeze' ),
	'srcset' => array( 'data-lazy-srcset', 'data-srcset', 'nitro-lazy-srcset' ),
);
/** Struck, raised and lowered text, with the class names by which repair.php knows it. */
const CARE_WIDGETS_TEXT_STYLES = array(
	'care-s'   => '/text-decoration[\w-]*\s*:[^;]*line-through/i',
	'care-sup' => '/vertical-align\s*:\s*super/i',
	'care-sub' => '/vertical-align\s*:\s*sub(?!\w)/i',
);
const CARE_WIDGETS_SCHEMES = array( 'http', 'https', 'mailto', 'tel', 'sms' );

/**
 * The attributes of the tag whose name ends at `$at`, undecoded, the first of each name, and where the tag ends; null where
 * it never ends.
 */
function care_widgets_attributes_at( string $html, int $at ): ?array {
	$attributes = array();
	while ( preg_match( CARE_WIDGETS_ATTRIBUTE, $html, $match, 0, $at ) ) {
		$attributes += array( strtolower( $match[1] ) => ( $match[4] ?? '' ) . ( $match[3] ?? '' ) . ( $match[2] ?? '' ) );
		$at         += strlen( $match[0] );
	}
	return preg_match( '~\G[\s/]*+>~', $html, $match, 0, $at ) ? array( $attributes, $at + strlen( $match[0] ) ) : null;
}

/** Whether a URL has a scheme that nothing here leads to; wp_kses() would take the scheme for the beginning of a path. */
function care_widgets_is_foreign_scheme( string $written ): bool {
	$closed  = (string) preg_replace( '/&#(x[\da-f]+|\d+)(?![\da-f;])/i', '&#$1;', $written );
	$address = (string) preg_replace( '/[\x00-\x20]+|\xc2\xa0/', '', care_widgets_decode( $closed ) );
	return preg_match( '/^([a-z][a-z0-9+.-]*):/i', $address, $match ) && ! in_array( strtolower( $match[1] ), CARE_WIDGETS_SCHEMES, true );
}

/** URLs as people write them: `http://tel:+1512`, and the schemes of single programs. */
function care_widgets_plain_address( string $written ): string {
	$plain = array(
		'~^https?://(?=(?:mailto|tel|sms):)~i'          => '',
		'/^callto:/i'                                   => 'tel:',
		'/^smsto:/i'                                    => 'sms:',
		'~^whatsapp://send/?\?phone=(?:\+|%2B)?~i'      => 'https://wa.me/',
	);
	return (string) preg_replace( array_keys( $plain ), $plain, trim( $written ) );
}

/** An email address that Cloudflare hides from robots: the first byte is the key, by XOR, of all others; empty where it is none. */
function care_widgets_reveal_email( string $hex ): string {
	$codes = array_map( 'hexdec', str_split( substr( $hex, 0, strlen( $hex ) - strlen( $hex ) % 2 ), 2 ) ?: array() );
	$key   = array_shift( $codes );
	$email = '';
	foreach ( $codes as $code ) {
		$email .= chr( $code ^ $key );
	}
	return preg_match( '/^[\w.+-]+@[\w.-]+(?:\?[\w=%.+-]*)?$/D', $email ) ? $email : '';
}

/**
 * What a script of the site would write into an element: an email address that is hidden from robots, a figure that counts
 * up; empty where there is nothing.
 */
function care_widgets_scripted_text( array &$attributes, string $figure ): string {
	$hidden   = $attributes['data-cfemail'] ?? '';
	$fragment = preg_match( '~/cdn-cgi/l/email-protection#([\da-f]+)$~iD', $attributes['href'] ?? '', $match ) ? $match[1] : '';
	$hex      = '' !== $hidden ? $hidden : $fragment;
	$email    = preg_match( '/^[\da-f]{4,500}$/iD', $hex ) ? care_widgets_reveal_email( $hex ) : '';
	if ( '' !== $email ) {
		$attributes['href'] = "mailto:$email";
	}
	if ( '' !== $hidden && '' !== $email ) {
		return $email;
	}
	$count = $attributes['data-to-value'] ?? ( strpos( $attributes['class'] ?? '', 'percent-value' ) === false ? '' : $figure );
	return preg_match( '/^[\d.,]+$/D', $count ) ? $count : '';
}

/** The film that a script of Elementor, or an element that waits for a press, would show, as a frame. */
function care_widgets_scripted_film( string $name, array $attributes ): string {
	$settings = care_widgets_decode( $attributes['data-settings'] ?? '' );
	$kind     = preg_match( '/"video_type":"(\w{1,20})"/', $settings, $match ) ? $match[1] : 'youtube';
	$address  = 'lite-youtube' === $name && preg_match( '/^[\w-]+$/D', $attributes['videoid'] ?? '' ) ? "https://www.youtube.com/watch?v={$attributes['videoid']}" : '';
	if ( '' === $address && preg_match( '/"' . $kind . '_url":"(https?:[^"]+)"/', $settings, $match ) ) {
		$address = str_replace( '\\', '', $match[1] );
	}
	return '' === $address ? '' : '<data src="' . care_widgets_escape( $address, true ) . '"></data>';
}

/**
 * Reads from inline style what the prose rules can show, as class names of ours and as the type of a list. Returns the URL
 * of a background picture.
 */
function care_widgets_read_style( string $name, array &$attributes ): string {
	$style = care_widgets_decode( substr( $attributes['style'] ?? '', 0, 1000 ) );
	$marks = array();
	if ( preg_match( '/(?:^|[;\s])(?:text-align|float)\s*:\s*(left|right|center)/i', $style, $match ) || preg_match( '/^(left|right|center)$/iD', $attributes['align'] ?? '', $match ) ) {
		$marks[] = 'align' . strtolower( $match[1] );
	}
	foreach ( CARE_WIDGETS_TEXT_STYLES as $mark => $pattern ) {
		if ( preg_match( $pattern, $style ) ) {
			$marks[] = $mark;
		}
	}
	if ( $marks ) {
		$attributes['class'] = ( $attributes['class'] ?? '' ) . ' ' . implode( ' ', $marks );
	}
	if ( preg_match( '/^(?:ol|li)$/', $name ) && preg_match( '/list-style(?:-type)?\s*:[^;]*?\b(upper|lower)-(alpha|latin|roman)/i', $style, $match ) ) {
		$type               = 'roman' === strtolower( $match[2] ) ? 'i' : 'a';
		$attributes['type'] = 'upper' === strtolower( $match[1] ) ? strtoupper( $type ) : $type;
	}
	$is_box = preg_match( '/^(?:div|figure|section|article|header)$/', $name );
	return $is_box && preg_match( '/background(?:-image)?\s*:[^;]*?url\(\s*["\']?([^"\')]+)["\']?\s*\)/i', $style, $match ) ? $match[1] : '';
}

/** A start tag with those attributes that the sanitiser lets pass. */
function care_widgets_write_tag( string $name, array $attributes ): string {
	$tag = "<$name";
	foreach ( array_intersect_key( $attributes, care_widgets_allowed_html()['a'] ) as $attribute => $value ) {
		if ( ! in_array( $attribute, array( 'href', 'src' ), true ) || ! care_widgets_is_foreign_scheme( $value ) ) {
			$tag .= " $attribute=\"" . strtr( $value, array( '"' => '&quot;', '<' => '&lt;', '>' => '&gt;' ) ) . '"';
		}
	}
	return "$tag>";
}

/** The start tag of an element, as `$kept`, with what was read from attributes that the sanitiser drops. */
function care_widgets_start_tag( string $name, string $kept, array $attributes ): string {
	$background = isset( $attributes['style'] ) || isset( $attributes['align'] ) ? care_widgets_read_style( $name, $attributes ) : '';
	foreach ( CARE_WIDGETS_LAZY as $attribute => $places ) {
		foreach ( $places as $place ) {
			if ( '' !== ( $attributes[ $place ] ?? '' ) ) {
				$attributes[ $attribute ] = $attributes[ $place ];
				break;
			}
		}
	}
	if ( isset( $attributes['href'] ) ) {
		$attributes['href'] = care_widgets_plain_address( $attributes['href'] );
	}
	if ( preg_match( '/^(?:video|audio|noscript|m(?:sup|sub|subsup|frac|sqrt))$/', $name ) ) {
		$attributes['class'] = ( $attributes['class'] ?? '' ) . " care-$name";
	}
	if ( 'true' === ( $attributes['aria-hidden'] ?? '' ) ) {
		$attributes['class'] = ( $attributes['class'] ?? '' ) . ' care-decoration';
	}
	$picture = array( 'src' => str_replace( '&', '&amp;', $background ), 'alt' => $attributes['aria-label'] ?? '' );
	return care_widgets_write_tag( $kept, $attributes ) . ( '' === $background ? '' : care_widgets_write_tag( 'img', $picture ) );
}

/**
 * The name that an element gets whose words are kept but that is not allowed itself; repair.php reads `data` and `source`.
 * Null: its tags go.
 */
function care_widgets_kept_name( string $name ): ?string {
	static $names = array(
		'/^(?:section|article|header|footer|main|aside|nav|address|center|hgroup|fieldset|legend|dialog|search|form)$/' => 'div',
		'/^(?:menu|dir)$/'             => 'ul',
		'/^strike$/'                   => 's',
		'/^(?:xmp|listing|plaintext)$/' => 'pre',
		'/^(?:iframe|video|audio)$/'   => 'data',
		'/^embed$/'                    => 'source',
		'/^image$/'                    => 'img',
	);
	// frames and players are renamed to `data`: an author's own becomes a span
	if ( 'data' !== $name && isset( care_widgets_allowed_html()[ $name ] ) ) {
		return $name;
	}
	foreach ( $names as $pattern => $kept ) {
		if ( preg_match( $pattern, $name ) ) {
			return $kept;
		}
	}
	// void elements and those that the parser treats by rules of their own
	return preg_match( '/^(?:html|head|body|frameset|frame|input|link|meta|base|area|param|bgsound|track|keygen)$/', $name ) ? null : 'span';
}

/** It has no part in safety: whatever it yields is sanitised afterwards. */
function care_widgets_rewrite_tags( string $html ): string {
	$out = '';
	$at  = 0;
	// kinds of elements whose content was to be left out, and that were never closed: it is kept
	$unclosed = array();
	$skipped  = null;
	// frames and players that are open, and how many of each name; all become `data`, and an end tag of that would close only the
	// innermost
	$players  = array();
	$opened   = array();
	// the number that the nearest animated counter of Divi ends at
	$figure   = '';
	$length   = strlen( $html );
	while ( true ) {
		$found = preg_match( CARE_WIDGETS_TOKEN, $html, $token, PREG_OFFSET_CAPTURE, $at );
		if ( ! $found && $skipped ) {
			$unclosed[ $skipped['kind'] ] = true;
			$at      = $skipped['at'];
			$skipped = null;
			continue;
		}
		$until = $found ? $token[0][1] : $length;
		if ( ! $skipped ) {
			$out .= str_replace( '<', '&lt;', substr( $html, $at, $until - $at ) );
		}
		if ( ! $found ) {
			return $out;
		}
		$at = $until + strlen( $token[0][0] );
		if ( ! isset( $token[2] ) ) {
			continue;
		}
		$name   = strtolower( $token[2][0] );
		$is_end = '' !== $token[1][0];
		if ( 'foreignobject' === $name ) {
			// HTML in a drawing is text for readers: it begins as if the drawing ended, and ends as if that went on
			$name   = 'svg';
			$is_end = ! $is_end;
			$out   .= ' ';
		}
		$kind   = substr( $name, 0, 2 );
		$tag    = care_widgets_attributes_at( $html, $at );
		$at     = $tag ? $tag[1] : $length;
		if ( ! $tag || ( ! $is_end && '/' === $html[ $at - 2 ] && strpos( $name, ':' ) ) ) {
			continue;
		}
		if ( ! $is_end && preg_match( CARE_WIDGETS_RAW, $name ) ) {
			$at = preg_match( "~</$name(?=[\s/>])~i", $html, $match, PREG_OFFSET_CAPTURE, $at ) ? $match[0][1] : $length;
		} elseif ( $skipped ) {
			if ( $name === $skipped['name'] ) {
				$skipped['depth'] += $is_end ? -1 : 1;
			}
			if ( ! $skipped['depth'] ) {
				$skipped = null;
			}
		} elseif ( preg_match( CARE_WIDGETS_WITHOUT_TEXT, $name ) ) {
			if ( ! $is_end && ! isset( $unclosed[ $kind ] ) ) {
				$skipped = array( 'name' => $name, 'kind' => $kind, 'depth' => 1, 'at' => $at );
			}
		} elseif ( ! preg_match( CARE_WIDGETS_RAW, $name ) ) {
			$kept       = care_widgets_kept_name( $name );
			$attributes = $tag[0];
			$figure     = $attributes['data-number-value'] ?? $figure;
			$text       = $is_end || isset( $unclosed[''] ) ? '' : care_widgets_scripted_text( $attributes, $figure );
			if ( 'data' === $kept && $is_end ) {
				while ( ! empty( $opened[ $name ] ) ) {
					$player = array_pop( $players );
					--$opened[ $player ];
					$out .= '</data>';
					if ( $player === $name ) {
						break;
					}
				}
			} elseif ( null !== $kept ) {
				if ( 'data' === $kept ) {
					$players[]       = $name;
					$opened[ $name ] = ( $opened[ $name ] ?? 0 ) + 1;
				}
				$out .= $is_end ? "</$kept>" : care_widgets_start_tag( $name, $kept, $attributes );
			}
			if ( ! $is_end ) {
				$out .= care_widgets_scripted_film( $name, $attributes );
			}
			if ( '' !== $text ) {
				$out    .= care_widgets_escape( $text ) . ( null === $kept ? '' : "</$kept>" );
				// one kind for every name: there are as many names as a text likes, and each would be searched to its end
				$skipped = array( 'name' => $name, 'kind' => '', 'depth' => 1, 'at' => $at );
			}
		}
	}
}

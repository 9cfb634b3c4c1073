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
const CARE_WIDGETS_WITHOUT_TEXT = '/^(?:svg|math|template|noscript|select|datalist|xml|annotation(?:-xml)?|m:.*|w:(?!sdt).*)$/';
/** Where scripts that load pictures late keep the address. */
const CARE_WIDGETS_LAZY = array(
	'src'    => array( 'data-lazy-src', 'data-src', 'data-original', 'data-orig-src', 'data-opt-src', 'nitro-lazy-src', 'data-cfsrc', 'data-ezsrc', 'data-breeze' ),
	'srcset' => array( 'data-lazy-srcset', 'data-srcset', 'nitro-lazy-srcset' ),
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

/** Whether an address has a scheme that nothing here leads to; wp_kses() would take the scheme for the beginning of a path. */
function care_widgets_is_foreign_scheme( string $written ): bool {
	$address = (string) preg_replace( '/[\x00-\x20]+/', '', care_widgets_decode( $written ) );
	return preg_match( '/^([a-z][a-z0-9+.-]*):/i', $address, $match ) && ! in_array( strtolower( $match[1] ), CARE_WIDGETS_SCHEMES, true );
}

/** Addresses as people write them: `http://tel:+1512`, and the schemes of single programs. */
function care_widgets_plain_address( string $written ): string {
	$plain = array(
		'~^https?://(?=(?:mailto|tel|sms):)~i'          => '',
		'/^callto:/i'                                   => 'tel:',
		'/^smsto:/i'                                    => 'sms:',
		'~^whatsapp://send/?\?phone=(?:\+|%2B)?~i'      => 'https://wa.me/',
	);
	return (string) preg_replace( array_keys( $plain ), $plain, trim( $written ) );
}

/** An email address that Cloudflare hides from robots: each character is combined with the first; empty where it is none. */
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
	return '' === $address ? '' : '<iframe src="' . care_widgets_escape( $address, true ) . '"></iframe>';
}

function care_widgets_start_tag( string $name, array $attributes ): string {
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
	$tag = "<$name";
	foreach ( array_intersect_key( $attributes, care_widgets_allowed_html()['a'] ) as $attribute => $value ) {
		if ( ! in_array( $attribute, array( 'href', 'src' ), true ) || ! care_widgets_is_foreign_scheme( $value ) ) {
			$tag .= " $attribute=\"" . strtr( $value, array( '"' => '&quot;', '<' => '&lt;', '>' => '&gt;' ) ) . '"';
		}
	}
	return "$tag>";
}

/** The name that an element gets whose words are kept but that is not allowed itself; null: its tags go. */
function care_widgets_kept_name( string $name ): ?string {
	$players = array( 'iframe', 'video', 'audio', 'embed' );
	if ( isset( care_widgets_allowed_html()[ $name ] ) || in_array( $name, $players, true ) ) {
		return $name;
	}
	if ( preg_match( '/^(?:section|article|header|footer|main|aside|nav|address|center|hgroup|fieldset|legend|dialog|search|form)$/', $name ) ) {
		return 'div';
	}
	if ( 'strike' === $name ) {
		return 's';
	}
	if ( preg_match( '/^(?:menu|dir)$/', $name ) ) {
		return 'ul';
	}
	return preg_match( '/^(?:xmp|listing|plaintext)$/', $name ) ? 'pre' : null;
}

/** It has no part in safety: whatever it yields is sanitised afterwards. */
function care_widgets_rewrite_tags( string $html ): string {
	$out = '';
	$at  = 0;
	// kinds of elements whose content was to be left out, and that were never closed: it is kept
	$unclosed = array();
	$skipped  = null;
	// what the nearest counter of Divi counts to
	$figure   = '';
	$length   = strlen( $html );
	while ( true ) {
		$found = preg_match( CARE_WIDGETS_TOKEN, $html, $token, PREG_OFFSET_CAPTURE, $at );
		if ( ! $found && $skipped ) {
			$unclosed[ substr( $skipped['name'], 0, 2 ) ] = true;
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
			if ( ! $is_end && ! isset( $unclosed[ substr( $name, 0, 2 ) ] ) ) {
				$skipped = array( 'name' => $name, 'depth' => 1, 'at' => $at );
			}
		} elseif ( ! preg_match( CARE_WIDGETS_RAW, $name ) ) {
			$kept       = care_widgets_kept_name( $name );
			$attributes = $tag[0];
			$figure     = $attributes['data-number-value'] ?? $figure;
			$text       = $is_end || isset( $unclosed[ substr( $name, 0, 2 ) ] ) ? '' : care_widgets_scripted_text( $attributes, $figure );
			if ( null !== $kept ) {
				$out .= $is_end ? "</$kept>" : care_widgets_start_tag( $kept, $attributes );
			}
			if ( ! $is_end ) {
				$out .= care_widgets_scripted_film( $name, $attributes );
			}
			if ( '' !== $text ) {
				$out    .= care_widgets_escape( $text ) . ( null === $kept ? '' : "</$kept>" );
				$skipped = array( 'name' => $name, 'depth' => 1, 'at' => $at );
			}
		}
	}
}

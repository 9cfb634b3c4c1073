<?php
/**
 * A telephone number as people write it, as a `tel:` URI: what phone.ts does in the browser.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** `tel:` URI (RFC 3966); null where the number cannot be dialled. `$country`: `us` or `ca`, for numbers without a country code. */
function care_widgets_tel( string $written, string $country = '' ): ?string {
	$tidy = (string) preg_replace( '/^\s*tel:/i', '', $written );
	$tidy = class_exists( 'Normalizer' ) ? (string) Normalizer::normalize( $tidy, Normalizer::FORM_KC ) : $tidy;
	$tidy = trim( (string) preg_replace( array( '/[^\P{Cf}\x{202e}]/u', '/[‐-―−]/u', '~\s*\(?\s*24\s*/\s*7\s*\)?\s*$~' ), array( '', '-', '' ), $tidy ) );
	$rest = $tidy;
	$end  = '';
	if ( preg_match( '/^(.*(?:[\d)][\s,;]*|[a-z][\s,;]+))(?:ext(?:ension)?|int|x|#)[\s.:=]*(\d{1,7})$/i', $tidy, $match ) ) {
		$rest = $match[1];
		$end  = ";ext={$match[2]}";
	}
	$rest      = (string) preg_replace( '/[\s,;]+$/', '', $rest );
	$is_vanity = preg_match( '/^\+?[\d\s().-]*\d[\s().-]*[A-Z]/', $rest ) && ! preg_match( '/[^A-Z]O+(?![A-Z])/', $rest );
	$head      = preg_split( '/[A-Z]/', $rest )[0];
	if ( $is_vanity && strlen( (string) preg_replace( array( '/\D/', '/^1/' ), '', $head ) ) > 9 ) {
		$rest = $head;
	} elseif ( $is_vanity ) {
		if ( preg_match( '/(?:^\D*(?:988|112|[2-9]11)|(?:\d\D*){3}\d{4}|\d{5})[^\dA-Z]+$/', $head ) ) {
			return null;
		}
		$rest = strtr( (string) preg_replace( '/\s*\([\d\s.-]+\)\s*$/', '', $rest ), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '22233344455566677778889999' );
	}
	if ( preg_match( '/\p{No}/u', $written ) || preg_match( '~[^\d\s()./+-]|.\+~', trim( $rest ) ) ) {
		return null;
	}
	if ( preg_match( '~(?:\d\D*){9}/|(?:\d\D*){7}/(?:\D*\d){7}|^\D*(?:988|112|[2-9]11)\D+(?:\d\D*){1,3}$~', $rest ) ) {
		return null;
	}
	$is_international = preg_match( '/^\s*(?:\+|00[1-9](?:\D*\d){5})/', $rest );
	$is_american      = preg_match( '/^\s*(?:\+|00)\D*1/', $rest ) || ( ! $is_international && preg_match( '/^(?:us|ca)$/i', $country ) );
	$digits           = $is_international ? preg_replace( array( '/\(0\)/', '/^\s*00/' ), '', $rest, 1 ) : $rest;
	$digits           = (string) preg_replace( '/\D/', '', (string) $digits );
	$most             = $is_american && '1' === substr( $digits, 0, 1 ) ? 11 : 10;
	if ( $is_vanity && $is_american ) {
		$digits = substr( $digits, 0, $most );
	}
	if ( strlen( $digits ) < 3 || strlen( $digits ) > 15 ) {
		return null;
	}
	if ( $is_american && ! preg_match( $is_international ? '/^1\d{10}$/' : '/^(?:0\d*|\d{3,7}|1?\d{10})$/', $digits ) ) {
		return null;
	}
	if ( $is_international ) {
		return "tel:+$digits$end";
	}
	$is_whole = $is_american && preg_match( '/^1?[2-9]\d{9}$/', $digits );
	return 'tel:' . ( $is_whole ? '+' . ( 10 === strlen( $digits ) ? '1' : '' ) : '' ) . $digits . $end;
}

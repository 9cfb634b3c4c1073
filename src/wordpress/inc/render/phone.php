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
	$tidy = trim( (string) preg_replace( array( '/[‐-―−]/u', '~\s*\(?\s*24\s*/\s*7\s*\)?\s*$~' ), array( '-', '' ), $tidy ) );
	$rest = $tidy;
	$end  = '';
	if ( preg_match( '/^(.*(?:[\d)][\s,;]*|[a-z][\s,;]+))(?:ext(?:ension)?|int|x|#)[\s.:=]*(\d{1,7})$/i', $tidy, $match ) ) {
		$rest = $match[1];
		$end  = ";ext={$match[2]}";
	}
	$rest      = (string) preg_replace( '/[\s,;]+$/', '', $rest );
	$is_vanity = preg_match( '/^\+?[\d\s().-]*\d[\s().-]*[A-Z]/', $rest );
	if ( $is_vanity ) {
		$rest = strtr( (string) preg_replace( '/\s*\([\d\s.-]+\)\s*$/', '', $rest ), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '22233344455566677778889999' );
	}
	if ( preg_match( '~[^\d\s()./+-]|.\+~', trim( $rest ) ) ) {
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
	if ( strlen( $digits ) < 3 || strlen( $digits ) > ( $is_international && $is_american ? $most : 15 ) ) {
		return null;
	}
	if ( $is_international ) {
		return "tel:+$digits$end";
	}
	$is_whole = $is_american && preg_match( '/^1?[2-9]\d{9}$/', $digits );
	return 'tel:' . ( $is_whole ? '+' . ( 10 === strlen( $digits ) ? '1' : '' ) : '' ) . $digits . $end;
}

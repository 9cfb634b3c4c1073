<?php
/**
 * Words of foreign HTML as plain text; as `src/html/read/text.ts` of the library.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** The words of a piece of HTML as plain text on one line. */
function care_widgets_to_text( string $html ): string {
	$html = (string) preg_replace( '~<!--(?:-?>|.*?(?:--!?>|\z))|<(iframe|noscript|math|object)(?=[\s/>]).*?(?:</\1\s*>|\z)~is', '', $html );
	$html = care_widgets_rewrite_tags( $html );
	$html = (string) preg_replace( '~</?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|th|blockquote|figure|figcaption|section|pre|hr|table)\b[^>]*>~i', ' ', $html );
	$html = (string) preg_replace( '~<[a-z/!?](?:"[^"]*"|\'[^\']*\'|[^>"\'])*+(?:>|$)~i', '', $html );
	$text = care_widgets_without_excess_marks( care_widgets_decode( $html ) );
	// no-break spaces stay between words; at the ends they are blanks
	return (string) preg_replace( array( '/[^\S\x{a0}]+/u', '/^\s+|\s+$/u' ), array( ' ', '' ), $text );
}

/** Without combining marks beyond eight on one character, more than any language writes: hundreds of them cover the lines around. */
function care_widgets_without_excess_marks( string $text ): string {
	return preg_replace( '/(\p{M}{8})\p{M}+/u', '$1', $text ) ?? $text;
}

/** Names that are closed somewhere in a text, as in `[/name]`. @return array<string,true> */
function care_widgets_closed_shortcodes( string $text ): array {
	preg_match_all( '~\[/([\w-]{1,60})\]~', $text, $matches );
	return array_fill_keys( $matches[1], true );
}

/**
 * Without the shortcodes that a site left as text, keeping what stands between an opening and a closing one. A bare name in
 * brackets, such as `[sic]`, stays unless it is one of `$closed` or known; so does a citation, `[mean difference=3.2 weeks]`.
 *
 * @param array<string,true> $closed
 */
function care_widgets_without_shortcodes( string $text, array $closed ): string {
	$drop = static function ( array $match ) use ( $closed ): string {
		$is_code = '' !== $match[1] || preg_match( '~=\s?["\'“”‘’″′«»„&]|/$~u', $match[3] ?? '' ) || isset( $closed[ $match[2] ] )
			|| preg_match( '/^(?:gallery|playlist|audio|video|embed|caption|contact-form.*|\w+_\w+)$/i', $match[2] );
		return $is_code ? '' : $match[0];
	};
	return preg_replace_callback( '~\[(/?)([a-z][\w-]{0,60})(\s{1,20}[\w-]{1,60}=[^\][]*|\s{0,20}/)?\]~iu', $drop, $text ) ?? $text;
}

/** Without style rules, comments of style sheets and what holds them, which builders leave in teasers. */
function care_widgets_without_styles( string $text ): string {
	if ( strpos( $text, '{' ) === false ) {
		return $text;
	}
	$rule = '~(?<=^|[\s{}/])(?:[.#@:][^{}]{1,500}|[a-z][\w-]{0,40}(?:,\s?[a-z][\w-]{0,40}){0,9})\{[^{}:]*(?::[^{}]*)?(?:\}|\z)~';
	$text = (string) preg_replace( '~/\*.*?(?:\*/|\z)~s', ' ', $text );
	$text = (string) preg_replace( $rule, ' ', (string) preg_replace( $rule, ' ', $text ) );
	return trim( (string) preg_replace( '/\s+/u', ' ', $text ) );
}

/** A teaser, cut between words at 240 characters. */
function care_widgets_excerpt( string $html ): string {
	$html = (string) preg_replace( '~<a\b[^<>]{0,300}\bclass\s?=\s?["\'][^"\'<>]{0,300}(?:more-link|read-?more|excerpt-more)[^<>]*>.*?(?:</a\s*>|\z)~is', ' ', $html );
	$text = care_widgets_without_styles( care_widgets_to_text( $html ) );
	$text = care_widgets_without_shortcodes( $text, care_widgets_closed_shortcodes( $text ) );
	$text = trim( (string) preg_replace( '/ {2,}/', ' ', $text ) );
	$text = (string) preg_replace( '/(?<=…|\.{3}|\]|»|^)\s*(?:continue reading|read (?:the )?(?:more|full|rest)|keep reading|seguir leyendo|leer más|continuar leyendo)\b.{0,300}$/iu', '', $text );
	$text = trim( (string) preg_replace( '/\s?(?:\[\s?(?:…|\.{3})\s?\]|…|\.{3})$/u', '…', $text ) );
	if ( ! preg_match( '/^.{241}/us', $text ) || ! preg_match( '/^.{120,239}(?=\s)|^.{239}/us', $text, $match ) ) {
		return $text;
	}
	return preg_replace( '/[\s.,;:!?¿¡—–-]*$/u', '…', $match[0], 1 );
}

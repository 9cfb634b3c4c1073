<?php
/**
 * The widgets' own words, dates and lists. Generated data: no extension of PHP is needed for it.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** What the build wrote: phrases, months, allow-list, credentials, attributes. */
function care_widgets_data( string $name ): array {
	static $data = null;
	if ( null === $data ) {
		$data = require dirname( __DIR__, 2 ) . '/generated/data.php';
	}
	return $data[ $name ];
}

/** BCP 47 of the words for a tag: its own where there are words for it, else English. */
function care_widgets_locale( string $tag ): string {
	if ( ! preg_match( '/^(en|es)(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?$/i', $tag, $match ) ) {
		return 'en';
	}
	$locale = strtolower( $match[1] );
	if ( ! empty( $match[2] ) ) {
		$locale .= '-' . ucfirst( strtolower( $match[2] ) );
	}
	return empty( $match[3] ) ? $locale : $locale . '-' . strtoupper( $match[3] );
}

/** The phrase in a language, `{name}` replaced by the value of that name. */
function care_widgets_say( string $phrase, string $locale, array $values = array() ): string {
	$words = 0 === strpos( $locale, 'es' ) ? care_widgets_data( 'spanish' ) : array();
	$said  = $words[ $phrase ] ?? $phrase;
	foreach ( $values as $name => $value ) {
		$said = str_replace( '{' . $name . '}', (string) $value, $said );
	}
	return $said;
}

/** How a language writes dates and lists: the build asked CLDR. */
function care_widgets_formats( string $locale ): array {
	$formats = care_widgets_data( 'formats' );
	return $formats[ $locale ] ?? $formats[ substr( $locale, 0, 2 ) ];
}

/** A calendar day in words, as the publisher counts days. Empty where it is no date. */
function care_widgets_day( ?string $iso, string $locale ): string {
	if ( ! preg_match( '/^(\d{4})-(\d\d)-(\d\d)/', (string) $iso, $match ) || ! checkdate( (int) $match[2], (int) $match[3], (int) $match[1] ) ) {
		return '';
	}
	$months = care_widgets_data( 'months' )[ substr( $locale, 0, 2 ) ];
	return strtr(
		care_widgets_formats( $locale )['day'],
		array(
			'{day}'   => (string) (int) $match[3],
			'{month}' => $months[ (int) $match[2] - 1 ],
			'{year}'  => (string) (int) $match[1],
		)
	);
}

/**
 * What stands between the items of a list: "A, B, and C". Spanish says "e" before the sound of i.
 *
 * @param string[] $items
 * @return string[] One less than there are items.
 */
function care_widgets_separators( array $items, string $locale ): array {
	$count   = count( $items );
	$formats = care_widgets_formats( $locale );
	if ( $count < 2 ) {
		return array();
	}
	$last = 2 === $count ? $formats['pair'] : $formats['last'];
	if ( 0 === strpos( $locale, 'es' ) && preg_match( '/^(?:i|hi(?![ae]))/i', (string) end( $items ) ) ) {
		$last = str_replace( ' y ', ' e ', $last );
	}
	return array_merge( array_fill( 0, $count - 2, ', ' ), array( $last ) );
}

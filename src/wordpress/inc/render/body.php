<?php
/**
 * A sanitised text for one place in a page.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** A tag in HTML as care_widgets_body() writes it, where every `<` of a text is escaped: slash, name, attributes. */
const CARE_WIDGETS_TAG = '/<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*+)>/';

function care_widgets_decode( string $html ): string {
	return html_entity_decode( $html, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
}

/** Words of a piece of sanitised HTML. */
function care_widgets_text_of( string $html ): string {
	return care_widgets_decode( preg_replace( CARE_WIDGETS_TAG, '', $html ) );
}

function care_widgets_attribute_of( string $attributes, string $name ): ?string {
	return preg_match( '/\s' . $name . '="([^"]*)"/', $attributes, $match ) ? care_widgets_decode( $match[1] ) : null;
}

function care_widgets_lower( string $text ): string {
	return function_exists( 'mb_strtolower' ) ? mb_strtolower( $text, 'UTF-8' ) : strtolower( $text );
}

/** The text of a heading as the last part of an id. */
function care_widgets_slug_of( string $text ): string {
	$slug = preg_replace( '/[^\p{L}\p{M}\p{N}]+/u', '-', care_widgets_lower( $text ) );
	$slug = preg_replace( '/^-|-$/', '', (string) $slug );
	preg_match( '/^.{0,60}/us', (string) $slug, $match );
	return ( $match[0] ?? '' ) ?: 'section';
}

/** Every id in a text. @return array<string,true> */
function care_widgets_ids_in( string $html ): array {
	$ids = array();
	preg_match_all( CARE_WIDGETS_TAG, $html, $tags );
	foreach ( $tags[3] as $attributes ) {
		$id = care_widgets_attribute_of( $attributes, 'id' );
		if ( null !== $id && '' !== $id ) {
			$ids[ $id ] = true;
		}
	}
	return $ids;
}

/** Gives the ids that the page has already a number, and leads the links of the text to the new ones. */
function care_widgets_separate_ids( string $html, array $taken ): string {
	$own     = care_widgets_ids_in( $html );
	$renamed = array();
	foreach ( array_keys( $own ) as $id ) {
		$id   = (string) $id;
		$free = $id;
		for ( $count = 2; isset( $taken[ $free ] ) || ( $free !== $id && isset( $own[ $free ] ) ); $count++ ) {
			$free = "$id-$count";
		}
		if ( $free !== $id ) {
			$renamed[ $id ] = $free;
		}
	}
	if ( ! $renamed ) {
		return $html;
	}
	return preg_replace_callback(
		CARE_WIDGETS_TAG,
		static function ( array $tag ) use ( $renamed ): string {
			return preg_replace_callback(
				'/(\s(?:id="|href="#))([^"]*)"/',
				static function ( array $match ) use ( $renamed ): string {
					$free = $renamed[ care_widgets_decode( $match[2] ) ] ?? null;
					return null === $free ? $match[0] : $match[1] . care_widgets_escape( $free, true ) . '"';
				},
				$tag[0]
			);
		},
		$html
	);
}

/**
 * Puts headings below the title without a gap, names tables, and with an outline gives every heading an id.
 *
 * @return array{html:string,text:string,outline:array<int,array{id:string,text:string,depth:int}>}
 */
function care_widgets_prepare( string $safe, Care_Widgets_Context $context, bool $with_outline ): array {
	$html    = care_widgets_separate_ids( $safe, $context->ids );
	$own     = care_widgets_ids_in( $html );
	$outline = array();
	$counts  = array();
	$above   = array(); // levels of the headings above, as fetched
	$names   = array(); // of the open headings
	$tables  = 0;
	$id_for  = static function ( string $text ) use ( &$counts, $own, $context ): string {
		$slug = 'care-' . care_widgets_slug_of( $text );
		do {
			$counts[ $slug ] = ( $counts[ $slug ] ?? 0 ) + 1;
			$id              = $counts[ $slug ] > 1 ? "$slug-{$counts[ $slug ]}" : $slug;
		} while ( isset( $own[ $id ] ) || isset( $context->ids[ $id ] ) );
		return $id;
	};
	$written = preg_replace_callback(
		CARE_WIDGETS_TAG,
		static function ( array $match ) use ( $html, $context, $with_outline, $id_for, &$outline, &$above, &$names, &$tables ): string {
			list( $tag, $at )   = $match[0];
			$slash              = $match[1][0];
			$name               = $match[2][0];
			$attributes         = $match[3][0];
			if ( preg_match( '/^h[1-6]$/', $name ) ) {
				if ( '' !== $slash ) {
					return '</' . ( array_pop( $names ) ?? $name ) . '>';
				}
				$fetched = (int) $name[1];
				while ( $above && end( $above ) >= $fetched ) {
					array_pop( $above );
				}
				$above[] = $fetched;
				$level   = min( 6, $context->heading_level + count( $above ) );
				$names[] = "h$level";
				if ( ! $with_outline ) {
					return "<h$level$attributes>";
				}
				$end       = strpos( $html, "</$name>", $at );
				$text      = care_widgets_text_of( false === $end ? substr( $html, $at ) : substr( $html, $at, $end - $at ) );
				$text      = trim( (string) preg_replace( '/\s+/u', ' ', $text ) );
				$given     = care_widgets_attribute_of( $attributes, 'id' );
				$id        = $given ?: $id_for( $text );
				$outline[] = array( 'id' => $id, 'text' => $text, 'depth' => $level );
				return "<h$level$attributes" . ( $given ? '' : ' id="' . care_widgets_escape( $id, true ) . '"' ) . '>';
			}
			if ( '' !== $slash || null === care_widgets_attribute_of( $attributes, 'role' ) || null !== care_widgets_attribute_of( $attributes, 'aria-label' ) ) {
				return $tag;
			}
			// numbered, because two landmarks of one name cannot be told apart
			++$tables;
			$label = $context->say( 'Table' ) . ( $tables > 1 ? " $tables" : '' );
			return "<$name$attributes aria-label=\"" . care_widgets_escape( $label, true ) . '">';
		},
		$html,
		-1,
		$count,
		PREG_OFFSET_CAPTURE
	);
	$context->ids += $own + array_fill_keys( array_column( $outline, 'id' ), true );
	$outermost     = $outline ? min( array_column( $outline, 'depth' ) ) : 0;
	foreach ( $outline as &$entry ) {
		$entry['depth'] += 1 - $outermost;
	}
	return array( 'html' => $written, 'text' => care_widgets_text_of( $html ), 'outline' => $outline );
}

/** Whole minutes, at least 1; 200 words a minute where the language's speed is not known. A Chinese character is a word's worth. */
function care_widgets_reading_minutes( string $text, string $language ): int {
	$speeds     = care_widgets_data( 'speeds' );
	$speed      = $speeds[ substr( $language, 0, 2 ) ] ?? 200;
	$ideographs = (int) preg_match_all( '/[\p{Han}\p{Hiragana}\p{Katakana}]/u', $text );
	$words      = $ideographs ? trim( (string) preg_replace( '/[\p{Han}\p{Hiragana}\p{Katakana}]/u', ' ', $text ) ) : $text;
	// split as browsers do: a blank at either end counts
	$count      = $ideographs && '' === $words ? 0 : count( (array) preg_split( '/[\s\x{feff}]+/u', $words ) );
	$minutes    = $ideographs
		? $ideographs / ( 0 === strpos( $language, 'ja' ) ? $speeds['ja'] : $speeds['zh'] ) + $count / $speeds['en']
		: $count / $speed;
	return max( 1, (int) floor( $minutes + 0.5 ) );
}

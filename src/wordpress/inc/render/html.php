<?php
/**
 * HTML as text. Every piece is made by care_widgets_element(), which escapes what it is given; a piece is an array with one
 * entry, so that a bare string is always text.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/**
 * Text of a node or of an attribute in double quotation marks. Not esc_html() or esc_attr(): these leave entities that are
 * there already, so that the words "&amp;" would change.
 */
function care_widgets_escape( string $text, bool $is_attribute = false ): string {
	return htmlspecialchars( $text, ( $is_attribute ? ENT_COMPAT : ENT_NOQUOTES ) | ENT_SUBSTITUTE, 'UTF-8' );
}

/** Marks HTML that has been made safe. */
function care_widgets_safe( string $html ): array {
	return array( 'html' => $html );
}

/**
 * Joins children: strings are text, arrays with `html` are pieces, other arrays lists of children; null and false are nothing.
 *
 * @param mixed $child
 */
function care_widgets_write( $child ): string {
	if ( null === $child || false === $child ) {
		return '';
	}
	if ( ! is_array( $child ) ) {
		return care_widgets_escape( (string) $child );
	}
	return array_key_exists( 'html', $child ) ? $child['html'] : implode( '', array_map( 'care_widgets_write', $child ) );
}

/**
 * An element, attributes in the order given. `true` writes the name alone; null and false write nothing.
 *
 * @param mixed ...$children
 */
function care_widgets_element( string $name, array $attributes = array(), ...$children ): array {
	$html = "<$name";
	foreach ( $attributes as $attribute => $value ) {
		if ( true === $value ) {
			$html .= " $attribute";
		} elseif ( null !== $value && false !== $value ) {
			$html .= " $attribute=\"" . care_widgets_escape( (string) $value, true ) . '"';
		}
	}
	$is_void = in_array( $name, array( 'br', 'hr', 'img', 'input', 'wbr' ), true );
	return care_widgets_safe( $html . '>' . ( $is_void ? '' : care_widgets_write( $children ) . "</$name>" ) );
}

/**
 * An element that bears a part's name, or several.
 *
 * @param mixed ...$children
 */
function care_widgets_part( string $name, string $parts, array $attributes = array(), ...$children ): array {
	return care_widgets_element( $name, array( 'data-care-part' => $parts ) + $attributes, ...$children );
}

/** A phrase with pieces in the places of its `{names}`. */
function care_widgets_fill( string $phrase, array $values ): array {
	$pieces = preg_split( '/\{(\w+)\}/', $phrase, -1, PREG_SPLIT_DELIM_CAPTURE );
	foreach ( $pieces as $index => $piece ) {
		$pieces[ $index ] = $index % 2 ? ( $values[ $piece ] ?? null ) : $piece;
	}
	return care_widgets_safe( care_widgets_write( $pieces ) );
}

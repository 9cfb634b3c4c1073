<?php
/**
 * care-author, with what the letters behind a name stand for.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

function care_widgets_plain_letters( string $letters ): string {
	return trim( preg_replace( '/\.\s*|®/u', '', $letters ) ?? $letters );
}

/**
 * What can be said about the letters of these authors, each once, in their order: words of the owner's own, else an entry
 * of the data.
 *
 * @return array<int,array{0:string,1:string|array}>
 */
function care_widgets_explain( array $authors, string $expansions ): array {
	$own = array();
	foreach ( explode( ';', $expansions ) as $entry ) {
		$pair = explode( ':', $entry, 2 );
		if ( 2 === count( $pair ) ) {
			$own[ care_widgets_plain_letters( $pair[0] ) ] = trim( $pair[1] );
		}
	}
	$known     = care_widgets_data( 'credentials' );
	$explained = array();
	foreach ( array_unique( array_merge( array(), ...array_column( $authors, 'credentials' ) ) ) as $letters ) {
		$plain   = care_widgets_plain_letters( $letters );
		$meaning = $own[ $plain ] ?? $known[ $plain ] ?? $known[ preg_replace( '/ /', '-', $plain, 1 ) ] ?? $known[ preg_replace( '/-/', ' ', $plain, 1 ) ] ?? '';
		if ( $meaning ) {
			$explained[] = array( $letters, $meaning );
		}
	}
	return $explained;
}

function care_widgets_glossary( array $explained, Care_Widgets_Context $context ): array {
	$entries = array();
	foreach ( $explained as list( $letters, $meaning ) ) {
		$definition = is_array( $meaning )
			? array(
				care_widgets_element( 'span', array( 'lang' => 'en' ), $meaning['expansion'] ),
				' ',
				care_widgets_element(
					'small',
					array( 'lang' => $context->locale ),
					$context->say( $meaning['kind'] ) . ( empty( $meaning['jurisdiction'] ) ? '' : " ({$meaning['jurisdiction']})" )
				),
			)
			: $meaning;
		$entries[]  = care_widgets_element( 'div', array(), care_widgets_element( 'dt', array(), $letters ), care_widgets_element( 'dd', array(), $definition ) );
	}
	return care_widgets_part(
		'details',
		'glossary',
		array( 'lang' => $context->locale ),
		care_widgets_part( 'summary', 'summary', array(), $context->say( 'What the letters stand for' ) ),
		care_widgets_part( 'dl', 'letters', array(), $entries ),
		care_widgets_part(
			'p',
			'note',
			array(),
			care_widgets_element( 'bdi', array(), $context->say( 'The letters are shown as given. Nothing about them has been verified here.' ) )
		)
	);
}

function care_widgets_render_author( array $article, Care_Widgets_Context $context ): ?array {
	$people = array();
	foreach ( $article['authors'] as $person ) {
		$href     = care_widgets_safe_url( $person['url'] ?? null );
		$src      = care_widgets_safe_url( $person['imageUrl'] ?? null );
		$people[] = care_widgets_part(
			'li',
			'author',
			array(),
			null !== $src
				? care_widgets_part( 'img', 'image', array( 'src' => $src, 'alt' => '', 'loading' => 'lazy', 'decoding' => 'async', 'referrerpolicy' => 'no-referrer' ) )
				: null,
			care_widgets_part(
				'p',
				'byline',
				array( 'dir' => 'auto' ),
				care_widgets_element( 'span', array( 'lang' => $context->locale ), $context->say( 'By' ) ),
				' ',
				care_widgets_element(
					'bdi',
					array(),
					null !== $href ? care_widgets_part( 'a', 'name', array( 'href' => $href ), $person['name'] ) : care_widgets_part( 'span', 'name', array(), $person['name'] ),
					$person['credentials'] ? array( ', ', care_widgets_part( 'span', 'credentials', array(), implode( ', ', $person['credentials'] ) ) ) : null
				)
			)
		);
	}
	if ( ! $people ) {
		return null;
	}
	$explained = $context->has( 'with-glossary' ) ? care_widgets_explain( $article['authors'], $context->read( 'expansions' ) ?? '' ) : array();
	return array( care_widgets_part( 'ul', 'authors', array(), $people ), $explained ? care_widgets_glossary( $explained, $context ) : null );
}

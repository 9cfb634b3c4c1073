<?php
/**
 * An article for search engines, by schema.org. What the source does not give is left out.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

function care_widgets_without_nulls( array $fields ): array {
	return array_filter(
		$fields,
		static function ( $value ): bool {
			return null !== $value && array() !== $value;
		}
	);
}

function care_widgets_describe_person( array $person ): array {
	return care_widgets_without_nulls(
		array(
			'@type'           => 'Person',
			'name'            => $person['name'],
			'url'             => $person['url'] ?? null,
			'image'           => $person['imageUrl'] ?? null,
			'honorificSuffix' => implode( ', ', $person['credentials'] ) ?: null,
			'hasCredential'   => array_map(
				static function ( string $letters ): array {
					return array( '@type' => 'EducationalOccupationalCredential', 'name' => $letters );
				},
				$person['credentials']
			),
		)
	);
}

/** JSON for a script of type `application/ld+json`. Without `<` no string in it can end that script. */
function care_widgets_structured_data( array $article ): string {
	$sources   = $article['image']['sources'] ?? array();
	$last      = end( $sources );
	$url       = $article['url'] ?? '';
	$publisher = null;
	if ( ! empty( $article['siteName'] ) ) {
		$is_address = (bool) preg_match( '/^[a-z][a-z0-9+.-]*:/i', $url );
		$publisher  = care_widgets_without_nulls(
			array(
				'@type' => 'Organization',
				'name'  => $article['siteName'],
				'url'   => care_widgets_origin( $url ) ?? ( $is_address ? 'null' : null ),
			)
		);
	}
	$data = array(
		'@context'     => 'https://schema.org',
		'@type'        => 'MedicalWebPage',
		'name'         => $article['title'],
		'inLanguage'   => $article['language'] ?? null,
		'lastReviewed' => isset( $article['reviewedAt'] ) ? substr( $article['reviewedAt'], 0, 10 ) : null,
		'reviewedBy'   => array_map( 'care_widgets_describe_person', $article['reviewers'] ),
		'mainEntity'   => care_widgets_without_nulls(
			array(
				'@type'          => 'BlogPosting',
				'headline'       => $article['title'],
				'description'    => ( $article['excerpt'] ?? '' ) ?: null,
				'url'            => $article['url'] ?? null,
				'image'          => $last ? $last['url'] : ( $article['image']['url'] ?? null ),
				'inLanguage'     => $article['language'] ?? null,
				'datePublished'  => $article['publishedAt'] ?? null,
				'dateModified'   => $article['updatedAt'] ?? null,
				'author'         => array_map( 'care_widgets_describe_person', $article['authors'] ),
				'publisher'      => $publisher,
				'articleSection' => array_column( $article['categories'], 'name' ),
				'keywords'       => array_column( $article['tags'], 'name' ),
			)
		),
	);
	$json = json_encode( care_widgets_without_nulls( $data ), JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS | JSON_INVALID_UTF8_SUBSTITUTE );
	return str_replace( '<', '\u003c', (string) $json );
}

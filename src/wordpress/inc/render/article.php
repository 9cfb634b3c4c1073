<?php
/**
 * care-article.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** "Reviewed by … on …", and when the next review is due. */
function care_widgets_review( array $article, Care_Widgets_Context $context ): ?array {
	$reviewed = $article['reviewedAt'] ?? '';
	$next     = $context->read( 'next-review' ) ?? '';
	$due      = '' !== $context->day( $next ) ? $next : ( $article['reviewDue'] ?? '' );
	$is_named = ! $context->has( 'without-byline' ) && $article['reviewers'];
	$dated    = ! $context->has( 'without-dates' );
	$is_dated = $dated && '' !== $context->day( $reviewed );
	$is_due   = $dated && '' !== $context->day( $due );
	if ( ! $is_named && ! $is_dated && ! $is_due ) {
		return null;
	}
	$phrase = ! $is_dated ? 'Reviewed by {names}' : ( $is_named ? 'Reviewed by {names} on {date}' : 'Reviewed on {date}' );
	return care_widgets_part(
		'p',
		'review',
		array( 'dir' => 'auto', 'lang' => $context->locale ),
		$is_named || $is_dated
			? care_widgets_fill(
				$context->say( $phrase ),
				array(
					'names' => care_widgets_people( $article['reviewers'], 'reviewer', $context->locale ),
					'date'  => care_widgets_time( $reviewed, $context ),
				)
			)
			: null,
		$is_due && ( $is_named || $is_dated ) ? ' ' : null,
		$is_due
			? care_widgets_part( 'span', 'next-review', array(), care_widgets_fill( $context->say( 'Next review: {date}' ), array( 'date' => care_widgets_time( $due, $context ) ) ) )
			: null
	);
}

function care_widgets_published( array $article, Care_Widgets_Context $context ): array {
	return care_widgets_part( 'span', 'published', array(), care_widgets_fill( $context->say( 'Published on {date}' ), array( 'date' => care_widgets_time( $article['publishedAt'], $context ) ) ) );
}

/** Which dates are shown: of publication, and of a change on a later day. */
function care_widgets_days( array $article, Care_Widgets_Context $context ): array {
	$published = $article['publishedAt'] ?? '';
	$updated   = $article['updatedAt'] ?? '';
	$is_dated  = ! $context->has( 'without-dates' );
	return array(
		$is_dated && '' !== $context->day( $published ),
		$is_dated && strcmp( substr( $updated, 0, 10 ), substr( $published, 0, 10 ) ) > 0 && '' !== $context->day( $updated ),
	);
}

function care_widgets_facts( array $article, int $minutes, Care_Widgets_Context $context ): ?array {
	list( $is_published, $is_updated ) = care_widgets_days( $article, $context );
	$date = $is_updated
		? care_widgets_part( 'span', 'updated', array(), care_widgets_fill( $context->say( 'Updated on {date}' ), array( 'date' => care_widgets_time( $article['updatedAt'], $context ) ) ) )
		: ( $is_published ? care_widgets_published( $article, $context ) : null );
	$read = ! $context->has( 'without-reading-time' ) && $minutes > 0
		? care_widgets_part( 'span', 'reading-time', array(), $context->say( '{minutes} min read', array( 'minutes' => $minutes ) ) )
		: null;
	return $date || $read
		? care_widgets_part( 'p', 'facts', array( 'dir' => 'auto', 'lang' => $context->locale ), $date, $date && $read ? ' ' : null, $read )
		: null;
}

/** Who wrote it, who reviewed it, how old it is. */
function care_widgets_trust( array $article, int $minutes, Care_Widgets_Context $context ): ?array {
	$lines = array_filter(
		array(
			$context->has( 'without-byline' ) ? null : care_widgets_byline( $article['authors'], $context, true ),
			care_widgets_review( $article, $context ),
			care_widgets_facts( $article, $minutes, $context ),
		)
	);
	return $lines ? care_widgets_part( 'div', 'trust', array(), array_values( $lines ) ) : null;
}

function care_widgets_figure( array $article ): ?array {
	$image = $article['image'] ?? null;
	$shown = $image ? care_widgets_picture( $image, care_widgets_data( 'sizes' )['article'], 'eager' ) : null;
	return $shown
		? care_widgets_part(
			'figure',
			'figure',
			array(),
			$shown,
			empty( $image['caption'] ) ? null : care_widgets_part( 'figcaption', 'caption', array( 'dir' => 'auto' ) + care_widgets_language( $article ), $image['caption'] )
		)
		: null;
}

/** Entries of a table of contents: those deeper than one, up to the next of its depth or above, are below it. */
function care_widgets_toc_entries( array $outline, array $lang ): array {
	$groups = array();
	foreach ( $outline as $entry ) {
		$last = count( $groups ) - 1;
		if ( $last >= 0 && $entry['depth'] > $groups[ $last ][0]['depth'] ) {
			$groups[ $last ][1][] = $entry;
		} else {
			$groups[] = array( $entry, array() );
		}
	}
	$items = array();
	foreach ( $groups as list( $entry, $below ) ) {
		$items[] = care_widgets_element(
			'li',
			array(),
			care_widgets_part( 'a', 'toc-link', array( 'href' => "#{$entry['id']}" ) + $lang, $entry['text'] ),
			$below ? care_widgets_element( 'ul', array(), care_widgets_toc_entries( $below, $lang ) ) : null
		);
	}
	return $items;
}

function care_widgets_toc( array $outline, array $article, Care_Widgets_Context $context ): ?array {
	$title = $context->say( 'On this page' );
	return count( $outline ) > 1
		? care_widgets_part(
			'nav',
			'toc',
			array( 'aria-label' => $title ),
			care_widgets_element(
				'details',
				array(),
				care_widgets_element(
					'summary',
					array( 'lang' => $context->locale ),
					care_widgets_part( 'span', 'toc-title', array(), $title ),
					' ',
					care_widgets_part( 'span', 'toc-count', array(), '(' . count( $outline ) . ')' )
				),
				care_widgets_element( 'ul', array( 'dir' => 'auto' ), care_widgets_toc_entries( array_slice( $outline, 0, 500 ), care_widgets_language( $article ) ) )
			)
		)
		: null;
}

/** What is shown in place of a text: that it is not public, or the teaser. */
function care_widgets_instead( array $article, Care_Widgets_Context $context ): array {
	if ( ! empty( $article['isProtected'] ) ) {
		$href = care_widgets_safe_url( $article['url'] ?? null );
		return care_widgets_part(
			'div',
			'protected',
			array( 'lang' => $context->locale ),
			care_widgets_element( 'p', array(), $context->say( 'This text is not public.' ) ),
			null !== $href
				? care_widgets_part( 'a', 'source', array( 'href' => $href, 'rel' => 'noopener noreferrer' ), $context->say( 'Read it on {site}', array( 'site' => care_widgets_url_parts( $href )['host'] ) ) )
				: null
		);
	}
	$href    = $context->has( 'excerpt-only' ) ? $context->article_href( $article ) : null;
	$excerpt = $article['excerpt'] ?? '';
	return array(
		'' !== $excerpt ? care_widgets_part( 'p', 'excerpt', array( 'dir' => 'auto' ) + care_widgets_language( $article ), $excerpt ) : null,
		null !== $href
			? care_widgets_element( 'p', array( 'lang' => $context->locale ), care_widgets_part( 'a', 'more', array( 'href' => $href ), $context->say( 'Read the whole article' ) ) )
			: null,
	);
}

/** Where it was first published, unless the page itself is there. */
function care_widgets_attribution( array $article, Care_Widgets_Context $context ): ?array {
	$url    = $article['url'] ?? null;
	$source = care_widgets_origin( $context->read( 'endpoint' ) );
	$own    = care_widgets_origin( $context->page );
	if ( null === $source || $context->has( 'without-attribution' ) || ( null !== $own && in_array( $own, array( $source, care_widgets_origin( $url ) ), true ) ) ) {
		return null;
	}
	$published = $article['publishedAt'] ?? '';
	$is_dated  = ! $context->has( 'without-dates' ) && '' !== $context->day( $published );
	$address   = care_widgets_safe_url( $url ) ?? $source;
	$site      = care_widgets_part(
		'a',
		'attribution-link',
		array( 'href' => $address, 'rel' => 'noopener noreferrer' ),
		care_widgets_element( 'bdi', array(), ( $article['siteName'] ?? '' ) ?: care_widgets_url_parts( care_widgets_origin( $url ) ?? $source )['host'] )
	);
	return care_widgets_part(
		'p',
		'attribution',
		array( 'dir' => 'auto', 'lang' => $context->locale ),
		care_widgets_fill(
			$context->say( $is_dated ? 'Originally published by {site} on {date}' : 'Originally published by {site}' ),
			array( 'site' => $site, 'date' => care_widgets_part( 'time', 'published', array( 'datetime' => $published ), $context->day( $published ) ) )
		)
	);
}

function care_widgets_category_list( array $article, Care_Widgets_Context $context ): ?array {
	if ( ! $article['categories'] || $context->has( 'without-categories' ) ) {
		return null;
	}
	$items = array();
	foreach ( $article['categories'] as $category ) {
		$href       = $context->category_href( $category );
		$attributes = array( 'dir' => 'auto' ) + care_widgets_language( $article ) + array( 'data-care-slug' => $category['slug'] ?: null );
		$items[]    = care_widgets_element(
			'li',
			array(),
			null !== $href
				? care_widgets_part( 'a', 'category', array( 'href' => $href ) + $attributes, $category['name'] )
				: care_widgets_part( 'span', 'category', $attributes, $category['name'] )
		);
	}
	return care_widgets_part( 'ul', 'categories', array( 'aria-label' => $context->say( 'Categories' ) ), $items );
}

function care_widgets_direction( string $language ): string {
	if ( '' === $language ) {
		return 'auto';
	}
	return preg_match( '/^(?:ar|ckb|dv|fa|he|ku-arab|ps|sd|ug|ur|yi)\b/i', $language ) ? 'rtl' : 'ltr';
}

/** @param array $article body?: HTML that care_widgets_body() has made. */
function care_widgets_render_article( array $article, Care_Widgets_Context $context ): array {
	$language = $article['language'] ?? '';
	$is_text  = ! $context->has( 'excerpt-only' ) && empty( $article['isProtected'] ) && '' !== ( $article['body'] ?? '' );
	$body     = $is_text ? care_widgets_prepare( $article['body'], $context, $context->has( 'with-toc' ) ) : null;
	$minutes  = $article['readingMinutes'] ?? ( $body ? care_widgets_reading_minutes( $body['text'], $language ?: $context->locale ) : 0 );
	$source   = care_widgets_attribution( $article, $context );
	$dated    = ! $source && ! in_array( false, care_widgets_days( $article, $context ), true )
		? care_widgets_element( 'p', array( 'lang' => $context->locale ), care_widgets_published( $article, $context ) )
		: null;
	$below    = array_filter( array( care_widgets_category_list( $article, $context ), $dated, $source ) );
	$first    = $context->has( 'without-categories' ) ? null : ( $article['categories'][0] ?? null );
	$summary  = $context->read( 'summary' );
	list( $title, $lang ) = care_widgets_title( $article, $context );
	return array(
		care_widgets_part(
			'article',
			'article',
			care_widgets_identifiers( $article ) + array( 'dir' => '' !== $language ? care_widgets_direction( $language ) : null ),
			care_widgets_part(
				'div',
				'header',
				array(),
				$first ? care_widgets_part( 'p', 'eyebrow', array( 'dir' => 'auto' ) + care_widgets_language( $article ), $first['name'] ) : null,
				care_widgets_heading( $context->heading_level, array( 'dir' => 'auto' ), care_widgets_element( 'span', $lang, $title ) ),
				null !== $summary ? care_widgets_part( 'p', 'summary', array( 'dir' => 'auto' ), $summary ) : null,
				care_widgets_trust( $article, (int) $minutes, $context )
			),
			$context->has( 'without-image' ) ? null : care_widgets_figure( $article ),
			$body && $context->has( 'with-toc' ) ? care_widgets_toc( $body['outline'], $article, $context ) : null,
			$body
				? care_widgets_part( 'div', 'body', care_widgets_language( $article ) + array( 'dir' => care_widgets_direction( $language ) ), care_widgets_safe( $body['html'] ) )
				: care_widgets_instead( $article, $context ),
			$below ? care_widgets_part( 'div', 'footer', array(), array_values( $below ) ) : null
		),
		$body && $context->has( 'with-structured-data' )
			? care_widgets_element( 'script', array( 'type' => 'application/ld+json' ), care_widgets_safe( care_widgets_structured_data( $article ) ) )
			: null,
	);
}

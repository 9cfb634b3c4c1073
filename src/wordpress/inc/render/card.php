<?php
/**
 * care-article-card and care-article-list.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** The picture, or its place where the other cards of a list have one. `$pictures`: drawn, none or own. */
function care_widgets_card_frame( array $article, string $layout, string $pictures, Care_Widgets_Context $context ): ?array {
	if ( $context->has( 'without-image' ) || 'none' === $pictures ) {
		return null;
	}
	$shown = empty( $article['image'] ) ? null : care_widgets_picture( $article['image'], care_widgets_data( 'sizes' )[ $layout ], 'lazy' );
	if ( $shown ) {
		return care_widgets_part( 'div', 'frame', array(), $shown );
	}
	return 'drawn' === $pictures ? care_widgets_part( 'div', 'frame placeholder', array() ) : null;
}

/** Who reviewed and wrote it, when, how long it takes to read. */
function care_widgets_card_foot( array $article, bool $is_compact, Care_Widgets_Context $context ): ?array {
	$published   = $article['publishedAt'] ?? '';
	$minutes     = $article['readingMinutes'] ?? 0;
	$is_named    = ! $context->has( 'without-byline' ) && ! $is_compact;
	$date        = $context->has( 'without-date' ) ? '' : $context->day( $published );
	$is_reviewed = $is_named && $article['reviewers'];
	if ( ! $is_reviewed && ! ( $is_named && $article['authors'] ) && '' === $date && ! $minutes ) {
		return null;
	}
	return care_widgets_part(
		'div',
		'foot',
		array(),
		$is_reviewed
			? care_widgets_part(
				'p',
				'reviewed',
				array( 'dir' => 'auto', 'lang' => $context->locale ),
				care_widgets_fill( $context->say( 'Reviewed by {names}' ), array( 'names' => care_widgets_people( $article['reviewers'], 'reviewer', $context->locale ) ) )
			)
			: null,
		$is_named ? care_widgets_byline( $article['authors'], $context ) : null,
		'' !== $date
			? care_widgets_part( 'time', 'date', array( 'dir' => 'auto', 'datetime' => $published, 'lang' => $context->locale ), $date )
			: null,
		$minutes
			? care_widgets_part( 'span', 'reading-time', array( 'dir' => 'auto', 'lang' => $context->locale ), $context->say( '{minutes} min', array( 'minutes' => $minutes ) ) )
			: null
	);
}

/** One article as a card. */
function care_widgets_card( array $article, string $layout, Care_Widgets_Context $context, string $pictures = 'own' ): array {
	$is_compact           = 'compact' === $layout;
	$href                 = $context->article_href( $article );
	list( $title, $lang ) = care_widgets_title( $article, $context );
	$excerpt              = $article['excerpt'] ?? '';
	$topic                = $is_compact ? '' : ( $article['categories'][0]['name'] ?? '' );
	return care_widgets_part(
		'article',
		'card',
		care_widgets_identifiers( $article ),
		care_widgets_card_frame( $article, $layout, $pictures, $context ),
		care_widgets_part(
			'div',
			'content',
			array(),
			'' !== $topic ? care_widgets_part( 'p', 'eyebrow', array( 'dir' => 'auto' ) + care_widgets_language( $article ), $topic ) : null,
			care_widgets_heading(
				$context->heading_level,
				array( 'dir' => 'auto' ),
				null !== $href ? care_widgets_part( 'a', 'link', array( 'href' => $href ) + $lang, $title ) : care_widgets_element( 'span', $lang, $title )
			),
			! $context->has( 'without-excerpt' ) && ! $is_compact && '' !== $excerpt
				? care_widgets_part( 'p', 'excerpt', array( 'dir' => 'auto' ) + care_widgets_language( $article ), $excerpt )
				: null,
			care_widgets_card_foot( $article, $is_compact, $context )
		)
	);
}

function care_widgets_render_article_card( array $article, Care_Widgets_Context $context ): array {
	$layout = $context->read( 'layout' ) ?? '';
	return care_widgets_card( $article, isset( care_widgets_data( 'sizes' )[ $layout ] ) && 'article' !== $layout ? $layout : 'vertical', $context );
}

/** WordPress searches at its start page by `?s=`; of other sites it is not known. */
function care_widgets_search_form( ?string $action, Care_Widgets_Context $context ): array {
	return care_widgets_part(
		'form',
		'search',
		array( 'role' => 'search', 'action' => $action, 'lang' => $context->locale ),
		care_widgets_part(
			'label',
			'label',
			array(),
			$context->say( 'Search articles' ) . ' ',
			care_widgets_part( 'input', 'input', array( 'type' => 'search', 'name' => 's', 'value' => $context->read( 'search' ), 'disabled' => null === $action ) )
		),
		care_widgets_part( 'button', 'submit', array(), $context->say( 'Search' ) )
	);
}

function care_widgets_filter( array $categories, ?string $site, ?string $language, Care_Widgets_Context $context ): array {
	$chosen = $context->read( 'category' ) ?? '';
	$topic  = static function ( string $slug, string $name, ?string $href, ?string $lang ) use ( $chosen ): array {
		$attributes = array( 'aria-current' => $slug === $chosen ? 'true' : null, 'data-care-slug' => $slug, 'lang' => $lang );
		return null !== $href
			? care_widgets_part( 'a', 'topic', array( 'href' => $href ) + $attributes, $name )
			: care_widgets_part( 'span', 'topic', $attributes, $name );
	};
	$topics = array( $topic( '', $context->say( 'All topics' ), $site, null ) );
	foreach ( $categories as $category ) {
		$topics[] = $topic( $category['slug'], $category['name'], $context->category_href( $category ), $language );
	}
	return care_widgets_part( 'nav', 'filter', array( 'aria-label' => $context->say( 'Topic' ), 'lang' => $context->locale ), $topics );
}

/** @param array $list articles, total?, hasMore?, categories? */
function care_widgets_render_article_list( array $list, Care_Widgets_Context $context ): ?array {
	if ( ! $list['articles'] ) {
		return null;
	}
	$endpoint     = care_widgets_safe_url( $context->read( 'endpoint' ) );
	$is_wordpress = null !== $endpoint && 'wordpress' === ( $context->read( 'source' ) ?? care_widgets_infer_source( $endpoint, $context->read( 'key' ) ) );
	$site         = null === $endpoint ? null : ( $is_wordpress ? care_widgets_site_address( $endpoint ) : care_widgets_origin( $endpoint ) . '/' );
	$layout       = array( 'list' => 'horizontal', 'compact' => 'compact' )[ $context->read( 'layout' ) ?? '' ] ?? 'vertical';
	$categories   = $list['categories'] ?? array();
	$pictured     = count( array_filter( array_column( $list['articles'], 'image' ) ) );
	$pictures     = 2 * $pictured >= count( $list['articles'] ) ? 'drawn' : 'none';
	$items        = array();
	foreach ( $list['articles'] as $article ) {
		$items[] = care_widgets_element( 'li', array(), care_widgets_card( $article, $layout, $context, $pictures ) );
	}
	return array(
		$context->has( 'with-search' ) ? care_widgets_search_form( $is_wordpress ? $site : null, $context ) : null,
		$context->has( 'with-filter' ) && $categories
			? care_widgets_filter( $categories, $site, ( $list['articles'][0]['language'] ?? '' ) ?: null, $context )
			: null,
		care_widgets_part( 'ul', 'list', array( 'data-care-total' => $list['total'] ?? null ), $items ),
		$context->has( 'with-more' ) && ! empty( $list['hasMore'] ) && null !== $site
			? care_widgets_part( 'p', 'footer', array( 'lang' => $context->locale ), care_widgets_part( 'a', 'more', array( 'href' => $site ), $context->say( 'Show more' ) ) )
			: null,
	);
}

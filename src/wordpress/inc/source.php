<?php
/**
 * What the elements ask for.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** The smallest question that fills a card, or with `full` an article: the library asks the same. */
function care_widgets_fields( bool $full ): array {
	$terms = $full ? ',wp:term' : '';
	return array(
		'_embed'  => "author,wp:featuredmedia$terms",
		'_fields' => 'id,slug,date,date_gmt,modified,modified_gmt,link,title,excerpt,categories,authors,care_widgets,_links.author,_links.wp:featuredmedia' . ( $full ? ',_links.wp:term,content' : '' ),
	);
}

/** One article by slug or id; null where there is none or it cannot be had now. */
function care_widgets_get_article( string $endpoint, Care_Widgets_Context $context, bool $full ): ?array {
	static $found = array();
	$slug = $context->read( 'slug' );
	$id   = $context->read( 'article-id' );
	if ( null === $slug && ( null === $id || ! ctype_digit( $id ) ) && ! $context->has( 'latest' ) ) {
		return null;
	}
	$wanted = null !== $slug ? array( 'slug' => $slug ) : ( null !== $id ? array( 'include' => $id ) : array() );
	$key    = wp_json_encode( array( $endpoint, $wanted, $full ) );
	if ( ! array_key_exists( $key, $found ) ) {
		$answer        = care_widgets_get( $endpoint, 'posts', $wanted + array( 'per_page' => '1' ) + care_widgets_fields( $full ) );
		$post          = $answer['list'][0] ?? null;
		$found[ $key ] = $post ? care_widgets_map_post( $post, $endpoint, $full ) + array( 'renderedAt' => $answer['time'], 'post' => $post ) : null;
	}
	return $found[ $key ];
}

/** Ids of categories, tags or authors: filters take nothing else. */
function care_widgets_ids_of( string $endpoint, string $route, string $slugs ): string {
	if ( preg_match( '/^[\d,]+$/', $slugs ) ) {
		return $slugs;
	}
	$answer = care_widgets_get( $endpoint, $route, array( 'slug' => $slugs, '_fields' => 'id', 'per_page' => '100' ) );
	return implode( ',', array_map( 'absint', array_column( $answer['list'] ?? array(), 'id' ) ) );
}

/** @return array|null articles, total, hasMore, categories, renderedAt */
function care_widgets_get_articles( string $endpoint, Care_Widgets_Context $context ): ?array {
	$per_page   = min( 100, max( 1, (int) ( $context->read( 'per-page' ) ?? 6 ) ) );
	$page       = max( 1, (int) ( $context->read( 'page' ) ?? 1 ) );
	$parameters = array( 'page' => (string) $page, 'per_page' => (string) $per_page ) + care_widgets_fields( false );
	if ( null !== $context->read( 'search' ) ) {
		$parameters['search'] = $context->read( 'search' );
	}
	foreach ( array( 'category' => array( 'categories', 'categories' ), 'tag' => array( 'tags', 'tags' ), 'author' => array( 'author', 'users' ), 'exclude' => array( 'exclude', 'posts' ) ) as $filter => list( $parameter, $route ) ) {
		$slugs = $context->read( $filter );
		if ( null === $slugs ) {
			continue;
		}
		$ids = care_widgets_ids_of( $endpoint, $route, (string) preg_replace( '/\s*[,;]\s*/', ',', $slugs ) );
		if ( '' !== $ids ) {
			$parameters[ $parameter ] = $ids;
		} elseif ( 'exclude' !== $filter ) {
			return null;
		}
	}
	$answer = care_widgets_get( $endpoint, 'posts', $parameters );
	if ( ! $answer || ! $answer['list'] ) {
		return null;
	}
	$articles = array();
	foreach ( $answer['list'] as $post ) {
		$articles[] = care_widgets_map_post( $post, $endpoint, false );
	}
	return array(
		'articles'   => $articles,
		'total'      => $answer['total'],
		'hasMore'    => null !== $answer['total'] && $page * $per_page < $answer['total'],
		'categories' => $context->has( 'with-filter' ) ? ( care_widgets_get_categories( $endpoint )['categories'] ?? array() ) : array(),
		'renderedAt' => $answer['time'],
	);
}

/** @return array|null categories, renderedAt */
function care_widgets_get_categories( string $endpoint ): ?array {
	$answer = care_widgets_get( $endpoint, 'categories', array( 'per_page' => '100', 'hide_empty' => 'true', '_fields' => 'id,slug,name,link,count,parent' ) );
	if ( ! $answer || ! $answer['list'] ) {
		return null;
	}
	$categories = array();
	foreach ( $answer['list'] as $term ) {
		$categories[] = care_widgets_map_term( $term, care_widgets_site_address( $endpoint ) );
	}
	return array( 'categories' => $categories, 'renderedAt' => $answer['time'] );
}

/** @return array|null previous?, next?, renderedAt */
function care_widgets_get_neighbors( string $endpoint, Care_Widgets_Context $context ): ?array {
	$article = care_widgets_get_article( $endpoint, $context, true );
	if ( ! $article || empty( $article['post']['date'] ) ) {
		return null;
	}
	$same = array();
	if ( $context->has( 'same-category' ) ) {
		$same = array( 'categories' => (string) ( $article['categories'][0]['id'] ?? '' ) );
	}
	$found = array( 'renderedAt' => $article['renderedAt'] );
	$utc   = care_widgets_string( $article['post']['date_gmt'] ?? '' ) . 'Z';
	foreach ( array( 'previous' => array( 'before', 'desc' ), 'next' => array( 'after', 'asc' ) ) as $direction => list( $bound, $order ) ) {
		$answer = care_widgets_get( $endpoint, 'posts', array( $bound => $utc, 'order' => $order, 'per_page' => '1' ) + $same + care_widgets_fields( false ) );
		if ( ! empty( $answer['list'][0] ) ) {
			$found[ $direction ] = care_widgets_map_post( $answer['list'][0], $endpoint, false );
		}
	}
	return $found;
}

<?php
/**
 * What an endpoint's URL says.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** The source that an endpoint's URL looks like. */
function care_widgets_infer_source( string $endpoint, ?string $key = null ): string {
	$parts = care_widgets_url_parts( $endpoint );
	$path  = $parts ? $parts['path'] : '';
	$query = $parts ? $parts['query'] : '';
	if ( preg_match( '~\.json$|/(?:feeds?/json|json-?feed)/?$~i', $path ) || preg_match( '/[?&](?:feed|format|type)=json(?:-?feed)?(?:&|$)/i', $query ) ) {
		return 'json-feed';
	}
	if ( preg_match( '~\.(?:xml|rss|atom)$|/(?:feed|rss)/?$~i', $path ) ) {
		return 'feed';
	}
	$has_key = ( null !== $key && '' !== $key ) || preg_match( '/[?&]key=[\da-f]{26}(?:&|$)/', $query );
	return $has_key || preg_match( '~/ghost(?:/|$)~', $path ) ? 'ghost' : 'wordpress';
}

/**
 * An endpoint of WordPress: the site, `/wp-json`, a namespace, a route below it, or a `?rest_route=` URL.
 *
 * @return array{site:string,root:?string,type:string}
 */
function care_widgets_read_endpoint( string $endpoint ): array {
	$parts = care_widgets_url_parts( $endpoint );
	$path  = $parts['path'];
	preg_match( '~^(.*/wp/v2(?:/sites/[^/]+)?)(?:/([\w-]+))?/*$~', $path, $named );
	$root = $named[1] ?? null;
	preg_match( '~^(.*?)(?:/index\.php)?(?:/wp-json(?:/wp/v2)?)?/*$~', $root ?? $path, $site );
	parse_str( ltrim( $parts['query'], '?' ), $query );
	$route = $query['rest_route'] ?? '';
	preg_match( '~^/wp/v2/([\w-]+)/*$~', is_string( $route ) ? $route : '', $plain );
	return array( 'site' => $site[1] ?? '', 'root' => $root, 'type' => $plain[1] ?? $named[2] ?? 'posts' );
}

/** The start page of the site that an endpoint belongs to. */
function care_widgets_site_address( string $endpoint ): string {
	$read = care_widgets_read_endpoint( $endpoint );
	if ( preg_match( '~/sites/([^/]+\.[^/]+)$~', (string) $read['root'], $match ) ) {
		return "https://{$match[1]}/";
	}
	return care_widgets_url_parts( $endpoint )['origin'] . $read['site'] . '/';
}

/** WordPress.com keeps the REST API of the sites under its own name elsewhere than below their URLs. */
function care_widgets_rest_root( string $endpoint ): string {
	$parts = care_widgets_url_parts( $endpoint );
	if ( ! preg_match( '~^https?://((?!public-api\.)[^.]+\.wordpress\.com)$~', $parts['origin'], $host ) ) {
		return $endpoint;
	}
	parse_str( ltrim( $parts['query'], '?' ), $query );
	$route = is_string( $query['rest_route'] ?? null ) ? $query['rest_route'] : $parts['path'];
	unset( $query['rest_route'] );
	$type = preg_match( '~/wp/v2(/[\w-]+)/*$~', $route, $match ) ? $match[1] : '';
	return "https://public-api.wordpress.com/wp/v2/sites/{$host[1]}$type" . ( $query ? '?' . http_build_query( $query ) : '' );
}

/** Address of a REST route; the endpoint's own query parameters are kept. */
function care_widgets_rest_url( string $endpoint, string $route, array $parameters, bool $is_plain ): string {
	$endpoint = care_widgets_rest_root( $endpoint );
	$parts = care_widgets_url_parts( $endpoint );
	$read  = care_widgets_read_endpoint( $endpoint );
	$name  = 'posts' === $route ? $read['type'] : $route;
	parse_str( ltrim( $parts['query'], '?' ), $query );
	if ( $is_plain || isset( $query['rest_route'] ) ) {
		$path                = $read['site'] . '/';
		$query['rest_route'] = "/wp/v2/$name";
	} else {
		$path = ( $read['root'] ?? $read['site'] . '/wp-json/wp/v2' ) . "/$name";
	}
	return $parts['origin'] . $path . '?' . strtr( http_build_query( $parameters + $query, '', '&', PHP_QUERY_RFC3986 ), array( '%2C' => ',', '%3A' => ':', '%2F' => '/' ) );
}

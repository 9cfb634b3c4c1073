<?php
/**
 * Responses of a site's REST API: this one without HTTP, another by wp_safe_remote_get(). The last good response is kept for a
 * week, is fresh for ten minutes, and is renewed in the background, or within a page view where nothing runs the schedule; a
 * failure is remembered for a minute, and a site that does not answer is left alone for a while, whatever it is asked. Visitors
 * never wait longer than one request, and never see an error.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

const CARE_WIDGETS_FRESH    = 600;
const CARE_WIDGETS_KEPT     = WEEK_IN_SECONDS;
const CARE_WIDGETS_MAX_SIZE = 5000000;
/** Brackets and commas of a response, those in its texts included. A hundred cards have some ten thousand. */
const CARE_WIDGETS_MAX_NODES  = 100000;
const CARE_WIDGETS_MAX_VALUES = 500000;
/** Bytes of a text that is neither teaser nor body: a title, a name, a URL. */
const CARE_WIDGETS_MAX_TEXT    = 5000;
const CARE_WIDGETS_MAX_TEASER  = 50000;
const CARE_WIDGETS_MAX_ENTRIES = 200;
/** How many unknown names and failures are remembered at a time. */
const CARE_WIDGETS_MAX_ABSENT = 1000;
/** Seconds. Shorter than a failure is remembered: a question that takes too long must not keep all others from being asked. */
const CARE_WIDGETS_PAUSE = 20;

/** Whether JSON would take more memory than a page view has: an object of eight bytes takes hundreds in PHP. */
function care_widgets_is_large( string $json ): bool {
	return strlen( $json ) > CARE_WIDGETS_MAX_SIZE
		|| substr_count( $json, '{' ) + substr_count( $json, '[' ) > CARE_WIDGETS_MAX_NODES
		|| substr_count( $json, ',' ) > CARE_WIDGETS_MAX_VALUES;
}

/**
 * A response without what is longer than any site writes: it is kept, and read anew for every page view.
 *
 * @param mixed $value
 * @return mixed
 */
function care_widgets_bounded( $value, string $field = '', int $longest = CARE_WIDGETS_MAX_TEXT ) {
	if ( is_string( $value ) ) {
		return strlen( $value ) > $longest ? '' : $value;
	}
	if ( ! is_array( $value ) ) {
		return $value;
	}
	$longest = array( 'content' => CARE_WIDGETS_MAX_BODY, 'excerpt' => CARE_WIDGETS_MAX_TEASER )[ $field ] ?? $longest;
	$kept    = array();
	foreach ( array_slice( $value, 0, CARE_WIDGETS_MAX_ENTRIES, true ) as $name => $inside ) {
		$kept[ $name ] = care_widgets_bounded( $inside, (string) $name, $longest );
	}
	return $kept;
}

/**
 * Asks another site once.
 *
 * @return array{status:int,list:?array,total:?int}
 */
function care_widgets_ask( string $url ): array {
	$response = wp_safe_remote_get(
		$url,
		array(
			'timeout'             => 3,
			'redirection'         => 2,
			'limit_response_size' => CARE_WIDGETS_MAX_SIZE + 1,
			'headers'             => array( 'Accept' => 'application/json' ),
		)
	);
	if ( is_wp_error( $response ) ) {
		return array( 'status' => 0, 'list' => null, 'total' => null );
	}
	$body  = wp_remote_retrieve_body( $response );
	$total = wp_remote_retrieve_header( $response, 'x-wp-total' );
	$list  = care_widgets_is_large( $body ) ? null : json_decode( $body, true, 64 );
	return array(
		'status' => (int) wp_remote_retrieve_response_code( $response ),
		'list'   => is_array( $list ) && array_values( $list ) === $list ? care_widgets_bounded( array_values( array_filter( $list, 'is_array' ) ) ) : null,
		'total'  => is_string( $total ) && ctype_digit( $total ) ? (int) $total : null,
	);
}

/**
 * Whether one more name may be asked for, whose absence or failure is then remembered: anybody can ask for any number of names.
 * WordPress deletes expired ones once a day only. An object cache makes room by itself.
 */
function care_widgets_has_room(): bool {
	global $wpdb;
	if ( wp_using_ext_object_cache() ) {
		return true;
	}
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- there is no function that counts transients
	$count = (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM {$wpdb->options} WHERE option_name LIKE %s AND option_value <= %s", $wpdb->esc_like( '_transient_timeout_care_widgets_' ) . '%', (string) ( time() + CARE_WIDGETS_FRESH ) ) );
	if ( $count < CARE_WIDGETS_MAX_ABSENT ) {
		return true;
	}
	delete_expired_transients();
	return false;
}

/** Asks and keeps the response. `?rest_route=` is tried once where `/wp-json/` is not found and nobody has tested. */
function care_widgets_renew( string $endpoint, string $route, array $parameters ): ?array {
	$silent = 'care_widgets_silent_' . md5( $endpoint );
	if ( get_transient( $silent ) ) {
		return null;
	}
	$key      = care_widgets_cache_key( $endpoint, $route, $parameters );
	$options  = care_widgets_options();
	$plain    = 'care_widgets_plain_' . md5( $endpoint );
	$is_plain = ( $options['plain'] && $options['endpoint'] === $endpoint ) || get_transient( $plain );
	$answer   = care_widgets_ask( care_widgets_rest_url( $endpoint, $route, $parameters, (bool) $is_plain ) );
	if ( ! $is_plain && null === $answer['list'] && in_array( $answer['status'], array( 200, 404 ), true ) ) {
		$second = care_widgets_ask( care_widgets_rest_url( $endpoint, $route, $parameters, true ) );
		if ( null !== $second['list'] ) {
			$answer = $second;
			set_transient( $plain, 1, CARE_WIDGETS_KEPT );
		}
	}
	if ( 200 === $answer['status'] && null !== $answer['list'] ) {
		$kept = array( 'time' => time(), 'list' => $answer['list'], 'total' => $answer['total'] );
		set_transient( $key, $kept, $answer['list'] ? CARE_WIDGETS_KEPT : CARE_WIDGETS_FRESH );
		return $kept;
	}
	if ( 410 === $answer['status'] ) {
		// withdrawn by its publisher: the old text must not stay
		delete_transient( $key );
	}
	if ( 0 === $answer['status'] ) {
		set_transient( $silent, 1, CARE_WIDGETS_PAUSE );
	}
	set_transient( "{$key}_failed", $answer['status'] ?: 1, MINUTE_IN_SECONDS );
	return null;
}

function care_widgets_cache_key( string $endpoint, string $route, array $parameters ): string {
	return 'care_widgets_' . md5( (string) wp_json_encode( array( $endpoint, $route, $parameters ) ) );
}

/** Requests this site's own REST API, without HTTP. */
function care_widgets_ask_self( string $route, array $parameters, string $endpoint ): ?array {
	$request = new WP_REST_Request( 'GET', '/wp/v2/' . ( 'posts' === $route ? care_widgets_read_endpoint( $endpoint )['type'] : $route ) );
	$request->set_query_params( $parameters );
	// the REST API makes each post that it reads the current one, and its author the current author
	$current  = $GLOBALS['post'] ?? null;
	$response = rest_do_request( $request );
	$embed    = isset( $parameters['_embed'] ) ? rest_parse_embed_param( $parameters['_embed'] ) : false;
	$list     = $response->is_error() ? null : rest_get_server()->response_to_data( $response, $embed );
	// phpcs:ignore WordPress.WP.GlobalVariablesOverride -- the one that it was
	$GLOBALS['post'] = $current;
	if ( $current instanceof WP_Post ) {
		setup_postdata( $current );
	}
	$total = $response->get_headers()['X-WP-Total'] ?? null;
	return is_array( $list ) ? array( 'time' => time(), 'list' => json_decode( (string) wp_json_encode( $list ), true ), 'total' => null === $total ? null : (int) $total ) : null;
}

/** A page that lacks what will be there a moment later. Plugins that keep whole pages would go on without it for hours. */
function care_widgets_keep_out_of_page_caches(): void {
	if ( ! defined( 'DONOTCACHEPAGE' ) ) {
		define( 'DONOTCACHEPAGE', true );
	}
}

/**
 * A list of the REST API, as fresh as can be had without delay. Null where there is nothing.
 *
 * @return array{time:int,list:array,total:?int}|null
 */
function care_widgets_get( string $endpoint, string $route, array $parameters ): ?array {
	if ( care_widgets_is_own( $endpoint ) ) {
		return care_widgets_ask_self( $route, $parameters, $endpoint );
	}
	$key  = care_widgets_cache_key( $endpoint, $route, $parameters );
	$kept = get_transient( $key );
	if ( is_array( $kept ) && isset( $kept['time'], $kept['list'] ) ) {
		$arguments = array( $endpoint, $route, $parameters );
		if ( $kept['time'] >= time() - CARE_WIDGETS_FRESH || get_transient( "{$key}_failed" ) ) {
			return $kept;
		}
		$due = wp_next_scheduled( 'care_widgets_renew', $arguments );
		if ( ! $due ) {
			wp_schedule_single_event( time(), 'care_widgets_renew', $arguments );
		} elseif ( $due < time() - HOUR_IN_SECONDS ) {
			// nobody runs the schedule: what was corrected or withdrawn an hour ago would stand here for a week
			wp_unschedule_event( $due, 'care_widgets_renew', $arguments );
			$renewed = care_widgets_renew( $endpoint, $route, $parameters );
			return $renewed || 410 === (int) get_transient( "{$key}_failed" ) ? $renewed : $kept;
		}
		return $kept;
	}
	// without room the other site is not asked either: it would shut this one out for the questions of others
	$answer = get_transient( "{$key}_failed" ) || ! care_widgets_has_room() ? null : care_widgets_renew( $endpoint, $route, $parameters );
	// what has been withdrawn stays so
	if ( ! $answer && 410 !== (int) get_transient( "{$key}_failed" ) ) {
		care_widgets_keep_out_of_page_caches();
	}
	return $answer;
}
add_action( 'care_widgets_renew', 'care_widgets_renew', 10, 3 );

/** Forgets every response. */
function care_widgets_forget(): void {
	global $wpdb;
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- there is no function that deletes transients by prefix
	$names = $wpdb->get_col( $wpdb->prepare( "SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE %s", $wpdb->esc_like( '_transient_care_widgets_' ) . '%' ) );
	foreach ( $names as $name ) {
		delete_transient( substr( $name, strlen( '_transient_' ) ) );
	}
	wp_unschedule_hook( 'care_widgets_renew' );
	// a site that is no longer shown is not asked for pictures either; deleting old ones stays planned
	wp_clear_scheduled_hook( 'care_widgets_pictures' );
}

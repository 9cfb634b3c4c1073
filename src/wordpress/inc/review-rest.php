<?php
/**
 * The field `care_widgets` of posts in the REST API. Whoever asks for it by name gets responses that caches may keep, and no
 * withdrawn posts.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** What a card shows besides: WordPress gives categories by number only, and no length. Both cost no further query. */
function care_widgets_card_facts( int $id ): array {
	$post   = get_post( $id );
	$terms  = get_the_terms( $id, 'category' );
	$topics = array();
	foreach ( is_array( $terms ) ? $terms : array() as $term ) {
		$link     = get_term_link( $term );
		$topics[] = array( 'id' => $term->term_id, 'slug' => $term->slug, 'name' => $term->name, 'link' => is_string( $link ) ? $link : '' );
	}
	$words = $post && '' === $post->post_password ? wp_strip_all_tags( strip_shortcodes( $post->post_content ) ) : '';
	return array(
		'topics'          => $topics,
		'reading_minutes' => '' === $words ? 0 : care_widgets_reading_minutes( $words, get_locale() ),
	);
}

function care_widgets_register_rest_field(): void {
	$text = array( 'type' => 'string' );
	register_rest_field(
		'post',
		'care_widgets',
		array(
			'get_callback' => static function ( array $post ): array {
				return care_widgets_review_of( (int) $post['id'] ) + care_widgets_card_facts( (int) $post['id'] );
			},
			'schema'       => array(
				'description' => __( 'Professional review of the text, and what its card shows.', 'care-widgets' ),
				'type'        => 'object',
				'readonly'    => true,
				'context'     => array( 'view', 'embed' ),
				'properties'  => array(
					'reviewers'   => array( 'type' => 'array', 'items' => array( 'type' => 'object', 'properties' => array( 'name' => $text, 'credentials' => array( 'type' => 'array', 'items' => $text ), 'url' => $text ) ) ),
					'reviewed_at' => $text,
					'review_due'  => $text,
					'withdrawn'   => array( 'type' => 'boolean' ),
					'topics'      => array( 'type' => 'array', 'items' => array( 'type' => 'object', 'properties' => array( 'id' => array( 'type' => 'integer' ), 'slug' => $text, 'name' => $text, 'link' => $text ) ) ),
					'reading_minutes' => array( 'type' => 'integer' ),
				),
			),
		)
	);
}
add_action( 'rest_api_init', 'care_widgets_register_rest_field' );

/** Whether a request is a read of the widgets. */
function care_widgets_is_read( WP_REST_Request $request ): bool {
	$fields = $request->get_param( '_fields' );
	return 'GET' === $request->get_method() && 0 === strpos( $request->get_route(), '/wp/v2/posts' )
		&& null !== $fields && in_array( 'care_widgets', wp_parse_list( $fields ), true );
}

function care_widgets_leave_out_withdrawn( array $query, WP_REST_Request $request ): array {
	if ( care_widgets_is_read( $request ) ) {
		$shown = array( 'relation' => 'OR', array( 'key' => CARE_WIDGETS_META['withdrawn'], 'compare' => 'NOT EXISTS' ), array( 'key' => CARE_WIDGETS_META['withdrawn'], 'value' => '1', 'compare' => '!=' ) );
		// beside what other plugins ask for, which may be joined by OR
		$query['meta_query'] = array_filter( array( 'relation' => 'AND', (array) ( $query['meta_query'] ?? array() ), $shown ) ); // phpcs:ignore WordPress.DB.SlowDBQuery
	}
	return $query;
}
add_filter( 'rest_post_query', 'care_widgets_leave_out_withdrawn', PHP_INT_MAX, 2 );

/** Whether everything that a read names has been withdrawn. */
function care_widgets_names_withdrawn( WP_REST_Request $request ): bool {
	if ( preg_match( '~^/wp/v2/posts/(\d+)$~', $request->get_route(), $match ) ) {
		$wanted = array( 'post__in' => array( (int) $match[1] ) );
	} elseif ( $request->get_param( 'slug' ) ) {
		$wanted = array( 'post_name__in' => array_map( 'sanitize_title', wp_parse_list( $request->get_param( 'slug' ) ) ) );
	} elseif ( $request->get_param( 'include' ) ) {
		$wanted = array( 'post__in' => wp_parse_id_list( $request->get_param( 'include' ) ) );
	} else {
		return false;
	}
	$query = array( 'post_type' => 'post', 'post_status' => 'publish', 'fields' => 'ids', 'posts_per_page' => 1, 'no_found_rows' => true, 'ignore_sticky_posts' => true );
	return (bool) get_posts( $wanted + $query + array( 'meta_key' => CARE_WIDGETS_META['withdrawn'], 'meta_value' => '1' ) ); // phpcs:ignore WordPress.DB.SlowDBQuery
}

/** @param mixed $response */
function care_widgets_answer_read( $response, $server, WP_REST_Request $request ) {
	if ( ! $response instanceof WP_REST_Response || ! care_widgets_is_read( $request ) || $response->is_error() ) {
		return $response;
	}
	// other plugins change what a response holds: of a single post it is not asked
	$may_be = '/wp/v2/posts' !== untrailingslashit( $request->get_route() ) || array() === $response->get_data();
	if ( $may_be && care_widgets_names_withdrawn( $request ) ) {
		return rest_convert_error_to_response( new WP_Error( 'care_widgets_withdrawn', __( 'This article has been withdrawn.', 'care-widgets' ), array( 'status' => 410 ) ) );
	}
	// a reader who knows the password of a post gets its text: a cache would give it to everybody
	if ( is_user_logged_in() || null !== $request->get_param( 'password' ) || isset( $_COOKIE[ 'wp-postpass_' . COOKIEHASH ] ) ) {
		return $response;
	}
	$response->header( 'Cache-Control', 'public, max-age=300' );
	$headers = $response->get_headers();
	// not before: authors and pictures are embedded after this, and have names and texts of their own
	add_filter(
		'rest_pre_echo_response',
		static function ( $sent, WP_REST_Server $server, WP_REST_Request $answered ) use ( $request, $headers ) {
			return $answered === $request ? care_widgets_name_answer( $sent, $headers, $server, $request ) : $sent;
		},
		PHP_INT_MAX,
		3
	);
	return $response;
}
add_filter( 'rest_post_dispatch', 'care_widgets_answer_read', 20, 3 );

/**
 * A response with its ETag; nothing but a 304 where the one who asks has it already.
 *
 * @param mixed $sent
 * @return mixed
 */
function care_widgets_name_answer( $sent, array $headers, WP_REST_Server $server, WP_REST_Request $request ) {
	// something else has printed: there is no room for headers
	if ( headers_sent() ) {
		return $sent;
	}
	$tag    = '"' . md5( (string) wp_json_encode( array( $sent, $request->get_query_params(), $headers ) ) ) . '"';
	$strong = static function ( string $one ): string {
		// servers that compress make it weak, or, as Apache does, write behind it how
		return (string) preg_replace( '/^W\/|(?:[-;](?:gzip|gz|br|zstd))+(?="$)/', '', trim( $one ) );
	};
	$server->send_header( 'ETag', $tag );
	if ( ! in_array( $tag, array_map( $strong, explode( ',', (string) $request->get_header( 'if_none_match' ) ) ), true ) ) {
		return $sent;
	}
	status_header( 304 );
	return null;
}

<?php
/**
 * Who reviewed a post, when, when it is due again, and whether it has been withdrawn.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

const CARE_WIDGETS_META = array(
	'reviewers'   => '_care_widgets_reviewers',
	'reviewed_at' => '_care_widgets_reviewed_at',
	'review_due'  => '_care_widgets_review_due',
	'withdrawn'   => '_care_widgets_withdrawn',
);

/** A day, `2026-07-01`, or empty. @param mixed $value */
function care_widgets_sanitise_day( $value ): string {
	return is_string( $value ) && preg_match( '/^(\d{4})-(\d\d)-(\d\d)$/', $value, $match ) && checkdate( (int) $match[2], (int) $match[3], (int) $match[1] ) ? $value : '';
}

/** Lines `Name, letters | URL`, as many whole ones as 5000 bytes hold. @param mixed $value */
function care_widgets_sanitise_reviewers( $value ): string {
	return is_string( $value ) && preg_match( '/^.{0,5000}(?=[\r\n]|\z)/s', $value, $match ) ? sanitize_textarea_field( $match[0] ) : '';
}

/** Imports and other programs write "no" and "false" for it. @param mixed $value */
function care_widgets_sanitise_withdrawn( $value ): string {
	return $value && ! ( is_string( $value ) && in_array( strtolower( trim( $value ) ), array( '', '0', 'false', 'no', 'off' ), true ) ) ? '1' : '';
}

function care_widgets_register_fields(): void {
	$sanitisers = array( 'reviewers' => 'care_widgets_sanitise_reviewers', 'withdrawn' => 'care_widgets_sanitise_withdrawn' );
	foreach ( CARE_WIDGETS_META as $name => $key ) {
		register_post_meta(
			'post',
			$key,
			array(
				'type'              => 'string',
				'single'            => true,
				'show_in_rest'      => false,
				'sanitize_callback' => $sanitisers[ $name ] ?? 'care_widgets_sanitise_day',
				'auth_callback'     => static function ( $allowed, $key, $post ): bool {
					return current_user_can( 'edit_post', $post );
				},
			)
		);
	}
}
add_action( 'init', 'care_widgets_register_fields' );

/** The fields of a post as REST gives them. */
function care_widgets_review_of( int $post ): array {
	$reviewers = array();
	foreach ( (array) preg_split( '/[\r\n]+/', (string) get_post_meta( $post, CARE_WIDGETS_META['reviewers'], true ) ) as $line ) {
		$pair   = explode( '|', (string) $line, 2 );
		$person = care_widgets_parse_author( trim( $pair[0] ) );
		if ( '' !== $person['name'] ) {
			$reviewers[] = $person + array( 'url' => esc_url_raw( trim( $pair[1] ?? '' ), array( 'http', 'https' ) ) );
		}
	}
	return array(
		'reviewers'   => $reviewers,
		'reviewed_at' => (string) get_post_meta( $post, CARE_WIDGETS_META['reviewed_at'], true ),
		'review_due'  => (string) get_post_meta( $post, CARE_WIDGETS_META['review_due'], true ),
		'withdrawn'   => (bool) get_post_meta( $post, CARE_WIDGETS_META['withdrawn'], true ),
	);
}

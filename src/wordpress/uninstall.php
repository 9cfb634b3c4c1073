<?php
/**
 * Removes the settings and every kept answer, on each site of a network. What editors wrote about reviews stays with their
 * posts: it is content, and its loss could not be undone.
 *
 * @package care-widgets
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

function care_widgets_uninstall_site(): void {
	global $wpdb;
	delete_option( 'care_widgets' );
	wp_unschedule_hook( 'care_widgets_renew' );
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- there is no function that deletes transients by prefix
	foreach ( $wpdb->get_col( $wpdb->prepare( "SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE %s", $wpdb->esc_like( '_transient_care_widgets_' ) . '%' ) ) as $care_widgets_name ) {
		delete_transient( substr( $care_widgets_name, strlen( '_transient_' ) ) );
	}
}

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $care_widgets_site ) {
		switch_to_blog( $care_widgets_site );
		care_widgets_uninstall_site();
		restore_current_blog();
	}
} else {
	care_widgets_uninstall_site();
}

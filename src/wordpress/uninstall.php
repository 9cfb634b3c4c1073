<?php
/**
 * Removes the settings, every kept answer and every copy of a picture, on each site of a network. What editors wrote about
 * reviews stays with their posts: it is content, and its loss could not be undone. Two copies may go in one request: nothing
 * here has a name.
 *
 * @package care-widgets
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

( static function (): void {
	$clean = static function (): void {
		global $wpdb;
		$active = array_merge( (array) get_option( 'active_plugins' ), array_keys( (array) get_site_option( 'active_sitewide_plugins' ) ) );
		foreach ( $active as $file ) {
			// the settings are those of another copy, which stays in use
			if ( 'care-widgets.php' === basename( $file ) && basename( __DIR__ ) !== dirname( $file ) ) {
				return;
			}
		}
		delete_option( 'care_widgets' );
		wp_unschedule_hook( 'care_widgets_renew' );
		wp_unschedule_hook( 'care_widgets_pictures' );
		$folder = wp_upload_dir( null, false )['basedir'] . '/care-widgets';
		foreach ( (array) glob( "$folder/*" ) as $file ) {
			wp_delete_file( $file );
		}
		if ( is_dir( $folder ) ) {
			// phpcs:ignore WordPress.WP.AlternativeFunctions, WordPress.PHP.NoSilencedErrors -- what somebody else put there stays
			@rmdir( $folder );
		}
		// a time without its transient is left where the value could not be written: WordPress itself never deletes it
		foreach ( array( '_transient_care_widgets_', '_transient_timeout_care_widgets_' ) as $prefix ) {
			// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- there is no function that deletes transients by prefix
			foreach ( $wpdb->get_col( $wpdb->prepare( "SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE %s", $wpdb->esc_like( $prefix ) . '%' ) ) as $name ) {
				delete_option( $name );
			}
		}
	};
	if ( ! is_multisite() ) {
		$clean();
		return;
	}
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $site ) {
		switch_to_blog( $site );
		$clean();
		restore_current_blog();
	}
} )();

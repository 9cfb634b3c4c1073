<?php
/**
 * The settings page, with a test of the endpoint.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

function care_widgets_register_settings(): void {
	register_setting( 'care_widgets', 'care_widgets', array( 'type' => 'object', 'sanitize_callback' => 'care_widgets_sanitise_options', 'show_in_rest' => false ) );
}
add_action( 'admin_init', 'care_widgets_register_settings' );

/** Regions with a crisis line, as the element's attribute takes them, with their names. */
function care_widgets_regions(): array {
	return array(
		'us'   => __( 'United States', 'care-widgets' ),
		'ca'   => __( 'Canada', 'care-widgets' ),
		'gb'   => __( 'United Kingdom', 'care-widgets' ),
		'ie'   => __( 'Ireland', 'care-widgets' ),
		'eu'   => __( 'European Union', 'care-widgets' ),
		'au'   => __( 'Australia', 'care-widgets' ),
		'nz'   => __( 'New Zealand', 'care-widgets' ),
		'none' => __( 'No crisis lines', 'care-widgets' ),
	);
}

/** @param mixed $given */
function care_widgets_sanitise_options( $given ): array {
	$given    = is_array( $given ) ? $given : array();
	$text     = static function ( string $name ) use ( $given ): string {
		return isset( $given[ $name ] ) && is_scalar( $given[ $name ] ) ? sanitize_text_field( (string) $given[ $name ] ) : '';
	};
	$old      = care_widgets_options();
	$endpoint = (string) care_widgets_safe_url( $text( 'endpoint' ) );
	if ( '' === $endpoint && '' !== $text( 'endpoint' ) ) {
		add_settings_error( 'care_widgets', 'endpoint', __( 'The endpoint is no web address; the old one stays.', 'care-widgets' ) );
		$endpoint = $old['endpoint'];
	}
	if ( $endpoint !== $old['endpoint'] ) {
		care_widgets_forget();
	}
	if ( $old['pictures'] && empty( $given['pictures'] ) ) {
		// kept for a day: pages that have been sent, or lie in a cache, show the copies
		wp_schedule_single_event( time() + DAY_IN_SECONDS, 'care_widgets_pictures', array( 'off' ) );
	}
	$page = absint( $text( 'article_page' ) );
	if ( $page !== $old['article_page'] ) {
		// the rules are written anew with the next request
		delete_option( 'rewrite_rules' );
	}
	return array(
		'endpoint'      => $endpoint,
		'plain'         => array_key_exists( 'plain', $given ) ? (bool) $given['plain'] : ( $endpoint === $old['endpoint'] && $old['plain'] ),
		'theme'         => in_array( $text( 'theme' ), array( 'light', 'dark', 'auto' ), true ) ? $text( 'theme' ) : '',
		'look'          => in_array( $text( 'look' ), array( 'calm', 'clinical', 'editorial' ), true ) ? $text( 'look' ) : '',
		'density'       => in_array( $text( 'density' ), array( 'compact', 'roomy' ), true ) ? $text( 'density' ) : '',
		'article_page'  => 'page' === get_post_type( $page ) ? $page : 0,
		'crisis_region' => isset( care_widgets_regions()[ $text( 'crisis_region' ) ] ) ? $text( 'crisis_region' ) : '',
		'classic'       => ! empty( $given['classic'] ),
		'pictures'      => ! empty( $given['pictures'] ),
	);
}

function care_widgets_settings_menu(): void {
	add_options_page( __( 'Care Widgets', 'care-widgets' ), __( 'Care Widgets', 'care-widgets' ), 'manage_options', 'care-widgets', 'care_widgets_settings_page' );
}
add_action( 'admin_menu', 'care_widgets_settings_menu' );

/** Asks the endpoint and says what it met. Keeps which kind of URL answers. */
function care_widgets_test_endpoint(): void {
	if ( ! current_user_can( 'manage_options' ) ) {
		wp_die( esc_html__( 'You may not do this.', 'care-widgets' ), '', array( 'response' => 403 ) );
	}
	check_admin_referer( 'care_widgets_test' );
	$endpoint = care_widgets_endpoint();
	$met      = 'none';
	if ( care_widgets_is_own( $endpoint ) ) {
		$met = 'own';
	} else {
		foreach ( array( 'pretty' => false, 'plain' => true ) as $kind => $is_plain ) {
			$answer = care_widgets_ask( care_widgets_rest_url( $endpoint, 'posts', array( 'per_page' => '1', '_fields' => 'id' ), $is_plain ) );
			if ( null !== $answer['list'] && 200 === $answer['status'] ) {
				$met = $kind;
				update_option( 'care_widgets', array( 'plain' => $is_plain ) + care_widgets_options() );
				care_widgets_forget();
				break;
			}
			if ( 'none' === $met || $answer['status'] ) {
				$met = (string) $answer['status'];
			}
		}
	}
	wp_safe_redirect( add_query_arg( array( 'page' => 'care-widgets', 'met' => rawurlencode( $met ) ), admin_url( 'options-general.php' ) ) );
	exit;
}
add_action( 'admin_post_care_widgets_test', 'care_widgets_test_endpoint' );

function care_widgets_test_words( string $met ): string {
	switch ( $met ) {
		case 'own':
			return __( 'The articles are this site’s own. They are read without a request.', 'care-widgets' );
		case 'pretty':
			return __( 'The site answers at /wp-json/.', 'care-widgets' );
		case 'plain':
			return __( 'The site answers at ?rest_route=. This address is kept.', 'care-widgets' );
		case '0':
			return __( 'The site does not answer.', 'care-widgets' );
	}
	/* translators: %d: HTTP status, such as 404. */
	return sprintf( __( 'The site answers, but with no list of posts (status %d).', 'care-widgets' ), (int) $met );
}

function care_widgets_select( string $name, array $choices, string $chosen ): void {
	echo '<select id="care-' . esc_attr( $name ) . '" name="care_widgets[' . esc_attr( $name ) . ']">';
	foreach ( $choices as $value => $words ) {
		echo '<option value="' . esc_attr( $value ) . '"' . selected( $chosen, (string) $value, false ) . '>' . esc_html( $words ) . '</option>';
	}
	echo '</select>';
}

function care_widgets_settings_page(): void {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	$options = care_widgets_options();
	// phpcs:ignore WordPress.Security.NonceVerification -- words only
	$met = isset( $_GET['met'] ) ? sanitize_key( wp_unslash( $_GET['met'] ) ) : '';
	?>
	<div class="wrap">
		<h1><?php echo esc_html__( 'Care Widgets', 'care-widgets' ); ?></h1>
		<?php if ( '' !== $met ) : ?>
			<div class="notice notice-info"><p><?php echo esc_html( care_widgets_test_words( $met ) ); ?></p></div>
		<?php endif; ?>
		<form method="post" action="options.php">
			<?php settings_fields( 'care_widgets' ); ?>
			<table class="form-table" role="presentation">
				<tr>
					<th scope="row"><label for="care-endpoint"><?php echo esc_html__( 'Site whose articles are shown', 'care-widgets' ); ?></label></th>
					<td><input id="care-endpoint" class="regular-text" type="url" name="care_widgets[endpoint]" value="<?php echo esc_attr( $options['endpoint'] ); ?>" placeholder="<?php echo esc_attr( home_url( '/' ) ); ?>">
					<p class="description"><?php echo esc_html__( 'Empty: this site.', 'care-widgets' ); ?></p></td>
				</tr>
				<tr>
					<th scope="row"><label for="care-article_page"><?php echo esc_html__( 'Article page', 'care-widgets' ); ?></label></th>
					<td>
					<?php
					wp_dropdown_pages(
						array(
							'id'               => 'care-article_page',
							'name'             => 'care_widgets[article_page]',
							'selected'         => (int) $options['article_page'],
							'exclude'          => array( care_widgets_posts_page() ),
							'show_option_none' => esc_html__( 'None: links lead to the source', 'care-widgets' ),
						)
					);
					?>
					<p class="description">
					<?php
					/* translators: %s: name of the block, such as "Care: Article". */
					echo esc_html( sprintf( __( 'A page with the block "%s". Links to articles lead below it.', 'care-widgets' ), care_widgets_block_title( 'care-article' ) ) );
					?>
					</p></td>
				</tr>
				<tr>
					<th scope="row"><label for="care-theme"><?php echo esc_html__( 'Colors', 'care-widgets' ); ?></label></th>
					<td><?php care_widgets_select( 'theme', array( '' => __( 'As the page', 'care-widgets' ), 'light' => __( 'Light', 'care-widgets' ), 'dark' => __( 'Dark', 'care-widgets' ), 'auto' => __( 'As the visitor’s device', 'care-widgets' ) ), $options['theme'] ); ?></td>
				</tr>
				<tr>
					<th scope="row"><label for="care-look"><?php echo esc_html__( 'Look', 'care-widgets' ); ?></label></th>
					<td><?php care_widgets_select( 'look', array( '' => __( 'As the page', 'care-widgets' ), 'calm' => __( 'Calm: green and round', 'care-widgets' ), 'clinical' => __( 'Clinical: blue and narrow', 'care-widgets' ), 'editorial' => __( 'Editorial: russet and square', 'care-widgets' ) ), $options['look'] ); ?></td>
				</tr>
				<tr>
					<th scope="row"><label for="care-density"><?php echo esc_html__( 'Space', 'care-widgets' ); ?></label></th>
					<td><?php care_widgets_select( 'density', array( 'compact' => __( 'Compact', 'care-widgets' ), '' => __( 'Regular', 'care-widgets' ), 'roomy' => __( 'Roomy', 'care-widgets' ) ), $options['density'] ); ?></td>
				</tr>
				<tr>
					<th scope="row"><label for="care-crisis_region"><?php echo esc_html__( 'Region of crisis lines', 'care-widgets' ); ?></label></th>
					<td><?php care_widgets_select( 'crisis_region', array( '' => __( 'As each block says', 'care-widgets' ) ) + care_widgets_regions(), $options['crisis_region'] ); ?></td>
				</tr>
				<tr>
					<th scope="row"><?php echo esc_html__( 'Pictures', 'care-widgets' ); ?></th>
					<td><label><input type="checkbox" name="care_widgets[pictures]" value="1"<?php checked( $options['pictures'] ); ?>> <?php echo esc_html__( 'Keep copies of the other site’s pictures here', 'care-widgets' ); ?></label>
					<p class="description"><?php echo esc_html__( 'Visitors’ browsers then load no pictures from the other site; the copies take room in the uploads folder.', 'care-widgets' ); ?></p>
					<?php if ( $options['pictures'] && ! care_widgets_can_keep_pictures() ) : ?>
						<p><strong><?php echo esc_html__( 'The uploads folder cannot be written: pictures still come from the other site.', 'care-widgets' ); ?></strong></p>
					<?php endif; ?></td>
				</tr>
				<tr>
					<th scope="row"><?php echo esc_html__( 'Script', 'care-widgets' ); ?></th>
					<td><label><input type="checkbox" name="care_widgets[classic]" value="1"<?php checked( $options['classic'] ); ?>> <?php echo esc_html__( 'One classic file, for sites whose optimiser joins scripts', 'care-widgets' ); ?></label></td>
				</tr>
			</table>
			<?php submit_button(); ?>
		</form>
		<form method="post" action="<?php echo esc_url( admin_url( 'admin-post.php' ) ); ?>">
			<input type="hidden" name="action" value="care_widgets_test">
			<?php wp_nonce_field( 'care_widgets_test' ); ?>
			<?php submit_button( __( 'Test the saved site', 'care-widgets' ), 'secondary', 'submit', false ); ?>
		</form>
	</div>
	<?php
}

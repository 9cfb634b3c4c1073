<?php
/**
 * The list of articles whose review is due: Posts, "Reviews due".
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

function care_widgets_due_menu(): void {
	add_posts_page( __( 'Reviews due', 'care-widgets' ), __( 'Reviews due', 'care-widgets' ), 'edit_others_posts', 'care-widgets-due', 'care_widgets_due_page' );
}
add_action( 'admin_menu', 'care_widgets_due_menu' );

function care_widgets_due_page(): void {
	if ( ! current_user_can( 'edit_others_posts' ) ) {
		return;
	}
	$posts = get_posts(
		array(
			'posts_per_page' => 100,
			'meta_key'       => CARE_WIDGETS_META['review_due'], // phpcs:ignore WordPress.DB.SlowDBQuery
			'meta_value'     => wp_date( 'Y-m-d' ), // phpcs:ignore WordPress.DB.SlowDBQuery
			'meta_compare'   => '<=',
			'orderby'        => 'meta_value',
			'order'          => 'ASC',
		)
	);
	echo '<div class="wrap"><h1>' . esc_html__( 'Reviews due', 'care-widgets' ) . '</h1>';
	if ( ! $posts ) {
		echo '<p>' . esc_html__( 'No review is due today.', 'care-widgets' ) . '</p></div>';
		return;
	}
	echo '<table class="widefat striped"><thead><tr><th scope="col">' . esc_html__( 'Article', 'care-widgets' ) . '</th><th scope="col">' . esc_html__( 'Next review due', 'care-widgets' ) . '</th></tr></thead><tbody>';
	foreach ( $posts as $post ) {
		echo '<tr><td><a href="' . esc_url( (string) get_edit_post_link( $post->ID ) ) . '">' . esc_html( get_the_title( $post ) ) . '</a></td><td>' . esc_html( (string) get_post_meta( $post->ID, CARE_WIDGETS_META['review_due'], true ) ) . '</td></tr>';
	}
	echo '</tbody></table></div>';
}

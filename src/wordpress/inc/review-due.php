<?php
/**
 * The list of articles whose review is due: Posts, "Reviews due".
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

const CARE_WIDGETS_DUE_PER_PAGE = 50;

function care_widgets_due_menu(): void {
	add_posts_page( __( 'Reviews due', 'care-widgets' ), __( 'Reviews due', 'care-widgets' ), 'edit_others_posts', 'care-widgets-due', 'care_widgets_due_page' );
}
add_action( 'admin_menu', 'care_widgets_due_menu' );

function care_widgets_due_page(): void {
	if ( ! current_user_can( 'edit_others_posts' ) ) {
		return;
	}
	$query = new WP_Query(
		array(
			'post_type'      => 'post',
			'post_status'    => 'publish',
			'posts_per_page' => CARE_WIDGETS_DUE_PER_PAGE,
			// phpcs:ignore WordPress.Security.NonceVerification -- which page is read changes nothing
			'paged'          => isset( $_GET['paged'] ) && is_string( $_GET['paged'] ) ? max( 1, absint( $_GET['paged'] ) ) : 1,
			'meta_key'       => CARE_WIDGETS_META['review_due'], // phpcs:ignore WordPress.DB.SlowDBQuery
			'meta_value'     => wp_date( 'Y-m-d' ), // phpcs:ignore WordPress.DB.SlowDBQuery
			'meta_compare'   => '<=',
			// many are due on one day: without a second order some would stand on two pages, and others on none
			'orderby'        => array( 'meta_value' => 'ASC', 'ID' => 'ASC' ),
			'ignore_sticky_posts' => true,
		)
	);
	$total = $query->found_posts ? ' <span class="title-count">' . esc_html( number_format_i18n( $query->found_posts ) ) . '</span>' : '';
	// phpcs:ignore WordPress.Security.EscapeOutput -- escaped where it is made
	echo '<div class="wrap"><h1>' . esc_html__( 'Reviews due', 'care-widgets' ) . $total . '</h1>';
	if ( ! $query->found_posts ) {
		echo '<p>' . esc_html__( 'No review is due today.', 'care-widgets' ) . '</p></div>';
		return;
	}
	echo '<table class="widefat fixed striped"><thead><tr><th scope="col">' . esc_html__( 'Article', 'care-widgets' ) . '</th><th scope="col">' . esc_html__( 'Next review due', 'care-widgets' ) . '</th></tr></thead><tbody>';
	foreach ( $query->posts as $post ) {
		$day = (string) get_post_meta( $post->ID, CARE_WIDGETS_META['review_due'], true );
		// who may read all posts may not always edit them
		$link  = (string) get_edit_post_link( $post->ID );
		$title = _draft_or_post_title( $post );
		echo '<tr><td>' . ( '' === $link ? esc_html( $title ) : '<a href="' . esc_url( $link ) . '">' . esc_html( $title ) . '</a>' ) . '</td><td><time datetime="' . esc_attr( $day ) . '">' . esc_html( mysql2date( get_option( 'date_format' ), $day ) ) . '</time></td></tr>';
	}
	echo '</tbody></table>';
	$links = paginate_links( array( 'base' => add_query_arg( 'paged', '%#%' ), 'format' => '', 'current' => $query->get( 'paged' ), 'total' => $query->max_num_pages ) );
	if ( $links ) {
		echo '<div class="tablenav"><div class="tablenav-pages">' . wp_kses_post( $links ) . '</div></div>';
	}
	echo '</div>';
}

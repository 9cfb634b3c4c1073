<?php
/**
 * The box in which editors fill the fields in: a plain meta box, which both editors show.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

function care_widgets_add_review_box(): void {
	add_meta_box( 'care-widgets-review', __( 'Professional review', 'care-widgets' ), 'care_widgets_review_box', 'post', 'side' );
}
add_action( 'add_meta_boxes_post', 'care_widgets_add_review_box' );

function care_widgets_review_box( WP_Post $post ): void {
	wp_nonce_field( 'care_widgets_review', 'care_widgets_review_nonce' );
	?>
	<p><label for="care-reviewers"><?php echo esc_html__( 'Reviewers, one a line: Jane Roe, MS, LPC | https://…', 'care-widgets' ); ?></label>
	<textarea id="care-reviewers" name="care_widgets_review[reviewers]" rows="3" class="widefat"><?php echo esc_textarea( (string) get_post_meta( $post->ID, CARE_WIDGETS_META['reviewers'], true ) ); ?></textarea></p>
	<p><label for="care-reviewed"><?php echo esc_html__( 'Reviewed on', 'care-widgets' ); ?></label>
	<input id="care-reviewed" type="date" name="care_widgets_review[reviewed_at]" class="widefat" value="<?php echo esc_attr( (string) get_post_meta( $post->ID, CARE_WIDGETS_META['reviewed_at'], true ) ); ?>"></p>
	<p><label for="care-due"><?php echo esc_html__( 'Next review due', 'care-widgets' ); ?></label>
	<input id="care-due" type="date" name="care_widgets_review[review_due]" class="widefat" value="<?php echo esc_attr( (string) get_post_meta( $post->ID, CARE_WIDGETS_META['review_due'], true ) ); ?>"></p>
	<p><label><input type="checkbox" name="care_widgets_review[withdrawn]" value="1"<?php checked( (string) get_post_meta( $post->ID, CARE_WIDGETS_META['withdrawn'], true ), '1' ); ?>> <?php echo esc_html__( 'Withdrawn: widgets on other sites no longer show it', 'care-widgets' ); ?></label></p>
	<?php
}

function care_widgets_save_review( int $post ): void {
	$nonce = isset( $_POST['care_widgets_review_nonce'] ) ? sanitize_key( wp_unslash( $_POST['care_widgets_review_nonce'] ) ) : '';
	if ( ! wp_verify_nonce( $nonce, 'care_widgets_review' ) || ! current_user_can( 'edit_post', $post ) || wp_is_post_revision( $post ) ) {
		return;
	}
	// plugins save further posts on the way, such as translations: the box is that of the post whose form was sent
	if ( isset( $_POST['post_ID'] ) && absint( $_POST['post_ID'] ) !== $post ) {
		return;
	}
	// phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- each field has its sanitize_callback, see review-fields.php
	$given = isset( $_POST['care_widgets_review'] ) && is_array( $_POST['care_widgets_review'] ) ? wp_unslash( $_POST['care_widgets_review'] ) : array();
	foreach ( CARE_WIDGETS_META as $name => $key ) {
		$value = is_string( $given[ $name ] ?? null ) ? $given[ $name ] : '';
		if ( '' === sanitize_meta( $key, $value, 'post', 'post' ) ) {
			delete_post_meta( $post, $key );
		} else {
			update_post_meta( $post, $key, wp_slash( $value ) );
		}
	}
}
add_action( 'save_post_post', 'care_widgets_save_review' );

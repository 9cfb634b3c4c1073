<?php
/**
 * Plugin Name:       Care Widgets
 * Description:       Articles, cards, lists, contact and newsletter of a treatment clinic as blocks and shortcodes, with their text in the page; and fields that say who reviewed a post and when.
 * Version:           {version}
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            care-widgets
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       care-widgets
 * Domain Path:       /languages
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

// a second copy in another folder must not end the site with "cannot redeclare"
if ( defined( 'CARE_WIDGETS_FILE' ) ) {
	return;
}
define( 'CARE_WIDGETS_FILE', __FILE__ );

foreach ( array( 'html', 'urls', 'phone', 'words', 'context', 'parts', 'card', 'navigation', 'author', 'body', 'article', 'structured-data', 'source-address' ) as $care_widgets_part ) {
	require __DIR__ . "/inc/render/$care_widgets_part.php";
}
foreach ( array( 'options', 'rewrite-tags', 'text', 'pictures', 'tree', 'repair', 'sanitise', 'posts', 'fetch', 'source', 'script', 'theme-tokens', 'widgets', 'shortcodes', 'hand-written', 'blocks', 'virtual-page', 'seo-plugins', 'settings', 'kses', 'review-fields', 'review-rest', 'review-box', 'review-due' ) as $care_widgets_part ) {
	require __DIR__ . "/inc/$care_widgets_part.php";
}
unset( $care_widgets_part );

register_activation_hook( __FILE__, 'care_widgets_activate' );
register_deactivation_hook( __FILE__, 'care_widgets_deactivate' );

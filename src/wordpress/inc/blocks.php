<?php
/**
 * `care-widgets/article`: a block for every element. From WordPress 7.0 on PHP is enough for those that hold no blocks of the
 * page's author; editor.js shows these, and before 7.0 all.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** `heading-level` as blocks spell attributes. */
function care_widgets_camel( string $name ): string {
	return lcfirst( str_replace( '-', '', ucwords( $name, '-' ) ) );
}

/** What the elements' manifest says of an element or an attribute, in the language of the editor. */
function care_widgets_manifest_words( string $words ): string {
	// phpcs:ignore WordPress.WP.I18n.NonSingularStringLiteralText -- each of them stands in the files of translations
	return __( $words, 'care-widgets' );
}

function care_widgets_block_title( string $tag ): string {
	/* translators: %s: name of an element, such as "Article list". */
	return sprintf( __( 'Care: %s', 'care-widgets' ), care_widgets_manifest_words( care_widgets_data( 'elements' )[ $tag ]['title'] ) );
}

function care_widgets_block_attributes( string $tag ): array {
	$attributes = array();
	foreach ( care_widgets_data( 'elements' )[ $tag ]['attributes'] as $name => $kind ) {
		$attribute = array( 'type' => $kind['type'], 'label' => care_widgets_manifest_words( $kind['label'] ), 'default' => 'boolean' === $kind['type'] ? false : '' );
		if ( ! empty( $kind['enum'] ) ) {
			$attribute['enum'] = array_merge( array( '' ), $kind['enum'] );
		}
		$attributes[ care_widgets_camel( $name ) ] = $attribute;
	}
	if ( 'care-article' === $tag ) {
		$attributes['indexable'] = array( 'type' => 'boolean', 'label' => __( 'Search engines may list this page although the article is another site’s.', 'care-widgets' ), 'default' => false );
	}
	return $attributes;
}

function care_widgets_register_blocks(): void {
	wp_register_script( 'care-widgets-editor', plugins_url( 'editor.js', CARE_WIDGETS_FILE ), array( 'wp-blocks', 'wp-element', 'wp-data', 'wp-block-editor', 'wp-components', 'wp-server-side-render' ), (string) care_widgets_data( 'about' )['version'], true );
	// the look that the text has without the script, which the editor does not run
	wp_register_style( 'care-widgets-editor', care_widgets_asset( 'care-widgets.css' ), array(), (string) care_widgets_data( 'about' )['version'] );
	wp_register_style( 'care-widgets-editor-looks', care_widgets_asset( 'care-widgets.looks.css' ), array( 'care-widgets-editor' ), (string) care_widgets_data( 'about' )['version'] );
	$by_script = array();
	// what a block of settings says to those in it
	$settings = array();
	foreach ( array_keys( care_widgets_data( 'elements' )['care-config']['attributes'] ) as $name ) {
		$settings[ "care-widgets/$name" ] = care_widgets_camel( $name );
	}
	foreach ( care_widgets_data( 'elements' ) as $tag => $element ) {
		$name  = 'care-widgets/' . substr( $tag, 5 );
		$block = array(
			'api_version'     => is_wp_version_compatible( '6.3' ) ? 3 : 2,
			'title'           => care_widgets_block_title( $tag ),
			'description'     => care_widgets_manifest_words( $element['description'] ),
			'category'        => 'widgets',
			'icon'            => 'heart',
			'attributes'      => care_widgets_block_attributes( $tag ),
			'editor_style_handles' => array( 'care-widgets-editor', 'care-widgets-editor-looks' ),
			'supports'        => array( 'html' => false, 'align' => array( 'wide', 'full' ), 'spacing' => array( 'margin' => true ), 'interactivity' => array( 'clientNavigation' => true ) ),
			'provides_context' => 'care-config' === $tag ? $settings : array(),
			'uses_context'    => array_keys( $settings ),
			'render_callback' => static function ( $given, $inside = '', $block = null ) use ( $tag, $settings ): string {
				$attributes = array();
				foreach ( array_keys( care_widgets_block_attributes( $tag ) ) as $name ) {
					$attributes[ strtolower( (string) preg_replace( '/[A-Z]/', '-$0', $name ) ) ] = $given[ $name ] ?? null;
				}
				$around = array();
				foreach ( array_keys( $settings ) as $name ) {
					$around[ substr( $name, strlen( 'care-widgets/' ) ) ] = $block->context[ $name ] ?? null;
				}
				return '<div ' . get_block_wrapper_attributes() . '>' . care_widgets_widget( $tag, $attributes, (string) $inside, $around ) . '</div>';
			},
		);
		if ( is_wp_version_compatible( '7.0' ) && ! $element['holds'] ) {
			$block['supports']['autoRegister'] = true;
		} else {
			$block['editor_script_handles'] = array( 'care-widgets-editor' );
		}
		$registered = register_block_type( $name, $block );
		if ( $registered && in_array( 'care-widgets-editor', $registered->editor_script_handles, true ) ) {
			$by_script[ $name ] = array( 'attributes' => care_widgets_block_attributes( $tag ), 'holds' => $element['holds'], 'preview' => $element['preview'] );
		}
	}
	wp_add_inline_script( 'care-widgets-editor', 'window.careWidgetsBlocks = ' . wp_json_encode( $by_script ) . ';', 'before' );
}
add_action( 'init', 'care_widgets_register_blocks' );

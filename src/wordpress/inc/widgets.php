<?php
/**
 * An element as it stands in the page: its tag, its settings, and its text where that can be had.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** Attributes of an element that may be written: those the library knows, with values that are text. */
function care_widgets_known_attributes( string $tag, array $given ): array {
	$known      = care_widgets_data( 'elements' )[ $tag ]['attributes'];
	$attributes = array();
	foreach ( $known as $name => $kind ) {
		$value = $given[ $name ] ?? null;
		if ( 'boolean' === $kind['type'] ) {
			if ( true === $value || ( is_string( $value ) && ! in_array( strtolower( $value ), array( '', '0', 'false', 'no' ), true ) ) ) {
				$attributes[ $name ] = '';
			}
		} elseif ( ( is_string( $value ) || is_numeric( $value ) ) && '' !== trim( (string) $value ) ) {
			// WordPress writes `&amp;` into blocks of authors without `unfiltered_html`, and into shortcodes of most
			$attributes[ $name ] = trim( wp_specialchars_decode( (string) $value, ENT_QUOTES ) );
		}
	}
	return $attributes;
}

/** Where links to articles lead: the page that the settings name, as a template. */
function care_widgets_article_template(): ?string {
	$page = care_widgets_article_page();
	$link = $page && 'publish' === get_post_status( $page ) ? get_permalink( $page ) : false;
	if ( ! $link ) {
		return null;
	}
	// the front page has no URL below which others could lie
	$is_pretty = get_option( 'permalink_structure' ) && ! ( 'page' === get_option( 'show_on_front' ) && (int) get_option( 'page_on_front' ) === $page );
	return $is_pretty ? user_trailingslashit( trailingslashit( $link ) . '{slug}' ) : $link . ( strpos( $link, '?' ) ? '&' : '?' ) . 'article={slug}';
}

/** What holds for every element of a page that does not say otherwise: the settings that are set, by the names of attributes. */
function care_widgets_page_settings(): array {
	$options = care_widgets_options();
	return array_filter(
		array(
			'endpoint'    => care_widgets_endpoint(),
			'locale'      => care_widgets_page_locale(),
			'theme'       => $options['theme'],
			'look'        => $options['look'],
			'density'     => $options['density'],
			'article-url' => care_widgets_article_template(),
		)
	);
}

/** What an element shows, or null. */
function care_widgets_content( string $tag, string $endpoint, Care_Widgets_Context $context ): ?array {
	switch ( $tag ) {
		case 'care-article':
			return care_widgets_get_article( $endpoint, $context, true );
		case 'care-article-card':
		case 'care-author':
			return care_widgets_get_article( $endpoint, $context, false );
		case 'care-article-list':
			return care_widgets_get_articles( $endpoint, $context );
		case 'care-post-nav':
			return care_widgets_get_neighbors( $endpoint, $context );
		case 'care-categories':
			return care_widgets_get_categories( $endpoint );
	}
	return null;
}

/** Plain words or a link for when there is no text and no script. */
function care_widgets_fallback( string $tag, string $endpoint, Care_Widgets_Context $context ): array {
	if ( 'care-contact' === $tag ) {
		$phone = $context->read( 'phone' );
		return null === $phone ? array() : array( care_widgets_element( 'a', array( 'href' => care_widgets_tel( $phone, (string) $context->read( 'crisis-region' ) ) ), $context->say( 'Call {number}', array( 'number' => $context->read( 'phone-label' ) ?? $phone ) ) ) );
	}
	if ( 'care-newsletter' === $tag ) {
		$href = care_widgets_safe_url( $context->read( 'service-url' ) );
		return null === $href ? array() : array( care_widgets_element( 'a', array( 'href' => $href ), $context->say( 'Sign up for our newsletter' ) ) );
	}
	if ( in_array( $tag, array( 'care-config', 'care-urgent' ), true ) ) {
		return array();
	}
	$slug = $context->read( 'slug' );
	$site = care_widgets_site_address( $endpoint );
	// where the article stands is not known; a WordPress finds it by its name. The page of it here has no text either, or is this one
	$href = null !== $slug ? "$site?name=" . care_widgets_encode( $slug ) : $site;
	return array( care_widgets_element( 'a', array( 'href' => $href ), $context->say( 'Read it on {site}', array( 'site' => care_widgets_url_parts( $site )['host'] ) ) ) );
}

/**
 * HTML in which WordPress finds no shortcode. It looks for them in what blocks have written, more than once where templates
 * nest: brackets in a text of another site, or in a URL that a visitor asks for, would run code of this one.
 */
function care_widgets_without_brackets( string $html ): string {
	$pieces = (array) preg_split( '~(<script\b.*?</script>)~s', $html, -1, PREG_SPLIT_DELIM_CAPTURE );
	foreach ( $pieces as $at => $piece ) {
		// in JSON a bracket outside of a string is never followed by a name
		$pieces[ $at ] = $at % 2 ? preg_replace( '~\[(?![\s\[\]{}"])~', '\\\\u005b', (string) $piece ) : str_replace( '[', '&#x5b;', (string) $piece );
	}
	return implode( '', $pieces );
}

/** The URL of the page that is shown. */
function care_widgets_page_address(): ?string {
	return care_widgets_safe_url( home_url( (string) wp_parse_url( isset( $_SERVER['REQUEST_URI'] ) ? esc_url_raw( wp_unslash( $_SERVER['REQUEST_URI'] ) ) : '/', PHP_URL_PATH ) ) );
}

/** The ids of the page so far: no two texts may have the same. @return array<string,true> */
function &care_widgets_page_ids(): array {
	static $ids = array();
	return $ids;
}

/**
 * Plugins render the text of a page before the page, to describe it in the head: headings would have other ids with them, and
 * links to these lead nowhere. A theme of blocks has rendered its page when the head is written, and keeps them.
 *
 * @param mixed $template
 * @return mixed
 */
function care_widgets_forget_ids( $template = null ) {
	if ( 'wp_head' !== current_filter() || ! wp_is_block_theme() ) {
		$ids = &care_widgets_page_ids();
		$ids = array();
	}
	return $template;
}
add_filter( 'template_include', 'care_widgets_forget_ids', PHP_INT_MAX );
add_action( 'wp_head', 'care_widgets_forget_ids', PHP_INT_MAX );

/**
 * HTML of an element. Everything in it is escaped where it is made: see render/html.php.
 *
 * @param array  $given  Attributes as an editor or a shortcode gives them.
 * @param string $inside HTML of the page's own author, for elements that show it: sanitised, or rendered by WordPress.
 * @param array  $around Attributes of the `care-config` around it: nearer than the settings of the site.
 */
function care_widgets_widget( string $tag, array $given, string $inside = '', array $around = array() ): string {
	static $depth = 0;
	$ids          = &care_widgets_page_ids();
	$attributes   = care_widgets_known_attributes( $tag, $given );
	$endpoint     = care_widgets_endpoint();
	$options      = care_widgets_options();
	if ( in_array( $tag, array( 'care-article', 'care-author', 'care-post-nav' ), true ) && empty( $attributes['slug'] ) && empty( $attributes['article-id'] ) ) {
		$slug = care_widgets_requested_slug();
		if ( null !== $slug ) {
			$attributes['slug'] = $slug;
		}
	}
	if ( 'care-contact' === $tag && '' !== $options['crisis_region'] ) {
		$attributes += array( 'crisis-region' => $options['crisis_region'] );
	}
	$settings    = care_widgets_known_attributes( 'care-config', $around ) + care_widgets_page_settings();
	$attributes += $settings;
	$context     = new Care_Widgets_Context( $attributes, care_widgets_page_address(), $ids );
	$render      = 'care_widgets_render_' . str_replace( '-', '_', substr( $tag, 5 ) );
	$content     = null;
	// a post that shows itself would never end
	if ( function_exists( $render ) && 0 === $depth ) {
		++$depth;
		$content = care_widgets_content( $tag, $endpoint, $context );
		--$depth;
	}
	if ( 'care-article' === $tag && ! $context->has( 'excerpt-only' ) && $content && ! care_widgets_is_own( $endpoint ) && ( ! care_widgets_open_template_parts() || null !== care_widgets_requested_slug() ) ) {
		care_widgets_note_foreign( $content, ! empty( $given['indexable'] ) );
	}
	if ( $content && 'care-author' !== $tag && ! $context->has( 'without-image' ) ) {
		$content = care_widgets_with_copies( $content );
	}
	$rendered = '';
	$time     = $content['renderedAt'] ?? time();
	if ( 'care-categories' === $tag && $content ) {
		$content = $content['categories'];
	}
	if ( $content ) {
		$rendered = care_widgets_write( $render( $content, $context ) );
	} elseif ( 'care-benefits' === $tag && '' === trim( $inside ) && ! array_diff( array_keys( $attributes ), array_keys( $settings ) ) ) {
		$rendered = care_widgets_data( 'benefits' )[ substr( $context->locale, 0, 2 ) ];
	}
	if ( '' !== $rendered ) {
		$attributes['data-care-rendered'] = gmdate( 'Y-m-d\TH:i:s\Z', $time );
		$dress                            = care_widgets_dress( $attributes );
		if ( '' !== $dress ) {
			$attributes['data-care-dress'] = $dress;
			care_widgets_enqueue_sheet( 'care-widgets.looks' );
		}
	}
	if ( '' !== $rendered || '' === trim( $inside ) ) {
		$inside = care_widgets_without_brackets( '' !== $rendered ? $rendered : care_widgets_write( care_widgets_fallback( $tag, $endpoint, $context ) ) );
	}
	care_widgets_enqueue( $tag );
	$written = static function ( string $value ) {
		return '' === $value ? true : $value;
	};
	$empty   = care_widgets_element( $tag, array_map( $written, $attributes ) )['html'];
	$end     = "</$tag>";
	return care_widgets_without_brackets( substr( $empty, 0, -strlen( $end ) ) ) . $inside . $end;
}

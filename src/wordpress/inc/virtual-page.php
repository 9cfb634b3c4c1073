<?php
/**
 * The article page: `?article=slug` and `/page/slug/` below the page that the settings name, with the title, description,
 * status and canonical link of that article. A whole article of another site is not for search engines unless its block says so.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

function care_widgets_article_page_rule(): void {
	global $wp_rewrite;
	add_rewrite_tag( '%care_article%', '([^/]+)' );
	$page = care_widgets_article_page();
	$path = $page ? urldecode( (string) get_page_uri( $page ) ) : '';
	if ( '' === $path ) {
		return;
	}
	// URLs of the page itself: its feeds, how others embed it, its comments
	$own = implode( '|', array_merge( $wp_rewrite->feeds, array( 'embed', 'trackback', "$wp_rewrite->comments_pagination_base-\d+" ) ) );
	// WordPress looks for a root of `index.php/` at the very beginning
	$rule  = $wp_rewrite->root . preg_quote( $path, '#' ) . "/(?!(?:$own)/?$)([^/]+)/?$";
	$query = 'index.php?page_id=' . $page . '&care_article=$matches[1]';
	add_rewrite_rule( $rule, $query, 'top' );
	// written anew where the page was renamed or moved, or the rules were saved while the plugin was off: on a network nobody
	// activates it on each site
	$saved = get_option( 'rewrite_rules' );
	if ( is_array( $saved ) && ( $saved[ $rule ] ?? '' ) !== $query && get_transient( 'care_widgets_rule' ) !== $rule . $query ) {
		// once a minute: another plugin may take the rule out every time
		set_transient( 'care_widgets_rule', $rule . $query, MINUTE_IN_SECONDS );
		delete_option( 'rewrite_rules' );
	}
}
add_action( 'init', 'care_widgets_article_page_rule' );

/**
 * What this site itself has at the URL that was asked for, as the rules find it that come after that of the article page: a
 * page below it, a post whose URL begins as the page's does, an archive. Null where it has nothing.
 */
function care_widgets_own_query(): ?array {
	global $wp, $wp_rewrite;
	$request = $wp_rewrite->root . $wp->request;
	$path_of = static function ( string $address ): string {
		return untrailingslashit( urldecode( (string) wp_parse_url( $address, PHP_URL_PATH ) ) );
	};
	foreach ( (array) $wp_rewrite->wp_rewrite_rules() as $rule => $target ) {
		if ( strpos( $target, 'care_article=' ) || ! ( preg_match( "#^$rule#", $request, $match ) || preg_match( "#^$rule#", urldecode( $request ), $match ) ) ) {
			continue;
		}
		wp_parse_str( WP_MatchesMapRegex::apply( (string) preg_replace( '/^.+\?/', '', $target ), $match ), $query );
		$query = array_filter( $query );
		if ( isset( $query['pagename'] ) ) {
			$page = get_page_by_path( $query['pagename'] );
			if ( $page && care_widgets_article_page() !== $page->ID && in_array( $page->post_status, array( 'publish', 'private' ), true ) ) {
				return array( 'page_id' => $page->ID );
			}
			continue;
		}
		foreach ( get_post_types( array( 'publicly_queryable' => true ), 'objects' ) as $type ) {
			if ( $type->query_var && isset( $query[ $type->query_var ] ) ) {
				$query['post_type'] = $type->name;
				$query['name']      = $query[ $type->query_var ];
			}
		}
		$found = new WP_Query( array( 'fields' => 'ids', 'posts_per_page' => 1, 'no_found_rows' => true ) + $query );
		// a post is found by its name alone, wherever it stands
		if ( $found->posts && ( ! $found->is_singular() || $path_of( (string) get_permalink( $found->posts[0] ) ) === $path_of( home_url( $request ) ) ) ) {
			return $query;
		}
	}
	return null;
}

/** It comes before an article of that name. */
function care_widgets_prefer_own( array $query ): array {
	$page = care_widgets_article_page();
	if ( ! isset( $query['care_article'], $query['page_id'] ) || (int) $query['page_id'] !== $page ) {
		return $query;
	}
	return care_widgets_own_query() ?? $query;
}
add_filter( 'request', 'care_widgets_prefer_own' );

/** The slug that the URL of the article page names; null elsewhere. */
function care_widgets_requested_slug(): ?string {
	$page = care_widgets_article_page();
	if ( ! $page || ! did_action( 'wp' ) || ! is_page( $page ) ) {
		return null;
	}
	$slug = get_query_var( 'care_article' );
	if ( ! is_string( $slug ) || '' === $slug ) {
		// phpcs:ignore WordPress.Security.NonceVerification -- which text is read changes nothing
		$slug = isset( $_GET['article'] ) && is_string( $_GET['article'] ) ? sanitize_text_field( wp_unslash( $_GET['article'] ) ) : '';
	}
	$slug = care_widgets_lower( rawurldecode( $slug ) );
	return '' === $slug ? null : $slug;
}

/** The article of the article page; false where it does not exist, null where it is not known or not asked for. @return array|false|null */
function care_widgets_requested_article() {
	$slug = care_widgets_requested_slug();
	if ( null === $slug ) {
		return null;
	}
	// WordPress reads one article from any number of names ("a-b!", "a-b,c"): each would be asked for, kept for a week, and a page
	if ( rawurldecode( sanitize_title_with_dashes( remove_accents( $slug ), '', 'save' ) ) !== $slug ) {
		return false;
	}
	$endpoint   = care_widgets_endpoint();
	$parameters = array( 'slug' => $slug, 'per_page' => '1' ) + care_widgets_fields( true );
	$answer     = care_widgets_get( $endpoint, 'posts', $parameters );
	if ( $answer ) {
		$post = $answer['list'][0] ?? null;
		$article = $post ? care_widgets_map_post( $post, $endpoint, false ) : null;
		return $article && $slug === $article['slug'] ? $article : false;
	}
	return 410 === (int) get_transient( care_widgets_cache_key( $endpoint, 'posts', $parameters ) . '_failed' ) ? false : null;
}

/** Sends status 404 for an article that does not exist, before anything else is sent. */
function care_widgets_article_status(): void {
	$article = care_widgets_requested_article();
	if ( null === $article && null !== care_widgets_requested_slug() ) {
		// its text cannot be had now: no cache between here and the reader may keep a page without it
		nocache_headers();
	}
	if ( false === $article ) {
		global $wp_query;
		// before the page is forgotten: WordPress would guess another URL and lead there
		add_filter( 'redirect_canonical', '__return_false' );
		$wp_query->set_404();
		status_header( 404 );
		nocache_headers();
	}
}
add_action( 'template_redirect', 'care_widgets_article_status', 0 );

/** WordPress would lead /page/slug/ back to /page/. @param mixed $address */
function care_widgets_keep_address( $address ) {
	return null === care_widgets_requested_slug() ? $address : false;
}
add_filter( 'redirect_canonical', 'care_widgets_keep_address' );

function care_widgets_document_title( array $parts ): array {
	$article = care_widgets_requested_article();
	if ( $article && '' !== $article['title'] ) {
		$parts['title'] = $article['title'];
		if ( isset( $parts['tagline'] ) ) {
			// as front page, the title is the site's name
			$parts['site'] = get_bloginfo( 'name', 'display' );
			unset( $parts['tagline'] );
		}
	}
	return $parts;
}
add_filter( 'document_title_parts', 'care_widgets_document_title' );

/** How many template parts are being rendered. They stand on many pages: an article in a footer makes none of them that article's. */
function care_widgets_open_template_parts( int $more = 0 ): int {
	static $open = 0;
	$open += $more;
	return $open;
}

/** @param mixed $html */
function care_widgets_begin_template_part( $html, array $block ) {
	// what somebody else has rendered already does not come to an end
	if ( null === $html && 'core/template-part' === $block['blockName'] ) {
		care_widgets_open_template_parts( 1 );
	}
	return $html;
}
add_filter( 'pre_render_block', 'care_widgets_begin_template_part', PHP_INT_MAX, 2 );

/** @param mixed $html */
function care_widgets_end_template_part( $html ) {
	care_widgets_open_template_parts( -1 );
	return $html;
}
add_filter( 'render_block_core/template-part', 'care_widgets_end_template_part' );

/** The first whole foreign article of the page, as its block noted it or as the article page names it. */
function care_widgets_note_foreign( ?array $article = null, bool $is_indexable = false ): ?array {
	static $noted = null;
	if ( $article && null === $noted ) {
		$noted = array( 'url' => $article['url'], 'indexable' => $is_indexable );
	}
	return $noted;
}

/** The attributes of the first block of a whole article, in groups and patterns too. `$patterns`: those that were read. */
function care_widgets_find_article_block( array $blocks, array $patterns = array() ): ?array {
	foreach ( $blocks as $block ) {
		if ( 'care-widgets/article' === $block['blockName'] && empty( $block['attrs']['excerptOnly'] ) ) {
			return $block['attrs'];
		}
		$inside  = $block['innerBlocks'];
		$pattern = 'core/block' === $block['blockName'] ? absint( $block['attrs']['ref'] ?? 0 ) : 0;
		if ( $pattern && ! in_array( $pattern, $patterns, true ) ) {
			$patterns[] = $pattern;
			$inside     = parse_blocks( (string) get_post_field( 'post_content', $pattern ) );
		}
		$found = care_widgets_find_article_block( $inside, $patterns );
		if ( null !== $found ) {
			return $found;
		}
	}
	return null;
}

/** Blocks and shortcodes of a page are rendered after its head in classic themes: they are read from its content. */
function care_widgets_find_foreign(): ?array {
	if ( ! is_singular() || care_widgets_is_own( care_widgets_endpoint() ) ) {
		return null;
	}
	$noted   = care_widgets_note_foreign();
	$article = care_widgets_requested_article();
	$content = (string) get_post_field( 'post_content', get_queried_object_id() );
	if ( $noted ) {
		return $noted;
	}
	$block = care_widgets_find_article_block( parse_blocks( $content ) );
	if ( null === $block && preg_match( '/\[care_article\b(?!_)([^\]]*)\]/', $content, $match ) && ! preg_match( '/excerpt[-_]only/', $match[1] ) ) {
		$given = shortcode_parse_atts( $match[1] );
		$block = array( 'indexable' => false !== strpos( $match[1], 'indexable' ) ) + ( is_array( $given ) ? $given : array() );
	}
	// the article page itself, without the name of an article in its URL, shows none: it may be the page of a list
	if ( null === $block || ( null === care_widgets_requested_slug() && ! care_widgets_names_article( $block ) ) ) {
		return null;
	}
	return array( 'url' => $article ? $article['url'] : care_widgets_article_url( care_widgets_string( $block['slug'] ?? '' ) ), 'indexable' => ! empty( $block['indexable'] ) );
}

/** Whether a block or a shortcode says which article it shows, itself or by a parameter of the URL. */
function care_widgets_names_article( array $given ): bool {
	foreach ( $given as $name => $value ) {
		if ( preg_match( '/^(?:slug|article[-_]?id|slug[-_]?param)$/i', (string) $name ) && '' !== trim( care_widgets_string( $value ) ) ) {
			return true;
		}
	}
	return false;
}

function care_widgets_article_url( string $slug ): ?string {
	$article = '' === $slug ? null : care_widgets_get_article( care_widgets_endpoint(), new Care_Widgets_Context( array( 'slug' => $slug ) ), true );
	return $article['url'] ?? null;
}

/** Whether the page shows a whole article of another site that search engines are to find there, not here. */
function care_widgets_is_kept_from_search(): bool {
	$foreign = care_widgets_find_foreign();
	return $foreign && ! $foreign['indexable'];
}

function care_widgets_robots( array $robots ): array {
	return care_widgets_is_kept_from_search() ? array( 'noindex' => true, 'follow' => true ) + $robots : $robots;
}
add_filter( 'wp_robots', 'care_widgets_robots' );

/** @param mixed $url */
function care_widgets_canonical( $url ) {
	$foreign = care_widgets_find_foreign();
	if ( $foreign && $foreign['url'] ) {
		return $foreign['url'];
	}
	$article = care_widgets_requested_article();
	return $article && $article['url'] ? $article['url'] : $url;
}
add_filter( 'get_canonical_url', 'care_widgets_canonical' );

function care_widgets_description(): void {
	$article = care_widgets_requested_article();
	if ( $article && '' !== $article['excerpt'] && ! care_widgets_has_seo_plugin() ) {
		echo '<meta name="description" content="' . esc_attr( $article['excerpt'] ) . '">' . "\n";
	}
}
add_action( 'wp_head', 'care_widgets_description', 2 );

/** URLs that WordPress writes for the page, and that lead to the page: an article has none of that kind. @param mixed $given */
function care_widgets_without_page_address( $given ) {
	return null === care_widgets_requested_slug() ? $given : '';
}
add_filter( 'pre_get_shortlink', 'care_widgets_without_page_address' );
add_filter( 'oembed_discovery_links', 'care_widgets_without_page_address' );

/**
 * The URL of an article, pasted into a post of this site or of another, would become a card of the page.
 *
 * @param mixed $id
 */
function care_widgets_without_page_card( $id, string $address ) {
	$page = care_widgets_article_page();
	if ( ! $page || (int) $id !== $page ) {
		return $id;
	}
	wp_parse_str( (string) wp_parse_url( $address, PHP_URL_QUERY ), $query );
	$below = trailingslashit( (string) wp_parse_url( (string) get_permalink( $page ), PHP_URL_PATH ) );
	$path  = trailingslashit( (string) wp_parse_url( $address, PHP_URL_PATH ) );
	return isset( $query['article'] ) || ( $path !== $below && 0 === strpos( $path, $below ) ) ? 0 : $id;
}
add_filter( 'oembed_request_post_id', 'care_widgets_without_page_card', 10, 2 );

function care_widgets_activate(): void {
	care_widgets_article_page_rule();
	flush_rewrite_rules( false );
}

function care_widgets_deactivate(): void {
	wp_unschedule_hook( 'care_widgets_renew' );
	wp_unschedule_hook( 'care_widgets_pictures' );
	// written anew with the next request: in this one the plugin's own rule is still there
	delete_option( 'rewrite_rules' );
}

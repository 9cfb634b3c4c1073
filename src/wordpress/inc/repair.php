<?php
/**
 * Puts in order what publishing software leaves behind in a text, as `src/html/repair/` of the library does for elements:
 * what an element would not show must not stand in the rendered page.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** What plugins append to each post, and forms without their fields; as FURNITURE of the library's furniture.ts, without the cards of Ghost. */
const CARE_WIDGETS_FURNITURE = 'sharedaddy|sd-block|jp-relatedposts|jetpack-likes-widget-wrapper|wpcnt|addtoany_share_save_container|heateor_sss_sharing_container|essb_links|yarpp-related|crp_related|rmp-widgets-container|post-views|wpforms-container|wpcf7|gform_wrapper';

/** From the URL of a player's frame to the page that a reader can open; as PAGES of the library's embeds.ts. */
const CARE_WIDGETS_PLAYER_PAGES = array(
	'~^https?://(?:www\.)?youtube(?:-nocookie)?\.com/embed/~' => 'https://www.youtube.com/embed/',
	'~^(.{0,60}youtube\.com/)embed/videoseries\?(?:.*&)?list=([\w-]+).*~' => '$1playlist?list=$2',
	'~^(.{0,60}youtube\.com/)embed/live_stream\?(?:.*&)?channel=([\w-]+).*~' => '$1channel/$2/live',
	'~^(.{0,60}youtube\.com/)embed/([\w-]+).*~' => '$1watch?v=$2',
	'~^https?://player\.vimeo\.com/video/(\d+)\?(?:.*&)?h=(\w{6,}).*~' => 'https://vimeo.com/$1/$2',
	'~^https?://player\.vimeo\.com/video/(\d+).*~' => 'https://vimeo.com/$1',
	'~^(https?://open\.spotify\.com)/embed/~'       => '$1/',
	'~(?<!/)/embed/?(?:#\?secret.*)?$~'             => '/',
);

/** Characters of the longest ruby annotation: it cannot wrap. */
const CARE_WIDGETS_MAX_RUBY = 60;
/** Nodes of a caption; without a limit, text full of unclosed ones would be searched over and over. */
const CARE_WIDGETS_MAX_CAPTION = 30;

/** The name by which a reader knows the thing behind a URL: its file name, else its host. */
function care_widgets_name_of( string $address ): string {
	$parts = care_widgets_url_parts( $address );
	$file  = preg_match( '~(?<![^/])[^/]+\.\w{2,4}$~', $parts['path'], $match ) ? rawurldecode( $match[0] ) : '';
	return '' !== $file ? $file : (string) preg_replace( '/^www\./', '', $parts['host'] );
}

/**
 * A plain link, or within a link its words, for something that would load by itself.
 *
 * @param Care_Widgets_Node[] $above
 * @param string|null         $block What the prose rules draw it as: `video` or `embed`.
 */
function care_widgets_link_instead( string $href, string $words, array $above, ?string $block = null ): Care_Widgets_Node {
	$name = care_widgets_name_of( $href );
	$text = trim( $words ) ?: $name;
	foreach ( $above as $node ) {
		if ( 'a' === $node->name ) {
			return Care_Widgets_Node::text( $text );
		}
	}
	$attributes = array();
	if ( $block ) {
		$attributes['data-care-block'] = $block;
		if ( $text !== $name ) {
			$attributes['data-care-site'] = (string) preg_replace( '/^www\./', '', strtok( care_widgets_url_parts( $href )['host'], ':' ) );
		}
	}
	return Care_Widgets_Node::element( 'a', $attributes + care_widgets_link_attributes( $href ), array( Care_Widgets_Node::text( $text ) ) );
}

/**
 * Of a picture that stands once for scripts and once for browsers without them, only the second stays, the one in `noscript`.
 * The first is looked for beside it, and beside the two elements around it.
 *
 * @return array<int,array{string,int}> Pictures whose first has not been found yet: file, and how far it was looked for.
 */
function care_widgets_drop_placeholders( Care_Widgets_Node $node ): array {
	$later = array(); // pictures in `noscript`: the child that holds them, file, how far it was looked for
	$file  = static function ( Care_Widgets_Node $image ): string {
		return (string) preg_replace( '/[?#].*/s', '', $image->given['src'] ?? '' );
	};
	foreach ( $node->children as $at => $child ) {
		if ( '' === $child->name ) {
			continue;
		}
		foreach ( care_widgets_drop_placeholders( $child ) as list( $name, $steps ) ) {
			$later[] = array( $at, $name, $steps );
		}
		$image = $child->has_class( 'care-noscript' ) ? $child->find( 'img' ) : null;
		if ( $image ) {
			$later[] = array( $at, $file( $image ), 0 );
		}
	}
	$left = array();
	foreach ( $later as list( $at, $name, $steps ) ) {
		foreach ( array( $at - 1, $at + 1 ) as $beside ) {
			$place = $node->children[ $beside ] ?? null;
			if ( $place && '' === $place->name ) {
				$place = $node->children[ $beside < $at ? $beside - 1 : $beside + 1 ] ?? null;
			}
			$image = $place && 'img' !== $place->name ? $place->find( 'img' ) : $place;
			if ( $image && ( $file( $image ) === $name || ! preg_match( '~^(?:https?:|/)~', $file( $image ) ) ) ) {
				$image->name = '';
				continue 2;
			}
		}
		if ( $steps < 2 ) {
			$left[] = array( $name, $steps + 1 );
		}
	}
	return $left;
}

/** Takes away what was put around the text, not written by its author. */
function care_widgets_drop_furniture( Care_Widgets_Node $root ): void {
	$root->replace_each(
		static function ( Care_Widgets_Node $node, array $above, ?Care_Widgets_Node $before, ?Care_Widgets_Node $behind ): array {
			if ( $node->has_class( CARE_WIDGETS_FURNITURE ) ) {
				return array();
			}
			// the name of an icon in a font of icons; but not the first letter of a word, drawn large
			if ( $node->has_class( 'care-decoration' ) && in_array( $node->name, array( 'i', 'b', 'em', 'strong', 'span' ), true ) && ! $node->find( 'img' ) ) {
				$is_drop_cap = preg_match( '/^\p{L}$/u', trim( $node->words() ) ) && $behind && preg_match( '/^\p{Ll}/u', $behind->words() );
				return $is_drop_cap ? array( $node ) : array();
			}
			// words for screen readers alone, such as "(opens in a new tab)"; where an icon was all that was seen, they stay
			if ( 'a' === $node->name ) {
				$words = $node->line();
				$node->replace_each(
					static function ( Care_Widgets_Node $unseen ): array {
						return $unseen->has_class( 'screen-reader-text|sr-only|visually-hidden|elementor-screen-only' ) ? array() : array( $unseen );
					}
				);
				if ( '' === $node->line() && '' !== $words ) {
					$node->children[] = Care_Widgets_Node::text( $words );
				}
			}
			// Google Docs puts all that is copied there into a <b> that its style makes light
			if ( 'b' === $node->name && strpos( $node->given['id'] ?? '', 'docs-internal-guid' ) !== false ) {
				return $node->children;
			}
			if ( 'img' === $node->name && $node->has_class( 'emoji|wp-smiley' ) && isset( $node->given['alt'] ) ) {
				return array( Care_Widgets_Node::text( $node->given['alt'] ) );
			}
			$is_part = false;
			foreach ( $above as $parent ) {
				$is_part = $is_part
					|| ( in_array( $node->name, array( 'a', 'time', 'div' ), true ) && strpos( $parent->given['class'] ?? '', 'wp-block-latest' ) !== false )
					|| ( 'a' === $node->name && $parent->has_class( 'wp-block-file' ) );
			}
			// a part of a block of WordPress that stands on a line of its own there
			return $is_part && $before ? array( Care_Widgets_Node::text( ' ' ), $node ) : array( $node );
		}
	);
}

/** Writes a formula with what text has: raised and lowered characters, fractions with a stroke, roots with a sign. */
function care_widgets_write_formula( Care_Widgets_Node $node ): void {
	$enclose = static function ( Care_Widgets_Node $part ): void {
		if ( ! preg_match( '/^[\p{L}\p{N}.]*$/u', $part->line() ) ) {
			array_unshift( $part->children, Care_Widgets_Node::text( '(' ) );
			$part->children[] = Care_Widgets_Node::text( ')' );
		}
	};
	if ( 'span' !== $node->name || ! preg_match( '/care-m/', $node->given['class'] ?? '' ) ) {
		return;
	}
	$parts = array_values(
		array_filter(
			$node->children,
			static function ( Care_Widgets_Node $child ): bool {
				return '' !== $child->name;
			}
		)
	);
	if ( $node->has_class( 'care-msqrt' ) ) {
		$enclose( $node );
		array_unshift( $node->children, Care_Widgets_Node::text( '√' ) );
	}
	if ( ! isset( $parts[1] ) ) {
		return;
	}
	if ( $node->has_class( 'care-mfrac' ) ) {
		$enclose( $parts[0] );
		$enclose( $parts[1] );
		array_splice( $node->children, (int) array_search( $parts[1], $node->children, true ), 0, array( Care_Widgets_Node::text( '/' ) ) );
	}
	if ( $node->has_class( 'care-msup' ) ) {
		$parts[1]->name = 'sup';
	}
	if ( $node->has_class( 'care-msub|care-msubsup' ) ) {
		$parts[1]->name = 'sub';
	}
	if ( $node->has_class( 'care-msubsup' ) && isset( $parts[2] ) ) {
		$parts[2]->name = 'sup';
	}
}

/** Arrangement, side and struck, raised or lowered text, read from class names, which are then dropped. */
function care_widgets_mark_layout( Care_Widgets_Node $node ): void {
	$names = $node->given['class'] ?? '';
	if ( preg_match( '/(?:^|\s)(?:wp-block-|kg-)?(columns|gallery|buttons|pullquote|media-text|file)(?=\s|$|-container|-card)/', $names, $match ) ) {
		$node->attributes['data-care-block'] = $match[1];
	}
	if ( preg_match( '/(?:^|\s)(?:has-text-)?align-?(left|right|center)(?=\s|$)/', $names, $match ) ) {
		$node->attributes['data-care-align'] = $match[1];
	}
	preg_match_all( '/(?<![\w-])care-(s|sup|sub)(?![\w-])/', $names, $marks );
	foreach ( $marks[1] as $name ) {
		$node->children = array( Care_Widgets_Node::element( $name, array(), $node->children ) );
	}
}

/** The URL that a player, or a source in it, has. */
function care_widgets_player_address( Care_Widgets_Node $node ): ?string {
	$address = $node->given['src'] ?? null;
	foreach ( null === $address ? $node->children : array() as $child ) {
		$address = $address ?? care_widgets_player_address( $child );
	}
	return $address;
}

/**
 * A player, which rewrite-tags.php has renamed, becomes a link to its page: nothing of a third party may load before a reader
 * asks. Sound and film of the clinic's own origins get the browser's controls, and load when they are pressed.
 *
 * @param Care_Widgets_Node[] $above
 * @return Care_Widgets_Node[]
 */
function care_widgets_replace_player( Care_Widgets_Node $node, array $above, string $url, array $origins ): array {
	foreach ( $above as $parent ) {
		if ( 'data' === $parent->name ) {
			return array( $node );
		}
	}
	if ( 'picture' === $parent->name ) {
		return array( $node );
	}
	$address = care_widgets_player_address( $node );
	$target = null === $address ? null : care_widgets_link_target( $address, $url );
	if ( null === $target || ! preg_match( '/^https?:/', $target ) ) {
		return array();
	}
	$own = preg_match( '/care-(audio|video)/', $node->given['class'] ?? '', $medium ) ? care_widgets_resource( $target, $url, $origins ) : null;
	if ( null !== $own ) {
		$title = array( 'title' => ( $node->given['title'] ?? '' ) ?: null );
		return array( Care_Widgets_Node::element( $medium[1], array( 'controls' => '', 'preload' => 'none' ) + $title + array( 'src' => $own ) ) );
	}
	$page  = (string) preg_replace( array_keys( CARE_WIDGETS_PLAYER_PAGES ), CARE_WIDGETS_PLAYER_PAGES, $target );
	$block = preg_match( '~^https?://(?:www\.youtube\.com|vimeo\.com)/~', $page ) ? 'video' : 'embed';
	return array( care_widgets_link_instead( $page, $node->given['title'] ?? '', $above, $block ) );
}

/**
 * What stands between the marks of a caption, as a figure.
 *
 * @param Care_Widgets_Node[] $inside
 */
function care_widgets_make_figure( array $inside ): Care_Widgets_Node {
	$medium = null;
	foreach ( array( 'img', 'a' ) as $name ) {
		foreach ( $inside as $node ) {
			$medium = $medium ?? ( $node->name === $name || $node->find( $name ) ? $node : null );
		}
	}
	$caption = Care_Widgets_Node::element( 'figcaption' );
	foreach ( $inside as $node ) {
		if ( $node !== $medium ) {
			$caption->children[] = $node;
		}
	}
	return Care_Widgets_Node::element( 'figure', array(), $medium ? array( $medium, $caption ) : array( $caption ) );
}

/** Makes figures of the captions of the classic editor, where their site left them as text. */
function care_widgets_read_captions( Care_Widgets_Node $parent ): void {
	if ( in_array( $parent->name, array( 'pre', 'code', 'kbd', 'samp' ), true ) ) {
		return;
	}
	$mark     = '[/caption]';
	$children = $parent->children;
	$kept     = array();
	$from     = 0; // how much of the text at `$at` is read
	for ( $at = 0; $at < count( $children ); ) {
		$node = $children[ $at ];
		if ( '' !== $node->name ) {
			care_widgets_read_captions( $node );
			$kept[] = $node;
			++$at;
			continue;
		}
		$until  = null;
		$inside = array();
		$start  = 0;
		if ( preg_match( '/\[caption\b[^\][]{0,400}\]/i', $node->text, $open, PREG_OFFSET_CAPTURE, $from ) ) {
			$start = $open[0][1] + strlen( $open[0][0] );
			for ( $next = $at; null === $until && isset( $children[ $next ] ) && $next < $at + CARE_WIDGETS_MAX_CAPTION; $next++ ) {
				$one   = $children[ $next ];
				$begin = $next === $at ? $start : 0;
				$close = strpos( $one->text, $mark, $begin );
				if ( '' !== $one->name ) {
					$inside[] = $one;
				} elseif ( false === $close ) {
					$inside[] = Care_Widgets_Node::text( substr( $one->text, $begin ) );
				} else {
					$inside[] = Care_Widgets_Node::text( substr( $one->text, $begin, $close - $begin ) );
					$until    = $next;
				}
			}
		}
		if ( null === $until ) {
			$kept[] = Care_Widgets_Node::text( substr( $node->text, $from ) );
			$from   = 0;
			++$at;
			continue;
		}
		$kept[] = Care_Widgets_Node::text( substr( $node->text, $from, $open[0][1] - $from ) );
		$kept[] = care_widgets_make_figure( $inside );
		$from   = $close + strlen( $mark );
		$at     = $until;
		// no paragraph may hold a figure
		$parent->name = 'p' === $parent->name ? 'div' : $parent->name;
	}
	$parent->children = $kept;
}

/** Joins the lines of a shortcode that its site broke by `<br>`. */
function care_widgets_join_shortcode_lines( Care_Widgets_Node $parent ): void {
	$children = $parent->children;
	$kept     = array();
	for ( $at = 0; $at < count( $children ); $at++ ) {
		$node   = $children[ $at ];
		$kept[] = $node;
		if ( '' !== $node->name ) {
			care_widgets_join_shortcode_lines( $node );
			continue;
		}
		for ( $lines = 1; $lines < 10 && preg_match( '/\[[a-z][\w-]{0,60}(?:\s[^\][]*)?$/iD', substr( $node->text, -2000 ) ); $lines++ ) {
			$line = $children[ $at + 2 ] ?? null;
			if ( 'br' !== ( $children[ $at + 1 ]->name ?? '' ) || ! $line || '' !== $line->name || ! preg_match( '/^\s*(?:[\w-]{1,60}=|\/?\])/', $line->text ) ) {
				break;
			}
			$node->text .= ' ' . ltrim( $line->text );
			$at         += 2;
		}
	}
	$parent->children = $kept;
}

/** Drops shortcodes that their site left as text. */
function care_widgets_drop_shortcodes( Care_Widgets_Node $root ): void {
	care_widgets_join_shortcode_lines( $root );
	$texts  = $root->prose();
	$closed = array();
	foreach ( $texts as $text ) {
		$closed += care_widgets_closed_shortcodes( $text->text );
	}
	foreach ( $texts as $text ) {
		$text->text = care_widgets_without_shortcodes( $text->text, $closed );
	}
}

/**
 * Puts a table into a region that can scroll sideways, named by its caption. A header without content becomes an ordinary
 * cell: a screen reader would announce a header that says nothing.
 *
 * @param Care_Widgets_Node[] $above
 */
function care_widgets_wrap_table( Care_Widgets_Node $table, array $above ): Care_Widgets_Node {
	$caption = null;
	foreach ( $table->children as $child ) {
		$caption = $caption ?? ( 'caption' === $child->name ? $child : null );
	}
	foreach ( array_reverse( $above ) as $node ) {
		if ( 'table' === $node->name ) {
			return $table;
		}
		if ( 'figure' === $node->name && ! $caption ) {
			$caption = $node->find( 'figcaption' ) ?? $table;
		}
	}
	$name = $caption && $caption !== $table ? $caption->line() : '';
	return Care_Widgets_Node::element( 'div', array( 'data-care-block' => 'table', 'role' => 'region', 'tabindex' => '0', 'aria-label' => $name ?: null ), array( $table ) );
}

/** Removes blocks without content, links without words or target, headings in headings and wrappers without meaning. */
function care_widgets_tidy( Care_Widgets_Node $root ): void {
	$root->replace_each(
		static function ( Care_Widgets_Node $node, array $above ): array {
			$attributes = array_filter( $node->attributes, 'is_string' );
			$is_heading = preg_match( '/^h[1-6]$/', $node->name );
			foreach ( $is_heading ? $above : array() as $parent ) {
				if ( preg_match( '/^h[1-6]$/', $parent->name ) ) {
					return $node->children;
				}
			}
			if ( in_array( $node->name, array( 'span', 'a' ), true ) && ( ! $attributes || ( 'a' === $node->name && ! isset( $attributes['id'] ) && $node->is_blank() ) ) ) {
				return $node->children;
			}
			$is_block = preg_match( '/^(?:p|div|figure|figcaption|blockquote|ul|ol|li|h[1-6])$/', $node->name );
			return $is_block && ! isset( $attributes['id'] ) && $node->is_blank() ? array() : array( $node );
		}
	);
}

/** The tree of a text with its ids set, put in order. */
function care_widgets_repair( Care_Widgets_Node $root, string $url, array $origins ): void {
	care_widgets_drop_placeholders( $root );
	care_widgets_drop_furniture( $root );
	$root->replace_each(
		static function ( Care_Widgets_Node $node, array $above ) use ( $url, $origins ): array {
			care_widgets_write_formula( $node );
			care_widgets_mark_layout( $node );
			if ( 'data' === $node->name || 'source' === $node->name ) {
				return care_widgets_replace_player( $node, $above, $url, $origins );
			}
			if ( 'img' === $node->name ) {
				$foreign = care_widgets_foreign_picture( $node->given, $url, $origins );
				return array( null === $foreign ? $node : care_widgets_link_instead( $foreign, $node->given['alt'] ?? '', $above ) );
			}
			if ( 'picture' === $node->name && ! $node->find( 'img' ) ) {
				return $node->children; // its picture has become a link
			}
			return array( $node );
		}
	);
	care_widgets_read_captions( $root );
	care_widgets_drop_shortcodes( $root );
	$root->replace_each(
		static function ( Care_Widgets_Node $node, array $above ): array {
			$only = 1 === count( $node->children ) && '' === $node->children[0]->name ? trim( $node->children[0]->text ) : '';
			if ( ( 'p' === $node->name || 'div' === $node->name ) && preg_match( '~^https?://\S+$~D', $only ) && care_widgets_safe_url( $only ) ) {
				$node->children = array( care_widgets_link_instead( care_widgets_safe_url( $only ), $only, array_merge( $above, array( $node ) ) ) );
			}
			if ( 'th' === $node->name && '' === $node->line() && ! $node->find( 'img' ) ) {
				$node->name = 'td';
				unset( $node->attributes['scope'] );
			}
			if ( 'rt' === $node->name && preg_match( '/^.{' . ( CARE_WIDGETS_MAX_RUBY + 1 ) . '}/us', $node->line() ) ) {
				return array( Care_Widgets_Node::text( " ({$node->line()})" ) );
			}
			return array( 'table' === $node->name ? care_widgets_wrap_table( $node, $above ) : $node );
		}
	);
}

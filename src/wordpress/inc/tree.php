<?php
/**
 * A foreign text as a tree, so that it can be put in order.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

const CARE_WIDGETS_MAX_DEPTH = 64;
/** Elements of a text; the words of further ones are kept. */
const CARE_WIDGETS_MAX_TAGS = 20000;
const CARE_WIDGETS_VOID     = array( 'br', 'hr', 'img', 'wbr', 'col', 'source' );

final class Care_Widgets_Node {
	/** @var string Of an element; empty for a text. */
	public $name = '';
	/** @var string Of a text. */
	public $text = '';
	/** @var array<string,string> As the site wrote them; none of them is written. */
	public $given = array();
	/** @var array<string,string> What is written, besides. */
	public $attributes = array();
	/** @var self[] */
	public $children = array();

	public static function text( string $text ): self {
		$node       = new self();
		$node->text = $text;
		return $node;
	}

	/** @param self[] $children */
	public static function element( string $name, array $attributes = array(), array $children = array() ): self {
		$node             = new self();
		$node->name       = $name;
		$node->attributes = $attributes;
		$node->children   = $children;
		return $node;
	}

	/** Whether one of its class names matches, whole. */
	public function has_class( string $names ): bool {
		return (bool) preg_match( "/(?<!\S)(?:$names)(?!\S)/", $this->given['class'] ?? '' );
	}

	public function words(): string {
		$words = $this->text;
		foreach ( $this->children as $child ) {
			$words .= $child->words();
		}
		return $words;
	}

	/** Its words on one line. */
	public function line(): string {
		return trim( (string) preg_replace( '/\s+/u', ' ', $this->words() ) );
	}

	/** Without anything but blanks and line breaks. */
	public function is_blank(): bool {
		foreach ( $this->children as $child ) {
			if ( '' === $child->name ? preg_match( '/\S/u', $child->text ) : 'br' !== $child->name ) {
				return false;
			}
		}
		return true;
	}

	/** The first element of a name inside of it. */
	public function find( string $name ): ?self {
		foreach ( $this->children as $child ) {
			$found = $child->name === $name ? $child : $child->find( $name );
			if ( $found ) {
				return $found;
			}
		}
		return null;
	}

	/**
	 * Replaces each element inside, innermost first, by what `$replace` returns. It is given the element, the elements
	 * around it, outermost first, and the nodes before and behind it.
	 *
	 * @param callable $replace ( self, self[], ?self, ?self ): self[]
	 * @param self[]   $above
	 */
	public function replace_each( callable $replace, array $above = array() ): void {
		$above[] = $this;
		$kept    = array();
		foreach ( $this->children as $at => $child ) {
			if ( '' === $child->name ) {
				$kept[] = $child;
				continue;
			}
			$child->replace_each( $replace, $above );
			foreach ( $replace( $child, $above, $this->children[ $at - 1 ] ?? null, $this->children[ $at + 1 ] ?? null ) as $node ) {
				$kept[] = $node;
			}
		}
		$this->children = $kept;
	}

	/** Texts apart from samples of code, which must stay as the author typed them. @return self[] */
	public function prose(): array {
		$texts = array();
		foreach ( $this->children as $child ) {
			if ( '' === $child->name ) {
				$texts[] = $child;
			} elseif ( ! in_array( $child->name, array( 'pre', 'code', 'kbd', 'samp' ), true ) ) {
				array_push( $texts, ...$child->prose() );
			}
		}
		return $texts;
	}

	/** Makes one text of those that have come to stand side by side. */
	public function join_texts(): void {
		$kept = array();
		foreach ( $this->children as $child ) {
			$last = end( $kept );
			if ( '' === $child->name && $last && '' === $last->name ) {
				$last->text .= $child->text;
			} elseif ( '' !== $child->name || '' !== $child->text ) {
				$kept[] = $child;
			}
			$child->join_texts();
		}
		$this->children = $kept;
	}

	/** As HTML; of the root, its content. */
	public function write( bool $is_root = false ): string {
		if ( '' === $this->name && ! $is_root ) {
			return care_widgets_escape( $this->text );
		}
		$inside = '';
		foreach ( $this->children as $child ) {
			$inside .= $child->write();
		}
		if ( $is_root ) {
			return $inside;
		}
		$tag = substr( care_widgets_element( 'br', $this->attributes )['html'], 3 );
		return "<$this->name$tag" . ( in_array( $this->name, CARE_WIDGETS_VOID, true ) ? '' : "$inside</$this->name>" );
	}
}

/** Open elements that a start tag closes, up to a boundary; the rules of the HTML parser for what people leave open. */
function care_widgets_implied_end( string $name, array $open ): int {
	$blocks = 'address|blockquote|details|div|dl|figcaption|figure|h[1-6]|hr|ol|p|pre|summary|table|ul';
	$rules  = array(
		'li'                    => array( 'li', 'ul|ol' ),
		'dt|dd'                 => array( 'dt|dd', 'dl' ),
		'td|th'                 => array( 'td|th', 'tr|table' ),
		'tr'                    => array( 'tr', 'table' ),
		'thead|tbody|tfoot'     => array( 'thead|tbody|tfoot', 'table' ),
		'a'                     => array( 'a', 'td|th|caption' ),
		"$blocks"               => array( 'p', 'td|th|li|dd|div|blockquote|figure|details|caption' ),
	);
	if ( preg_match( '/^h[1-6]$/', $name ) && preg_match( '/^h[1-6]$/', end( $open )->name ) ) {
		return count( $open ) - 1;
	}
	foreach ( $rules as $starts => list( $closed, $boundary ) ) {
		if ( ! preg_match( "/^(?:$starts)$/", $name ) ) {
			continue;
		}
		for ( $at = count( $open ) - 1; $at > 0; $at-- ) {
			if ( preg_match( "/^(?:$closed)$/", $open[ $at ]->name ) ) {
				return $at;
			}
			if ( preg_match( "/^(?:$boundary)$/", $open[ $at ]->name ) ) {
				break;
			}
		}
	}
	return count( $open );
}

/** Attributes of a tag that wp_kses() has passed, decoded, the first of each name. */
function care_widgets_read_attributes( string $written ): array {
	$attributes = array();
	preg_match_all( '/([a-z][a-z0-9-]*)(?:\s*=\s*(?:"([^"]*)"|\'([^\']*)\'|([^\s"\'>]+)))?/i', $written, $matches, PREG_SET_ORDER );
	foreach ( $matches as $match ) {
		$value = $match[4] ?? '';
		$value = '' !== $value ? $value : ( ( $match[3] ?? '' ) !== '' ? $match[3] : ( $match[2] ?? '' ) );
		$attributes += array( strtolower( $match[1] ) => care_widgets_decode( $value ) );
	}
	return $attributes;
}

/** The tree of a text that wp_kses() has passed. Every element is closed where it must be, so that none reaches the page. */
function care_widgets_parse( string $safe ): Care_Widgets_Node {
	$root   = new Care_Widgets_Node();
	$open   = array( $root );
	$tags   = 0;
	$pieces = preg_split( '/(<\/?[a-z][a-z0-9]*(?:\s(?:"[^"]*"|\'[^\']*\'|[^>"\'])*+)?\/?>)/i', $safe, -1, PREG_SPLIT_DELIM_CAPTURE );
	foreach ( $pieces ?: array() as $index => $piece ) {
		if ( 0 === $index % 2 ) {
			if ( '' !== $piece ) {
				end( $open )->children[] = Care_Widgets_Node::text( care_widgets_without_excess_marks( care_widgets_decode( $piece ) ) );
			}
			continue;
		}
		preg_match( '/^<(\/?)([a-z][a-z0-9]*)(.*?)\/?>$/is', $piece, $match );
		$name = strtolower( $match[2] );
		if ( '' !== $match[1] ) {
			for ( $at = count( $open ) - 1; $at > 0; $at-- ) {
				if ( $open[ $at ]->name === $name ) {
					array_splice( $open, $at );
					break;
				}
			}
			continue;
		}
		array_splice( $open, care_widgets_implied_end( $name, $open ) );
		$is_void = in_array( $name, CARE_WIDGETS_VOID, true );
		if ( $tags >= CARE_WIDGETS_MAX_TAGS || ( ! $is_void && count( $open ) > CARE_WIDGETS_MAX_DEPTH ) ) {
			// so that the words of dropped blocks stay apart
			end( $open )->children[] = Care_Widgets_Node::text( ' ' );
			continue;
		}
		++$tags;
		$node                    = Care_Widgets_Node::element( $name );
		$node->given             = care_widgets_read_attributes( $match[3] );
		end( $open )->children[] = $node;
		if ( ! $is_void ) {
			$open[] = $node;
		}
	}
	return $root;
}

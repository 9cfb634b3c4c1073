<?php
/**
 * What every widget reads its attributes and its words from.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** Attributes as written, settings included, of one element; `page` is the URL of the page. */
final class Care_Widgets_Context {
	/** @var array<string,string|true> */
	private $attributes;
	/** @var string BCP 47 of the widget's words. */
	public $locale;
	/** @var int 1 to 6. */
	public $heading_level;
	/** @var string|null */
	public $page;
	/** @var array<string,true> Ids that the page has; those of a rendered text are added. */
	public $ids;

	public function __construct( array $attributes, ?string $page = null, array &$ids = array() ) {
		$this->attributes    = $attributes;
		$this->page          = $page;
		$this->ids           = &$ids;
		$this->locale        = care_widgets_locale( $this->read( 'locale' ) ?? 'en' );
		$level               = $this->read( 'heading-level' ) ?? '';
		$this->heading_level = preg_match( '/^[1-6]$/', $level ) ? (int) $level : 2;
	}

	/** The trimmed value; null where it is absent or empty. Quotation marks that an editor has made curly are no part of it. */
	public function read( string $name ): ?string {
		$value = $this->attributes[ $name ] ?? null;
		if ( ! is_string( $value ) ) {
			return null;
		}
		if ( ! preg_match( '/^(?:heading|label|name|after-hours|.*-(?:label|text|message))$/', $name ) ) {
			$value = preg_replace( '/^[“”„″‘’](.*)[“”″‘’]$/u', '$1', $value ) ?? $value;
		}
		$value = trim( $value );
		return '' === $value ? null : $value;
	}

	public function has( string $name ): bool {
		return isset( $this->attributes[ $name ] );
	}

	public function say( string $phrase, array $values = array() ): string {
		return care_widgets_say( $phrase, $this->locale, $values );
	}

	public function day( ?string $iso ): string {
		return care_widgets_day( $iso, $this->locale );
	}

	public function article_href( array $article ): ?string {
		$template = $this->read( 'article-url' );
		return null === $template
			? care_widgets_safe_url( $article['url'] ?? null )
			: care_widgets_own_address( care_widgets_fill_address( $template, array( 'slug' => $article['slug'] ?? '', 'id' => $article['id'] ?? '' ) ) );
	}

	public function category_href( array $category ): ?string {
		$template = $this->read( 'category-url' );
		return null === $template
			? care_widgets_safe_url( $category['url'] ?? null )
			: care_widgets_own_address( care_widgets_fill_address( $template, array( 'slug' => $category['slug'] ) ) );
	}
}

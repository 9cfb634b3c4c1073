<?php
/**
 * URLs, in the form in which browsers write them.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** As encodeURIComponent() of browsers. */
function care_widgets_encode( string $text ): string {
	return strtr( rawurlencode( $text ), array( '%21' => '!', '%27' => "'", '%28' => '(', '%29' => ')', '%2A' => '*' ) );
}

/** A path without `.` and `..`. */
function care_widgets_plain_path( string $path ): string {
	$kept     = array();
	$segments = explode( '/', $path );
	$last     = count( $segments ) - 1;
	foreach ( $segments as $index => $segment ) {
		$name = strtolower( str_replace( array( '%2e', '%2E' ), '.', $segment ) );
		if ( '..' === $name ) {
			if ( count( $kept ) > 1 ) {
				array_pop( $kept );
			}
		} elseif ( '.' !== $name ) {
			$kept[] = $segment;
			continue;
		}
		if ( $index === $last ) {
			$kept[] = '';
		}
	}
	return implode( '/', $kept );
}

/**
 * The absolute form of a URL, or null where it is not `http:` or `https:`. Everything that ends up in `href` or `src`
 * passes through here.
 *
 * @param mixed $value
 */
function care_widgets_safe_url( $value, ?string $base = null ): ?string {
	if ( ! is_string( $value ) ) {
		return null;
	}
	// what the parser of browsers leaves out: control characters at the ends, line breaks and tabs anywhere
	$value = preg_replace( '/^[\x00-\x20]+|[\x00-\x20]+$|[\t\r\n]/', '', $value );
	if ( '' === $value || null === $value ) {
		return null;
	}
	if ( ! preg_match( '~^[a-z][a-z0-9+.-]*:~i', $value ) ) {
		$from = null === $base ? null : care_widgets_url_parts( $base );
		if ( ! $from ) {
			return null;
		}
		$value = str_replace( '\\', '/', $value );
		if ( 0 === strpos( $value, '//' ) ) {
			$value = $from['scheme'] . ':' . $value;
		} elseif ( '/' === $value[0] ) {
			$value = $from['origin'] . $value;
		} elseif ( '#' === $value[0] ) {
			$value = $from['origin'] . $from['path'] . $from['query'] . $value;
		} elseif ( '?' === $value[0] ) {
			$value = $from['origin'] . $from['path'] . $value;
		} else {
			$value = $from['origin'] . preg_replace( '~[^/]*$~', '', $from['path'] ) . $value;
		}
	}
	$parts = care_widgets_url_parts( $value );
	return $parts ? $parts['origin'] . $parts['path'] . $parts['query'] . $parts['hash'] : null;
}

/**
 * The parts of an absolute web URL as browsers see them; null for any other. Credentials are refused.
 *
 * @return array{scheme:string,host:string,origin:string,path:string,query:string,hash:string}|null
 */
function care_widgets_url_parts( string $url ): ?array {
	if ( ! preg_match( '~^(https?):[/\\\\]*([^/?#\\\\@]+)([^?#]*)(\?[^#]*)?(#.*)?$~isu', $url, $match ) ) {
		return null;
	}
	$scheme = strtolower( $match[1] );
	if ( ! preg_match( '/^(\[[0-9a-f:.]+\]|[^:\s<>"^`{|}%]+)(?::(\d{1,5})?)?$/iu', $match[2], $host ) ) {
		return null;
	}
	$name = strtolower( $host[1] );
	if ( preg_match( '/[^\x00-\x7f]/', $name ) ) {
		$name = function_exists( 'idn_to_ascii' ) ? idn_to_ascii( $name ) : false;
		if ( ! $name ) {
			return null;
		}
	}
	$port   = $host[2] ?? '';
	$port   = '' === $port || ( 'http' === $scheme ? '80' : '443' ) === $port ? '' : ':' . (int) $port;
	$encode = static function ( string $text, string $also ): string {
		return preg_replace_callback(
			'/[\x00-\x20"<>\x7f-\xff' . $also . ']/',
			static function ( array $sign ): string {
				return rawurlencode( $sign[0] );
			},
			$text
		);
	};
	$path   = str_replace( '\\', '/', $match[3] );
	return array(
		'scheme' => $scheme,
		'host'   => $name . $port,
		'origin' => "$scheme://$name$port",
		'path'   => care_widgets_plain_path( $encode( '' === $path ? '/' : $path, '`{}^' ) ),
		'query'  => $encode( $match[4] ?? '', "'" ),
		'hash'   => $encode( $match[5] ?? '', '`' ),
	);
}

/** The origin of a URL; null for what is none. */
function care_widgets_origin( ?string $url ): ?string {
	$safe  = care_widgets_safe_url( $url );
	$parts = null === $safe ? null : care_widgets_url_parts( $safe );
	return $parts ? $parts['origin'] : null;
}

/**
 * A URL of the site's owner: a relative one stays as it is written, because the page may be served from anywhere.
 */
function care_widgets_own_address( string $address ): ?string {
	return care_widgets_safe_url( $address ) ?? ( care_widgets_safe_url( $address, 'https://page.invalid/' ) ? $address : null );
}

/** A template such as `/read/{slug}/`, filled. An editor may have written the braces as %7B and %7D. */
function care_widgets_fill_address( string $template, array $values ): string {
	return preg_replace_callback(
		'/(?:\{|%7B)(slug|id)(?:\}|%7D)/i',
		static function ( array $match ) use ( $values ): string {
			$value = $values[ strtolower( $match[1] ) ] ?? null;
			return null === $value ? $match[0] : care_widgets_encode( (string) $value );
		},
		$template
	);
}

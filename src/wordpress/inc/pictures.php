<?php
/**
 * Copies of another site's pictures, in the uploads folder of this one, where the settings say so: the other site then never
 * learns who reads. Nothing is fetched while a page is made. Until a copy is there its picture is left out, as it would be of an
 * article without one, and what stands inside a text is a link: its URL in the page would tell about the first visitors,
 * and about everybody who gets that page from a cache.
 *
 * A copy is fetched again after a month of being shown, and deleted after two if it was not.
 *
 * @package care-widgets
 */

defined( 'ABSPATH' ) || exit;

/** What may be kept, as the bytes tell it, and how files of it end: never as their URLs do. */
const CARE_WIDGETS_PICTURES = array(
	'image/jpeg' => 'jpg',
	'image/png'  => 'png',
	'image/webp' => 'webp',
	'image/gif'  => 'gif',
	'image/avif' => 'avif',
);

const CARE_WIDGETS_MAX_PIXELS   = 25000000;
const CARE_WIDGETS_MAX_PICTURES = 500000000; // bytes, of all copies
const CARE_WIDGETS_MAX_WANTED   = 100;
const CARE_WIDGETS_MAX_MISSED   = 500;
const CARE_WIDGETS_MAX_ADDRESS  = 2000; // characters
const CARE_WIDGETS_MAX_RUN      = 6; // pictures
/** Pixels. Of the widths that a picture is offered in, those nearest to these are kept. */
const CARE_WIDGETS_KEPT_WIDTHS = array( 480, 960, 1600 );

/** @return array{path:string,url:string} Of the folder with the copies. */
function care_widgets_picture_folder(): array {
	$uploads = wp_upload_dir( null, false );
	return array( 'path' => "{$uploads['basedir']}/care-widgets", 'url' => set_url_scheme( "{$uploads['baseurl']}/care-widgets" ) );
}

function care_widgets_can_keep_pictures(): bool {
	$folder = care_widgets_picture_folder()['path'];
	return wp_mkdir_p( $folder ) && wp_is_writable( $folder );
}

/** Whether pictures of another site are shown from copies. */
function care_widgets_keeps_pictures(): bool {
	return care_widgets_options()['pictures'] && ! care_widgets_is_own( care_widgets_endpoint() ) && care_widgets_can_keep_pictures();
}

/** The file of a copy; null where there is none. */
function care_widgets_find_copy( string $folder, string $url ): ?string {
	foreach ( CARE_WIDGETS_PICTURES as $ending ) {
		$file = md5( $url ) . ".$ending";
		if ( file_exists( "$folder/$file" ) ) {
			return $file;
		}
	}
	return null;
}

/** The URL of a picture on this site; null as long as there is no copy. */
function care_widgets_copy( string $url ): ?string {
	if ( care_widgets_origin( $url ) === care_widgets_origin( home_url( '/' ) ) ) {
		return $url;
	}
	$folder = care_widgets_picture_folder();
	$file   = care_widgets_find_copy( $folder['path'], $url );
	$is_old = $file && filemtime( "{$folder['path']}/$file" ) < time() - MONTH_IN_SECONDS;
	if ( ( ! $file || $is_old ) && strlen( $url ) < CARE_WIDGETS_MAX_ADDRESS && ! isset( care_widgets_missed_pictures()[ md5( $url ) ] ) ) {
		care_widgets_want_picture( $url );
		if ( ! $file ) {
			care_widgets_keep_out_of_page_caches();
		}
	}
	return $file ? "{$folder['url']}/$file" : null;
}

/** Pictures that could not be fetched: by the hash of the URL, the time until which they are not tried again. @return array<string,int> */
function care_widgets_missed_pictures(): array {
	return array_filter(
		(array) ( get_transient( 'care_widgets_missed' ) ?: array() ),
		static function ( $until ): bool {
			return $until > time();
		}
	);
}

/** Notes what the page lacks, for when it has been sent. */
function care_widgets_want_picture( string $url ): void {
	static $wanted = array();
	if ( ! $wanted ) {
		add_action(
			'shutdown',
			static function () use ( &$wanted ): void {
				$before = (array) ( get_transient( 'care_widgets_wanted' ) ?: array() );
				$all    = array_slice( array_unique( array_merge( $before, array_keys( $wanted ) ) ), 0, CARE_WIDGETS_MAX_WANTED );
				if ( $all !== $before ) {
					set_transient( 'care_widgets_wanted', $all, DAY_IN_SECONDS );
				}
				if ( ! wp_next_scheduled( 'care_widgets_pictures' ) ) {
					wp_schedule_single_event( time(), 'care_widgets_pictures' );
				}
			}
		);
	}
	$wanted[ $url ] = true;
}

/**
 * Of one picture in several widths, the few that are kept, with the URLs of their copies.
 *
 * @param array<int,array> $candidates Each with `url` and `width`.
 * @return array<string,array> By their first URLs; empty as long as there is no copy.
 */
function care_widgets_copied( array $candidates ): array {
	$few = array();
	foreach ( $candidates ? CARE_WIDGETS_KEPT_WIDTHS : array() as $width ) {
		$distances = array();
		foreach ( $candidates as $at => $candidate ) {
			$distances[ $at ] = abs( ( $candidate['width'] ?? 0 ) - $width );
		}
		$few[ array_search( min( $distances ), $distances, true ) ] = true;
	}
	$copied = array();
	foreach ( array_intersect_key( $candidates, $few ) as $candidate ) {
		$copy = care_widgets_copy( $candidate['url'] );
		if ( null !== $copy ) {
			$copied[ $candidate['url'] ] = array( 'url' => $copy ) + $candidate;
		}
	}
	return $copied;
}

/** The candidate that browsers without a choice get. */
function care_widgets_main_candidate( array $copied, string $url ): array {
	return $copied[ $url ] ?? array_values( $copied )[ intdiv( count( $copied ), 2 ) ];
}

/** A picture of an article, from copies; null as long as there is none. */
function care_widgets_copied_image( ?array $image ): ?array {
	if ( ! $image ) {
		return null;
	}
	$copied = care_widgets_copied( $image['sources'] ?: array( array_intersect_key( $image, array_flip( array( 'url', 'width', 'height' ) ) ) ) );
	return $copied ? care_widgets_main_candidate( $copied, $image['url'] ) + array( 'sources' => array_values( $copied ) ) + $image : null;
}

/** What an element shows, its pictures from copies. Those inside a text: see care_widgets_loaded_picture(). */
function care_widgets_with_copies( array $content ): array {
	if ( ! care_widgets_keeps_pictures() ) {
		return $content;
	}
	if ( isset( $content['image'] ) ) {
		$content['image'] = care_widgets_copied_image( $content['image'] );
	}
	foreach ( $content['articles'] ?? array() as $at => $article ) {
		$content['articles'][ $at ]['image'] = care_widgets_copied_image( $article['image'] );
	}
	return $content;
}

/** The event: fetches a few of the wanted pictures, and deletes what has not been shown for long. */
function care_widgets_fetch_pictures(): void {
	$keeps   = care_widgets_keeps_pictures();
	$wanted  = $keeps ? (array) ( get_transient( 'care_widgets_wanted' ) ?: array() ) : array();
	$size    = care_widgets_clean_pictures( $keeps ? 2 * MONTH_IN_SECONDS : 0 );
	$missed  = care_widgets_missed_pictures();
	$pause   = MINUTE_IN_SECONDS;
	$is_full = $size > CARE_WIDGETS_MAX_PICTURES;
	// taken from the list before anything is fetched: what ends a run must not begin the next one
	$now = array_splice( $wanted, 0, CARE_WIDGETS_MAX_RUN );
	set_transient( 'care_widgets_wanted', $wanted, DAY_IN_SECONDS );
	while ( $now && MINUTE_IN_SECONDS === $pause ) {
		$url    = (string) array_shift( $now );
		$answer = $is_full ? 'refused' : care_widgets_fetch_picture( $url );
		if ( 'kept' !== $answer ) {
			$missed[ md5( $url ) ] = time() + ( 'refused' === $answer ? DAY_IN_SECONDS : HOUR_IN_SECONDS );
		}
		if ( 'silent' === $answer ) {
			$pause = CARE_WIDGETS_FRESH; // the others would take as long
		}
	}
	$wanted = array_merge( $now, $wanted );
	set_transient( 'care_widgets_wanted', $wanted, DAY_IN_SECONDS );
	set_transient( 'care_widgets_missed', array_slice( $missed, -CARE_WIDGETS_MAX_MISSED ), DAY_IN_SECONDS );
	if ( ( $wanted || CARE_WIDGETS_FRESH === $pause ) && ! wp_next_scheduled( 'care_widgets_pictures' ) ) {
		wp_schedule_single_event( time() + $pause, 'care_widgets_pictures' );
	}
	if ( $keeps && ! wp_next_scheduled( 'care_widgets_pictures', array( 'later' ) ) ) {
		wp_schedule_single_event( time() + MONTH_IN_SECONDS, 'care_widgets_pictures', array( 'later' ) );
	}
}
add_action( 'care_widgets_pictures', 'care_widgets_fetch_pictures', 10, 0 );

/** Deletes copies of that age in seconds, and what an interrupted run has left. Returns the size of all others in bytes. */
function care_widgets_clean_pictures( int $age ): int {
	$size = 0;
	foreach ( (array) glob( care_widgets_picture_folder()['path'] . '/*' ) as $file ) {
		$limit = '.tmp' === substr( $file, -4 ) ? HOUR_IN_SECONDS : $age;
		if ( filemtime( $file ) <= time() - $limit ) {
			wp_delete_file( $file );
		} else {
			$size += (int) filesize( $file );
		}
	}
	return $size;
}

/** Fetches one picture: kept, silent (no response), failed (for now) or refused. */
function care_widgets_fetch_picture( string $url ): string {
	$response = wp_safe_remote_get(
		$url,
		array(
			'timeout'             => 10,
			'redirection'         => 2,
			'limit_response_size' => CARE_WIDGETS_MAX_SIZE + 1,
			'headers'             => array( 'Accept' => 'image/webp,image/*' ),
		)
	);
	if ( is_wp_error( $response ) ) {
		return 'silent';
	}
	$status = (int) wp_remote_retrieve_response_code( $response );
	if ( 200 !== $status ) {
		return $status >= 500 || 429 === $status ? 'failed' : 'refused';
	}
	$bytes  = wp_remote_retrieve_body( $response );
	$ending = care_widgets_picture_ending( $bytes );
	if ( null === $ending ) {
		return 'refused';
	}
	return care_widgets_write_copy( md5( $url ), $ending, $bytes ) ? 'kept' : 'failed';
}

/** How the file of a picture ends; null for what is none, or too large for visitors. */
function care_widgets_picture_ending( string $bytes ): ?string {
	// a picture that holds PHP is one, but some servers run `a.gif/b.php`
	if ( strlen( $bytes ) > CARE_WIDGETS_MAX_SIZE || false !== stripos( $bytes, '<?php' ) ) {
		return null;
	}
	// phpcs:ignore WordPress.PHP.NoSilencedErrors -- it warns of bytes that are no picture
	$size   = @getimagesizefromstring( $bytes );
	$pixels = $size ? $size[0] * $size[1] : 0;
	return $pixels > 0 && $pixels <= CARE_WIDGETS_MAX_PIXELS ? CARE_WIDGETS_PICTURES[ $size['mime'] ] ?? null : null;
}

/** Writes a copy so that nobody ever gets half of it. */
function care_widgets_write_copy( string $name, string $ending, string $bytes ): bool {
	$folder = care_widgets_picture_folder()['path'];
	$draft  = "$folder/$name-" . wp_rand() . '.tmp';
	// phpcs:disable WordPress.WP.AlternativeFunctions, WordPress.PHP.NoSilencedErrors -- WP_Filesystem may ask for a password
	if ( strlen( $bytes ) !== @file_put_contents( $draft, $bytes ) ) {
		wp_delete_file( $draft );
		return false;
	}
	chmod( $draft, fileperms( $folder ) & 0666 );
	// the same picture may have come in another format before
	foreach ( array_diff( CARE_WIDGETS_PICTURES, array( $ending ) ) as $other ) {
		wp_delete_file( "$folder/$name.$other" );
	}
	return rename( $draft, "$folder/$name.$ending" );
	// phpcs:enable
}

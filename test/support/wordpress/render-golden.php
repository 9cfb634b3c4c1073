<?php
// The plugin's renderer without WordPress: JSON of golden files on the command line, their HTML on standard output.
define( 'ABSPATH', __DIR__ );
list( , $plugin, $folder ) = $argv;
foreach ( glob( "$plugin/inc/render/*.php" ) as $file ) {
	require $file;
}
$rendered = array();
foreach ( glob( "$folder/*.json" ) as $file ) {
	$golden = json_decode( file_get_contents( $file ), true );
	$render = 'care_widgets_render_' . str_replace( '-', '_', substr( $golden['tag'], 5 ) );
	if ( ! function_exists( $render ) ) {
		continue;
	}
	$page = $golden['settings']['page'] ?? null;
	$ids  = array();
	$context = new Care_Widgets_Context( $golden['attributes'] + $golden['settings'], $page, $ids );
	$rendered[ basename( $file, '.json' ) ] = care_widgets_write( $render( $golden['content'], $context ) );
}
echo json_encode( $rendered );

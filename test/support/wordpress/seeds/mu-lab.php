<?php
/* Plugin Name: lab (must-use). Offline stand-ins and switches for tests. Not part of WordPress. */
// 1. Video providers cannot be reached: answer their oEmbed with the markup they give.
add_filter('pre_oembed_result', function ($html, $url) {
    if (preg_match('~(?:youtube\.com/watch\?v=|youtu\.be/)([\w-]+)~', $url, $m))
        return '<iframe title="Lab video" width="500" height="281" src="https://www.youtube.com/embed/' . $m[1] . '?feature=oembed" frameborder="0" allow="accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share" referrerpolicy="strict-origin-when-cross-origin" allowfullscreen></iframe>';
    return $html;
}, 10, 2);
// 2. A custom post type and taxonomy in REST.
add_action('init', function () {
    register_post_type('program', ['label' => 'Programs', 'public' => true, 'show_in_rest' => true, 'rest_base' => 'programs',
        'has_archive' => true, 'supports' => ['title', 'editor', 'excerpt', 'thumbnail', 'author']]);
    register_taxonomy('level_of_care', 'program', ['label' => 'Levels of care', 'public' => true, 'show_in_rest' => true]);
});
// 3. Switches, per request, to act like sites in the wild: /wp-json/...?lab=<name>[,<name>]
//    nousers  user endpoints closed (as security plugins do)    nocors  REST CORS headers removed
//    slow     2 s late        500 / 403 / 429 / html  failing answers    cache  Cache-Control: public, max-age=300
//    cors     a page on another origin may read the failing answer
//    norest   REST closed to visitors (as "Disable REST API" plugins do)   notice  a PHP notice printed before the JSON
$lab = array_filter(explode(',', (string) ($_GET['lab'] ?? '')));
if ($lab) {
    if (in_array('nousers', $lab)) add_filter('rest_endpoints', function ($e) { unset($e['/wp/v2/users'], $e['/wp/v2/users/(?P<id>[\d]+)']); return $e; });
    if (in_array('norest', $lab)) add_filter('rest_authentication_errors', fn () => new WP_Error('rest_login_required', 'DRA: Only authenticated users can access the REST API.', ['status' => 401]));
    if (in_array('nocors', $lab)) add_action('rest_api_init', function () { remove_filter('rest_pre_serve_request', 'rest_send_cors_headers'); }, 20);
    if (in_array('slow', $lab)) sleep(2);
    if (in_array('cache', $lab)) add_filter('rest_post_dispatch', function ($r) { $r->header('Cache-Control', 'public, max-age=300'); return $r; });
    if (in_array('notice', $lab)) add_filter('rest_pre_serve_request', function ($s) { echo "<br />\n<b>Notice</b>:  Undefined index: foo in <b>/srv/x.php</b> on line <b>3</b><br />\n"; return $s; }, 99);
    if (in_array('cors', $lab)) header('Access-Control-Allow-Origin: *'); // else a page elsewhere sees no status at all, as with many firewalls
    foreach (['500' => 'Internal Server Error', '403' => 'Forbidden', '429' => 'Too Many Requests'] as $c => $t)
        if (in_array((string) $c, $lab)) { http_response_code((int) $c); header('Content-Type: text/html'); if ($c == 429) header('Retry-After: 3'); echo "<html><title>$c $t</title></html>"; exit; }
    if (in_array('html', $lab)) { header('Content-Type: text/html; charset=UTF-8'); echo '<!doctype html><title>Just a moment...</title><p>Checking your browser.'; exit; }
}

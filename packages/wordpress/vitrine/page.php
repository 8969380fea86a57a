<?php
/**
 * Fetches a published page, and keeps the last good one.
 *
 * @package Vitrine
 */

defined( 'ABSPATH' ) || exit;

/** Bytes of a page at most. */
const VITRINE_LARGEST = 2000000;
/** Seconds after which a page is asked for again. */
const VITRINE_FRESH = 900;
/** Seconds without another try after one that failed. */
const VITRINE_REST = 60;

/**
 * Address of the page of one figure, from what an editor typed: that page's own address, or the published folder with the figure's name
 * behind a `#`, as the gallery links it. Null when it is no such address.
 */
function vitrine_address( string $typed ): ?string {
	$typed = trim( $typed );
	$url   = preg_match( '#^https?://#i', $typed ) ? esc_url_raw( $typed, array( 'http', 'https' ) ) : '';
	$parts = wp_parse_url( $url );
	if ( ! $parts || empty( $parts['host'] ) || isset( $parts['user'] ) || isset( $parts['pass'] ) ) {
		return null;
	}
	$path = $parts['path'] ?? '/';
	$page = '#/embed/(?:[a-z]{2,3}(?:-[a-z0-9]+)*/)?[\w.-]+\.html$#i';
	$name = $parts['fragment'] ?? '';
	if ( ! preg_match( $page, $path ) ) {
		$path = preg_replace( '#[^/]*\.html$#', '', $path );
		$path = rtrim( $path, '/' ) . "/embed/$name.html";
		if ( ! preg_match( $page, $path ) ) {
			return null;
		}
	}
	return vitrine_origin( $url ) . $path;
}

/** Scheme, host and port of an address. */
function vitrine_origin( string $url ): string {
	$parts = wp_parse_url( $url );
	return strtolower( $parts['scheme'] . '://' . $parts['host'] ) . ( isset( $parts['port'] ) ? ":{$parts['port']}" : '' );
}

/**
 * The published page as text, at most a quarter of an hour old; when it cannot be had, the last good one, however old. Null when there never
 * was one. A published folder keeps its earlier revisions, so that an older page still finds its files.
 */
function vitrine_page( string $url ): ?string {
	$key  = 'vitrine_' . md5( $url );
	$kept = get_transient( $key );
	$kept = is_array( $kept ) ? $kept : array( 'html' => null, 'again' => 0 );
	if ( time() < $kept['again'] ) {
		return $kept['html'];
	}
	$html = vitrine_fetch( $url );
	$kept = null === $html
		? array( 'html' => $kept['html'], 'again' => time() + VITRINE_REST )
		: array( 'html' => $html, 'again' => time() + VITRINE_FRESH );
	set_transient( $key, $kept, 90 * DAY_IN_SECONDS );
	return $kept['html'];
}

/** One request, to no address inside the site's own network. Null when there is no whole page of HTML. */
function vitrine_fetch( string $url ): ?string {
	$answer = wp_safe_remote_get(
		$url,
		array(
			'timeout'             => 5,
			'redirection'         => 3,
			'limit_response_size' => VITRINE_LARGEST + 1,
			'headers'             => array( 'Accept' => 'text/html' ),
		)
	);
	if ( is_wp_error( $answer ) || 200 !== wp_remote_retrieve_response_code( $answer ) ) {
		return null;
	}
	$html = wp_remote_retrieve_body( $answer );
	$type = (string) wp_remote_retrieve_header( $answer, 'content-type' );
	return 0 === stripos( $type, 'text/html' ) && strlen( $html ) <= VITRINE_LARGEST && false !== stripos( $html, '</html>' ) ? $html : null;
}

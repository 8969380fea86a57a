<?php
/**
 * Reads the figure out of a published page, as markup without scripts.
 *
 * @package Vitrine
 */

defined( 'ABSPATH' ) || exit;

/** Tags and attributes of a figure: nothing that runs, loads a style, or names another part of the page. */
function vitrine_allowed(): array {
	$plain = array( 'class' => true, 'lang' => true, 'dir' => true );
	$cell  = $plain + array( 'scope' => true, 'colspan' => true, 'rowspan' => true );
	$tags  = explode( ' ', 'figure h1 h2 h3 h4 h5 h6 p div span strong em section ul ol li dl dt dd details summary table caption thead tbody tfoot tr br' );
	return array_fill_keys( $tags, $plain ) + array(
		'th'      => $cell,
		'td'      => $cell,
		'a'       => $plain + array( 'href' => true, 'rel' => true ),
		'img'     => array( 'src' => true, 'alt' => true, 'width' => true, 'height' => true, 'loading' => true ),
	);
}

/** An address on a published page as a whole address; null when it leads to another site. */
function vitrine_resolve( string $link, string $url ): ?string {
	$whole = WP_Http::make_absolute_url( $link, $url );
	return $whole && wp_parse_url( $whole, PHP_URL_HOST ) && vitrine_origin( $whole ) === vitrine_origin( $url ) ? $whole : null;
}

/**
 * Of a published page: the figure as clean markup with headings from the given level on, the element that would draw it, its document and
 * its loader. Null when there is no figure on the page.
 *
 * @return array{figure: string, tag: string, document: string, lang: string, loader: ?string}|null
 */
function vitrine_read( string $html, string $url, int $heading ): ?array {
	if ( ! class_exists( 'DOMDocument' ) ) {
		return null;
	}
	$page = new DOMDocument();
	// The page is read as what it is, without fetching anything it names; the parser does not know every tag, and says so.
	$before = libxml_use_internal_errors( true );
	$page->loadHTML( '<?xml encoding="utf-8">' . $html, LIBXML_NONET );
	libxml_clear_errors();
	libxml_use_internal_errors( $before );
	$find    = new DOMXPath( $page );
	$element = $find->query( '//*[starts-with(local-name(), "cs-") and @src][.//figure]' )->item( 0 );
	$figure  = $element ? $find->query( './/figure', $element )->item( 0 ) : null;
	if ( ! $figure || ! preg_match( '/^cs(?:-[a-z]+)+$/', $element->localName ) ) {
		return null;
	}
	$drop = fn( string $what ) => array_map( fn( $gone ) => $gone->parentNode->removeChild( $gone ), iterator_to_array( $find->query( $what, $figure ) ) );
	$drop( './/script|.//style|.//link|.//img' );
	vitrine_picture( $page, $find, $figure, $url );
	$drop( './/*[local-name()="svg"]' );
	$markup = preg_replace_callback(
		'#<(/?)h([1-6])\b#',
		fn( $found ) => "<{$found[1]}h" . min( 6, (int) $found[2] + $heading - 1 ),
		(string) $page->saveHTML( $figure )
	);
	$away   = '<p class="vitrine-away"><a href="' . esc_url( $url ) . '">' . esc_html__( 'This figure on a page of its own', 'vitrine' ) . '</a></p>';
	$clean  = wp_kses( str_replace( '</figure>', "$away</figure>", $markup ), vitrine_allowed(), array( 'http', 'https', 'mailto' ) );
	// What others wrote must not call a shortcode of this site.
	$clean  = str_replace( array( '[', ']' ), array( '&#91;', '&#93;' ), $clean );
	$script = $find->query( '//head/script[@type="module" and contains(@src, "elements/vitrine")]' )->item( 0 );
	$source = vitrine_resolve( $element->getAttribute( 'src' ), $url );
	return array(
		'figure'   => $clean,
		'tag'      => $element->localName,
		'document' => (string) $source,
		'lang'     => $element->getAttribute( 'lang' ),
		'loader'   => $script && $source ? vitrine_resolve( $script->getAttribute( 'src' ), $url ) : null,
	);
}

/** Puts the published image in the place of the drawing, which no cleaner of markup would leave whole. */
function vitrine_picture( DOMDocument $page, DOMXPath $find, DOMElement $figure, string $url ): void {
	$place   = $find->query( './/div[contains(concat(" ", @class, " "), " picture ")]', $figure )->item( 0 );
	$drawing = $place ? $find->query( './/*[local-name()="svg"]', $place )->item( 0 ) : null;
	if ( ! $drawing ) {
		return;
	}
	$image = $page->createElement( 'img' );
	$said  = $find->query( '//meta[@property="og:image:alt"]/@content' )->item( 0 );
	$parts = explode( '/embed/', preg_replace( '/\.html$/', '.png', $url ) );
	$file  = array_pop( $parts );
	$base  = implode( '/embed/', $parts );
	$image->setAttribute( 'src', "$base/drawings/$file" );
	$image->setAttribute( 'alt', $said ? $said->nodeValue : '' );
	$image->setAttribute( 'loading', 'lazy' );
	foreach ( array( 'width', 'height' ) as $size ) {
		$image->setAttribute( $size, (string) (int) $drawing->getAttribute( $size ) );
	}
	while ( $place->firstChild ) {
		$place->removeChild( $place->firstChild );
	}
	$place->appendChild( $image );
}

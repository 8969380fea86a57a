<?php
/**
 * Plugin Name: Vitrine
 * Description: Shows figures of a folder that Vitrine published: as text, picture and table in the page itself, live where scripts run.
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT
 * License URI: https://opensource.org/license/mit
 * Text Domain: vitrine
 *
 * @package Vitrine
 */

defined( 'ABSPATH' ) || exit;

require __DIR__ . '/page.php';
require __DIR__ . '/figure.php';
require __DIR__ . '/settings.php';

/** A figure in a post: its words for every reader, and the live element where an administrator trusts the site it comes from. */
function vitrine_render( string $address, int $heading = 2 ): string {
	$url = vitrine_address( $address );
	if ( null === $url ) {
		return '<p class="vitrine-missing">' . esc_html__( 'Vitrine needs the address of a figure, such as https://figures.example.org/embed/teachers.html.', 'vitrine' ) . '</p>';
	}
	$heading = max( 1, min( 4, $heading ) );
	$html    = vitrine_page( $url );
	$read    = null === $html ? null : vitrine_read( $html, $url, $heading );
	if ( null === $read ) {
		return '<p class="vitrine-missing"><a href="' . esc_url( $url ) . '">' . esc_html__( 'This figure could not be loaded. See it on its own page.', 'vitrine' ) . '</a></p>';
	}
	if ( null === $read['loader'] || ! vitrine_trusts( $url ) ) {
		return $read['figure'];
	}
	// The same handle for the same site, so that a page with ten figures has one script.
	wp_enqueue_script( 'vitrine-' . substr( md5( $read['loader'] ), 0, 8 ), $read['loader'], array(), null, true );
	return sprintf(
		'<%1$s src="%2$s" heading="%3$d" lang="%4$s">%5$s</%1$s>',
		$read['tag'],
		esc_url( $read['document'] ),
		$heading,
		esc_attr( $read['lang'] ),
		$read['figure']
	);
}

/** `[vitrine address="https://..." heading="2"]`, or the address between `[vitrine]` and `[/vitrine]`. */
function vitrine_shortcode( $attributes, $content = '' ): string {
	$given = shortcode_atts( array( 'address' => '', 'heading' => 2 ), $attributes, 'vitrine' );
	return vitrine_render( (string) ( '' !== $given['address'] ? $given['address'] : wp_strip_all_tags( (string) $content ) ), (int) $given['heading'] );
}

add_action(
	'init',
	function () {
		add_shortcode( 'vitrine', 'vitrine_shortcode' );
		register_block_type(
			__DIR__,
			array(
				'render_callback' => function ( array $attributes ): string {
					$figure = vitrine_render( (string) ( $attributes['address'] ?? '' ), (int) ( $attributes['heading'] ?? 2 ) );
					return '<div ' . get_block_wrapper_attributes() . '>' . $figure . '</div>';
				},
			)
		);
		// An address on a line of its own becomes the figure itself where its site is trusted; elsewhere it stays WordPress's own embed, a frame.
		foreach ( vitrine_origins() as $number => $origin ) {
			$pattern = '#^' . preg_quote( $origin, '#' ) . '/(?:[^?\#]*/)?embed/[^?\#]*\.html$#i';
			wp_embed_register_handler( "vitrine-$number", $pattern, fn( $found ) => vitrine_render( $found[0] ) );
		}
	}
);

/** Our loader is a module. */
add_filter(
	'script_loader_tag',
	function ( string $tag, string $handle ): string {
		return 0 === strpos( $handle, 'vitrine-' ) && false === strpos( $handle, 'vitrine-figure' )
			? preg_replace( '/ type=([\'"])[^\'"]*\1|(?<=<script)/', ' type="module"', $tag, 1 )
			: $tag;
	},
	10,
	2
);

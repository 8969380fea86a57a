<?php
/**
 * Whose scripts may run: an administrator's choice, since whoever may write a post may name any address.
 *
 * @package Vitrine
 */

defined( 'ABSPATH' ) || exit;

/** Sites whose elements may run on this one, such as `https://figures.example.org`. */
function vitrine_origins(): array {
	return array_values( array_filter( (array) get_option( 'vitrine_origins', array() ), 'is_string' ) );
}

function vitrine_trusts( string $url ): bool {
	return in_array( vitrine_origin( $url ), vitrine_origins(), true );
}

/** Lines of text as a list of origins; what is no web address is left out. */
function vitrine_clean_origins( $typed ): array {
	$lines   = is_array( $typed ) ? $typed : preg_split( '/\s+/', (string) $typed );
	$origins = array();
	foreach ( $lines as $line ) {
		$url = preg_match( '#^https?://#i', trim( (string) $line ) ) ? esc_url_raw( trim( (string) $line ), array( 'http', 'https' ) ) : '';
		if ( $url && wp_parse_url( $url, PHP_URL_HOST ) ) {
			$origins[] = vitrine_origin( $url );
		}
	}
	return array_values( array_unique( $origins ) );
}

add_action(
	'admin_init',
	function () {
		register_setting( 'writing', 'vitrine_origins', array( 'type' => 'array', 'sanitize_callback' => 'vitrine_clean_origins', 'default' => array() ) );
		add_settings_field(
			'vitrine_origins',
			__( 'Vitrine: sites whose figures are live', 'vitrine' ),
			function () {
				printf(
					'<textarea id="vitrine_origins" name="vitrine_origins" rows="3" cols="50" class="code" aria-describedby="vitrine_origins_says">%s</textarea><p class="description" id="vitrine_origins_says">%s</p>',
					esc_textarea( implode( "\n", vitrine_origins() ) ),
					esc_html__( 'One address a line, such as https://figures.example.org. Scripts of these sites run where a post shows one of their figures. Figures of any other site are shown as text, picture and table, without a script.', 'vitrine' )
				);
			},
			'writing',
			'default',
			array( 'label_for' => 'vitrine_origins' )
		);
	}
);

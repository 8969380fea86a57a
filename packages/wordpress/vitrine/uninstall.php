<?php
/**
 * Leaves nothing behind.
 *
 * @package Vitrine
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'vitrine_origins' );

global $wpdb;
// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- there is no function that forgets transients by the start of their names.
$wpdb->query( $wpdb->prepare( "DELETE FROM {$wpdb->options} WHERE option_name LIKE %s OR option_name LIKE %s", $wpdb->esc_like( '_transient_vitrine_' ) . '%', $wpdb->esc_like( '_transient_timeout_vitrine_' ) . '%' ) );

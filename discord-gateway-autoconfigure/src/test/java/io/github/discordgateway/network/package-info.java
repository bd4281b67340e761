/**
 * Servers that stand between a client and another server in tests: one that speaks TLS,
 * and proxies.
 */
package io.github.discordgateway.network;

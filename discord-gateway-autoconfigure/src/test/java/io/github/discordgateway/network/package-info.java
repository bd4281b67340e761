/**
 * What tests use to reach a server: an HTTP client, and servers that stand between a
 * client and another server, one that speaks TLS and proxies.
 */
package io.github.discordgateway.network;

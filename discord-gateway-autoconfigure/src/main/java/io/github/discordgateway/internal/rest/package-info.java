/**
 * The one request that the gateway needs of Discord's REST API: where to connect, with
 * how many shards, and how often to identify. Other requests are a REST library's.
 */
@NullMarked
package io.github.discordgateway.internal.rest;

import org.jspecify.annotations.NullMarked;

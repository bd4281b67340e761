/**
 * Requests to Discord's REST API: the one that the gateway needs, where to connect, with
 * how many shards, and how often to identify; and what is behind the prepared client:
 * rate limits, repetitions and errors.
 */
@NullMarked
package io.github.discordgateway.internal.rest;

import org.jspecify.annotations.NullMarked;

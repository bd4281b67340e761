/**
 * Which shards run in this process: finds out where to connect and with how many, starts,
 * watches and stops them, and is the one face of the gateway to the application. It hands
 * events on, and knows them only as far as they answer requests: how they reach listeners
 * is the concern of {@code dispatch}, and what one shard does its own.
 */
@NullMarked
package io.github.discordgateway.internal.cluster;

import org.jspecify.annotations.NullMarked;

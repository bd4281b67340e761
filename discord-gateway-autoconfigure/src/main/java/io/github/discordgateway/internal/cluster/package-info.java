/**
 * Which shards run in this process: finds out where to connect and with how many, starts,
 * watches and stops them, and is the one face of the gateway to the application. It knows
 * events as far as they answer requests, and not how they reach listeners. What one shard
 * does is its own concern.
 */
@NullMarked
package io.github.discordgateway.internal.cluster;

import org.jspecify.annotations.NullMarked;

/**
 * What an operator sees: health, meters, observations and an endpoint. It reads snapshots
 * of the cluster, its shards, the listeners and the permits to identify, and the counts
 * of the decoder; nothing but a write of the endpoint changes anything in them.
 */
@NullMarked
package io.github.discordgateway.actuate;

import org.jspecify.annotations.NullMarked;

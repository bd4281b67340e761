/**
 * What an operator sees: health and meters now, an endpoint later. It reads snapshots of
 * the cluster, its shards and the permits to identify, and the counts of the decoder, and
 * changes nothing in them.
 */
@NullMarked
package io.github.discordgateway.actuate;

import org.jspecify.annotations.NullMarked;

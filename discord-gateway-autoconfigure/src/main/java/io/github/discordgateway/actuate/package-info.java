/**
 * What an operator sees: health now, figures and an endpoint later. It reads snapshots of
 * the cluster and its shards, and changes nothing in them.
 */
@NullMarked
package io.github.discordgateway.actuate;

import org.jspecify.annotations.NullMarked;

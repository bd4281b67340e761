package io.github.discordgateway.internal.cluster;

import java.net.URI;

/**
 * What a start begins with.
 *
 * @param url where the shards connect
 * @param layout which shards run here
 */
record StartPlan(URI url, ShardLayout layout) {

}

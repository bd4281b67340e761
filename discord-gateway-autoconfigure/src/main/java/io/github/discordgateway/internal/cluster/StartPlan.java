package io.github.discordgateway.internal.cluster;

import java.net.URI;

/**
 * What a start begins with.
 *
 * @param url where the shards connect
 * @param total the number of shards of the bot
 */
record StartPlan(URI url, int total) {

}

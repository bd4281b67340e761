/**
 * From a shard's delivery to a topic, and from a topic to the dispatcher. Needs Spring
 * for Apache Kafka, which nothing outside of this package touches.
 */
@NullMarked
package io.github.discordgateway.internal.kafka;

import org.jspecify.annotations.NullMarked;

/**
 * Micrometer meters of the shards, events, listeners, sessions and permits to identify.
 * They need Micrometer alone, not Actuator.
 */
@NullMarked
package io.github.discordgateway.actuate.metrics;

import org.jspecify.annotations.NullMarked;

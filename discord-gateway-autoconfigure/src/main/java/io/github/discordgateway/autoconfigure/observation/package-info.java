/**
 * Auto-configuration of the gateway's observations. It needs Micrometer's Observation
 * API, and no Actuator.
 */
@NullMarked
package io.github.discordgateway.autoconfigure.observation;

import org.jspecify.annotations.NullMarked;

/**
 * Auto-configuration of the gateway's meters. It needs Micrometer, and no Actuator.
 */
@NullMarked
package io.github.discordgateway.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;

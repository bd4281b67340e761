/**
 * Auto-configuration of the gateway's health. It needs {@code spring-boot-health}, and
 * for the health group {@code readiness} Actuator.
 */
@NullMarked
package io.github.discordgateway.autoconfigure.health;

import org.jspecify.annotations.NullMarked;

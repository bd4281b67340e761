/**
 * Micrometer observations of the calls of listeners, for traces and timers. They need
 * Micrometer alone, not Actuator.
 */
@NullMarked
package io.github.discordgateway.actuate.observation;

import org.jspecify.annotations.NullMarked;

/**
 * Auto-configuration of what needs Actuator: the gateway's endpoint, what it tells of
 * itself in {@code info}, and the secrets that no endpoint shows.
 */
@NullMarked
package io.github.discordgateway.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;

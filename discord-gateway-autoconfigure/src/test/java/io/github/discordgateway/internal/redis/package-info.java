/**
 * Tests with a Redis that is embedded.
 */
package io.github.discordgateway.internal.redis;

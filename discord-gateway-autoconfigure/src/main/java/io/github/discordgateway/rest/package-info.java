/**
 * What a bot sends over HTTP: a prepared {@code WebClient} that keeps to Discord's rate
 * limits, and typed operations for the requests that bots need. The operations are
 * interfaces, by resource; each is a bean.
 */
@NullMarked
package io.github.discordgateway.rest;

import org.jspecify.annotations.NullMarked;

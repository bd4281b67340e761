/**
 * A page that shows what the gateway does, at {@code /}: shards, events, the identify
 * budget and a log of recoveries, once a second over server-sent events. On the simulator
 * it can also cause trouble. The bot does not know of it: leave the package out, and it
 * runs as before.
 */
@NullMarked
package io.github.discordgateway.demo.console;

import org.jspecify.annotations.NullMarked;

/**
 * One session with the gateway: the machine, which owns every rule of the protocol and
 * touches neither socket nor clock, and the thin driver that feeds it from a connection
 * and from timers. What an event means and who wants it is not known here.
 */
@NullMarked
package io.github.discordgateway.internal.shard;

import org.jspecify.annotations.NullMarked;

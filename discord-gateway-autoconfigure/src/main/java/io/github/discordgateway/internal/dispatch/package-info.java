/**
 * From one shard to many listeners: which handler wants which event, in what order events
 * are handled, and when a shard has to wait for its listeners. A frame enters, an
 * envelope leaves to a handler on one of the listeners' threads. How a handler came to be
 * and what a shard does about back-pressure are not its concern.
 */
@NullMarked
package io.github.discordgateway.internal.dispatch;

import org.jspecify.annotations.NullMarked;

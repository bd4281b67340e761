/**
 * The events of the gateway: one record for each, the table that knows their names,
 * records and gating intents, and the decoder that turns a frame into one. An event
 * enters here only as what Discord documents; how it is delivered is not its concern.
 */
@NullMarked
package io.github.discordgateway.event;

import org.jspecify.annotations.NullMarked;

/**
 * The typed commands that a bot sends: one record for each, validated where it is made,
 * and their wire form. When a command may be sent is the shard's concern.
 */
@NullMarked
package io.github.discordgateway.command;

import org.jspecify.annotations.NullMarked;

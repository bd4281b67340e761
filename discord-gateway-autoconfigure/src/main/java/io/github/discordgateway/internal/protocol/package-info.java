/**
 * The protocol's vocabulary: opcodes, close codes, intents, snowflakes, shard ids, and
 * the frame that carries everything. It holds facts and their wire form, no behaviour of
 * a session. It knows no other package of the project, and every other one may use it.
 */
@NullMarked
package io.github.discordgateway.internal.protocol;

import org.jspecify.annotations.NullMarked;

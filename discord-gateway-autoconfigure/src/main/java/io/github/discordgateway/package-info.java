/**
 * The front door: {@link Gateway}, its shards and what they say of themselves, and the
 * words that all other packages share. What stands here, and in every package but
 * {@code internal}, is meant to last.
 */
@NullMarked
package io.github.discordgateway;

import org.jspecify.annotations.NullMarked;

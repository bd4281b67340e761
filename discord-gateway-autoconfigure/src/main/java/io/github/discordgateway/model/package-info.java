/**
 * What all of Discord's objects share: values that stay readable when Discord adds one
 * that this version does not know, sets of flags, and lists that are never absent. The
 * objects themselves live in the packages below, by subject; only mechanisms that they
 * all need enter here. A component without {@code @Nullable} is one that Discord
 * documents as always there; decoding does not insist on it, since an event is worth more
 * than one of its fields: a missing number is then 0 and anything else {@code null}.
 */
@NullMarked
package io.github.discordgateway.model;

import org.jspecify.annotations.NullMarked;

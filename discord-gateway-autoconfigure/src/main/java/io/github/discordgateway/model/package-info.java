/**
 * What all of Discord's objects share: values that stay readable when Discord adds one
 * that this version does not know, sets of flags, unions
 * ({@link io.github.discordgateway.model.Union Union},
 * {@link io.github.discordgateway.model.Kind Kind}) that keep unknown kinds as they were
 * sent, and lists that are never absent. The objects themselves live in the packages
 * below, by subject; only mechanisms that they all need enter here. A component without
 * {@code @Nullable} is one that Discord documents as always there; decoding does not
 * insist on it, since an event is worth more than one of its fields: a missing number is
 * then 0 and anything else {@code null}.
 * <p>
 * A component that is {@code @Nullable} does not tell an absent field from one that is
 * {@code null}. Where that matters it is a {@link io.github.discordgateway.model.Field
 * Field}: in what tells a change or a part only (GUILD_MEMBER_UPDATE,
 * CHANNEL_PINS_UPDATE, VOICE_CHANNEL_START_TIME_UPDATE, partial users), and for the
 * message that another one replies to. Everywhere else the raw event tells it.
 */
@NullMarked
package io.github.discordgateway.model;

import org.jspecify.annotations.NullMarked;

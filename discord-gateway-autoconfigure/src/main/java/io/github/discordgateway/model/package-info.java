/**
 * What all of Discord's objects share: values that stay readable when Discord adds one
 * that this version does not know, sets of flags, unions
 * ({@link io.github.discordgateway.model.Union Union},
 * {@link io.github.discordgateway.model.Kind Kind}) that keep unknown kinds as they were
 * sent, and lists that are never absent. The objects themselves live in the packages
 * below, by subject; only mechanisms that they all need enter here.
 * <p>
 * What a component says of a field that was left out follows from Discord's
 * documentation, by these rules:
 * <ul>
 * <li>A list or a map is empty, whether its field was left out, {@code null} or
 * empty.</li>
 * <li>A {@code boolean} is {@code false}, and written so: absent means false. It is a
 * {@code @Nullable Boolean} only where that would be a guess: in parts of objects
 * ({@link io.github.discordgateway.model.guild.PartialGuild PartialGuild}), for what only
 * the account itself is told, and where absent means true ({@code required} and
 * {@code divider} of components).</li>
 * <li>Anything else that may be absent or {@code null} is {@code @Nullable}, which does
 * not tell the one from the other. Where that matters it is a
 * {@link io.github.discordgateway.model.Field Field}: in what tells a change or a part
 * only (GUILD_MEMBER_UPDATE, CHANNEL_PINS_UPDATE, VOICE_CHANNEL_START_TIME_UPDATE,
 * partial users), and for the message that another one replies to. Everywhere else the
 * raw event tells it.</li>
 * <li>A component without {@code @Nullable} is one that Discord documents as always
 * there. Decoding does not insist on it, since an event is worth more than one of its
 * fields: a missing number is then 0 and anything else {@code null}.</li>
 * </ul>
 */
@NullMarked
package io.github.discordgateway.model;

import org.jspecify.annotations.NullMarked;

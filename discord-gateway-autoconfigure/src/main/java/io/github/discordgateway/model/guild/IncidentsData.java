package io.github.discordgateway.model.guild;

import java.time.Instant;

import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;

/**
 * What was done for the safety of a guild, and what was seen.
 *
 * @param invitesDisabledUntil until when invites are paused; {@code null} when there is
 * none
 * @param dmsDisabledUntil until when direct messages are paused; {@code null} when there
 * is none
 * @param dmSpamDetectedAt when spam by direct messages was seen; {@code null} when absent
 * @param raidDetectedAt when a raid was seen; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#incidents-data-object-incidents-data-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record IncidentsData(@Nullable Instant invitesDisabledUntil, @Nullable Instant dmsDisabledUntil,
		@Nullable Instant dmSpamDetectedAt, @Nullable Instant raidDetectedAt) {

}

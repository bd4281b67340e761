package io.github.discordgateway.model.guild;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Safety measures.
 *
 * @param invitesDisabledUntil invites paused until; {@code null} when there is none
 * @param dmsDisabledUntil DMs paused until; {@code null} when there is none
 * @param dmSpamDetectedAt DM spam seen at; {@code null} when absent
 * @param raidDetectedAt raid seen at; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/guild#incidents-data-object-incidents-data-structure">Discord's
 * documentation</a>
 */
public record IncidentsData(@Nullable Instant invitesDisabledUntil, @Nullable Instant dmsDisabledUntil,
		@Nullable Instant dmSpamDetectedAt, @Nullable Instant raidDetectedAt) {

}

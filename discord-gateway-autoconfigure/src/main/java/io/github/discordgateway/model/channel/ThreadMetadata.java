package io.github.discordgateway.model.channel;

import java.time.Instant;

import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;

/**
 * What only a thread has.
 *
 * @param archived whether it is archived
 * @param autoArchiveDuration minutes without activity until a thread is archived: 60,
 * 1440, 4320 or 10080
 * @param archiveTimestamp when it was last archived or taken out of the archive
 * @param locked whether only moderators may take it out of the archive
 * @param invitable whether members may add others, only in private threads; otherwise
 * {@code null}
 * @param createTimestamp when it was made, only for threads made after 2022-01-09;
 * otherwise {@code null}
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#thread-metadata-object-thread-metadata-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record ThreadMetadata(boolean archived, int autoArchiveDuration, Instant archiveTimestamp, boolean locked,
		@Nullable Boolean invitable, @Nullable Instant createTimestamp) {

}

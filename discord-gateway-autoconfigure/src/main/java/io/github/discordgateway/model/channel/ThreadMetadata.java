package io.github.discordgateway.model.channel;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Thread-only data.
 *
 * @param archived archived or not
 * @param autoArchiveDuration minutes, 60 1440 4320 or 10080
 * @param archiveTimestamp last change of the archive state
 * @param locked only moderators may unarchive
 * @param invitable members may invite, private threads only; otherwise {@code null}
 * @param createTimestamp creation time, only after 2022-01-09; otherwise {@code null}
 * @see <a href=
 * "https://discord.com/developers/docs/resources/channel#thread-metadata-object-thread-metadata-structure">Discord's
 * documentation</a>
 */
public record ThreadMetadata(boolean archived, int autoArchiveDuration, Instant archiveTimestamp, boolean locked,
		@Nullable Boolean invitable, @Nullable Instant createTimestamp) {

}

package io.github.discordgateway.model.message;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.model.OrEmpty;
import io.github.discordgateway.model.application.Application;
import io.github.discordgateway.model.user.User;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A file of a message.
 *
 * @param id attachment id
 * @param filename file name
 * @param title title; {@code null} when absent
 * @param description alt text; {@code null} when absent
 * @param contentType media type; {@code null} when absent
 * @param size bytes
 * @param url source url
 * @param proxyUrl proxy url
 * @param height pixels; {@code null} when absent
 * @param width pixels; {@code null} when absent
 * @param placeholder thumbhash; {@code null} when absent
 * @param placeholderVersion thumbhash version; {@code null} when absent
 * @param ephemeral ephemeral; {@code null} when absent
 * @param durationSecs media length; {@code null} when absent
 * @param waveform base64 waveform; {@code null} when absent
 * @param flags bit set; {@code null} when absent
 * @param clipParticipants clip users; empty when absent
 * @param clipCreatedAt clip time; {@code null} when absent
 * @param application clip app; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#attachment-object-attachment-structure">Discord's
 * documentation</a>
 */
public record Attachment(Snowflake id, String filename, @Nullable String title, @Nullable String description,
		@Nullable String contentType, int size, String url, String proxyUrl, @Nullable Integer height,
		@Nullable Integer width, @Nullable String placeholder, @Nullable Integer placeholderVersion,
		@Nullable Boolean ephemeral, @Nullable Double durationSecs, @Nullable String waveform,
		@Nullable AttachmentFlags flags, List<User> clipParticipants, @Nullable Instant clipCreatedAt,
		@Nullable Application application) {

	public Attachment {
		clipParticipants = OrEmpty.list(clipParticipants);
	}

}

package io.github.discordgateway.model.message;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.application.Application;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * A file of a message.
 *
 * @param id id of the attachment
 * @param filename name of the file
 * @param title its title; {@code null} when absent
 * @param description what it shows, for those who do not see it; {@code null} when absent
 * @param contentType its media type; {@code null} when absent
 * @param size size in bytes
 * @param url its address
 * @param proxyUrl its address at Discord's proxy
 * @param height height in pixels, only of pictures and videos; {@code null} when absent
 * @param width width in pixels, only of pictures and videos; {@code null} when absent
 * @param placeholder a ThumbHash to show while it is loaded; {@code null} when absent
 * @param placeholderVersion version of that placeholder; {@code null} when absent
 * @param ephemeral whether it is removed after some time; {@code false} when absent
 * @param durationSecs length in seconds, only for voice messages; otherwise {@code null}
 * @param waveform the wave form in base64, only for voice messages; otherwise
 * {@code null}
 * @param flags the flags that are set; {@code null} when absent
 * @param clipParticipants the users in the clip; empty when absent
 * @param clipCreatedAt when the clip was made; {@code null} when absent
 * @param application the application that was running in the clip; {@code null} when
 * absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#attachment-object-attachment-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record Attachment(Snowflake id, String filename, @Nullable String title, @Nullable String description,
		@Nullable String contentType, int size, String url, String proxyUrl, @Nullable Integer height,
		@Nullable Integer width, @Nullable String placeholder, @Nullable Integer placeholderVersion, boolean ephemeral,
		@Nullable Double durationSecs, @Nullable String waveform, @Nullable AttachmentFlags flags,
		List<User> clipParticipants, @Nullable Instant clipCreatedAt, @Nullable Application application) {

	public Attachment {
		clipParticipants = RecordValues.listOrEmpty(clipParticipants);
	}

}

package io.github.discordgateway.model.message;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.component.MessageComponent;
import io.github.discordgateway.model.expression.Sticker;
import io.github.discordgateway.model.expression.StickerItem;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * What a forward copies of a message.
 *
 * @param content the text; empty without the MESSAGE_CONTENT intent
 * @param timestamp when it was sent
 * @param editedTimestamp when it was last edited; {@code null} when it never was
 * @param mentions the users that it mentions
 * @param mentionRoles ids of the roles that it mentions
 * @param attachments the files that came with it
 * @param embeds the previews of its links, or what a bot or webhook put together
 * @param type which kind it is
 * @param flags the flags that are set; {@code null} when absent
 * @param components the components; empty when absent
 * @param stickerItems the stickers; empty when absent
 * @param stickers the stickers with all their fields, deprecated; empty when absent
 */
@DiscordJson
public record MessageSnapshotFields(String content, Instant timestamp, @Nullable Instant editedTimestamp,
		List<User> mentions, List<Snowflake> mentionRoles, List<Attachment> attachments, List<Embed> embeds,
		MessageType type, @Nullable MessageFlags flags, List<MessageComponent> components,
		List<StickerItem> stickerItems, List<Sticker> stickers) {

	public MessageSnapshotFields {
		mentions = RecordValues.listOrEmpty(mentions);
		mentionRoles = RecordValues.listOrEmpty(mentionRoles);
		attachments = RecordValues.listOrEmpty(attachments);
		embeds = RecordValues.listOrEmpty(embeds);
		components = RecordValues.listOrEmpty(components);
		stickerItems = RecordValues.listOrEmpty(stickerItems);
		stickers = RecordValues.listOrEmpty(stickers);
	}

}

package io.github.discordgateway.model.message;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.model.OrEmpty;
import io.github.discordgateway.model.component.Component;
import io.github.discordgateway.model.expression.Sticker;
import io.github.discordgateway.model.expression.StickerItem;
import io.github.discordgateway.model.user.User;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * What a forward copies of a message.
 *
 * @param content text, empty without message content intent
 * @param timestamp sent at
 * @param editedTimestamp edited at; {@code null} when there is none
 * @param mentions mentioned accounts
 * @param mentionRoles mentioned roles
 * @param attachments files
 * @param embeds embeds
 * @param type kind
 * @param flags bit set; {@code null} when absent
 * @param components components; empty when absent
 * @param stickerItems stickers; empty when absent
 * @param stickers full stickers, deprecated; empty when absent
 */
public record MessageSnapshotFields(String content, Instant timestamp, @Nullable Instant editedTimestamp,
		List<User> mentions, List<Snowflake> mentionRoles, List<Attachment> attachments, List<Embed> embeds,
		MessageType type, @Nullable MessageFlags flags, List<Component> components, List<StickerItem> stickerItems,
		List<Sticker> stickers) {

	public MessageSnapshotFields {
		mentions = OrEmpty.list(mentions);
		mentionRoles = OrEmpty.list(mentionRoles);
		attachments = OrEmpty.list(attachments);
		embeds = OrEmpty.list(embeds);
		components = OrEmpty.list(components);
		stickerItems = OrEmpty.list(stickerItems);
		stickers = OrEmpty.list(stickers);
	}

}

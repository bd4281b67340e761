package io.github.discordgateway.model.message;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.Field;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.application.Application;
import io.github.discordgateway.model.channel.Channel;
import io.github.discordgateway.model.component.MessageComponent;
import io.github.discordgateway.model.expression.Sticker;
import io.github.discordgateway.model.expression.StickerItem;
import io.github.discordgateway.model.poll.Poll;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * A message of which only the id is sure.
 *
 * @param id id of the message
 * @param channelId id of the channel; {@code null} when absent
 * @param author the author; a stand-in when {@code webhookId} is there; {@code null} when
 * absent
 * @param content the text; empty without the MESSAGE_CONTENT intent; {@code null} when
 * absent
 * @param timestamp when it was sent; {@code null} when absent
 * @param editedTimestamp when it was last edited; {@code null} when absent
 * @param tts whether it is read aloud; {@code null} when absent
 * @param mentionEveryone whether it mentions everyone; {@code null} when absent
 * @param mentions the users that it mentions; empty when absent
 * @param mentionRoles ids of the roles that it mentions; empty when absent
 * @param mentionChannels the channels that it mentions, only in crossposts; empty when
 * absent
 * @param attachments the files that came with it; empty when absent
 * @param embeds the previews of its links, or what a bot or webhook put together; empty
 * when absent
 * @param reactions the reactions to it; empty when absent
 * @param nonce the text or number that its sender gave it to know it by; {@code null}
 * when absent
 * @param pinned whether it is pinned; {@code null} when absent
 * @param webhookId id of the webhook; {@code null} when absent
 * @param type which kind it is; {@code null} when absent
 * @param activity the invitation to an activity; {@code null} when absent
 * @param application the application of that activity; {@code null} when absent
 * @param applicationId id of the application that it is the answer of; {@code null} when
 * absent
 * @param flags the flags that are set; {@code null} when absent
 * @param messageReference the message that it replies to, forwards, crossposts or tells
 * of; {@code null} when absent
 * @param messageSnapshots the messages that it forwards; empty when absent
 * @param referencedMessage the message that is replied to; {@code null} when it was
 * deleted, absent when Discord has not looked it up
 * @param interactionMetadata the interaction that it is the answer to; {@code null} when
 * absent
 * @param interaction the same in an older form, deprecated; {@code null} when absent
 * @param thread the thread that was started from it; {@code null} when absent
 * @param components the components; empty when absent
 * @param stickerItems the stickers; empty when absent
 * @param stickers the stickers with all their fields, deprecated; empty when absent
 * @param position about how many messages are before it in the thread; {@code null} when
 * absent
 * @param roleSubscriptionData the subscription to a role that it tells of; {@code null}
 * when absent
 * @param resolved the objects of the ids in its select menus; {@code null} when absent
 * @param poll the poll; {@code null} when absent
 * @param call the call that it tells of; {@code null} when absent
 * @param sharedClientTheme the theme that it shares; {@code null} when absent
 * @param purchaseNotification the purchase that it tells of; {@code null} when absent
 * @param lobbyMember its author in the lobby of a game that it was sent from;
 * {@code null} when absent
 */
@DiscordJson
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Field.Absent.class)
public record PartialMessage(Snowflake id, @Nullable Snowflake channelId, @Nullable User author,
		@Nullable String content, @Nullable Instant timestamp, @Nullable Instant editedTimestamp, @Nullable Boolean tts,
		@Nullable Boolean mentionEveryone, List<User> mentions, List<Snowflake> mentionRoles,
		List<ChannelMention> mentionChannels, List<Attachment> attachments, List<Embed> embeds,
		List<Reaction> reactions, @Nullable String nonce, @Nullable Boolean pinned, @Nullable Snowflake webhookId,
		@Nullable MessageType type, @Nullable MessageActivity activity, @Nullable Application application,
		@Nullable Snowflake applicationId, @Nullable MessageFlags flags, @Nullable MessageReference messageReference,
		List<MessageSnapshot> messageSnapshots, Field<Message> referencedMessage,
		@Nullable MessageInteractionMetadata interactionMetadata, @Nullable MessageInteraction interaction,
		@Nullable Channel thread, List<MessageComponent> components, List<StickerItem> stickerItems,
		List<Sticker> stickers, @Nullable Integer position, @Nullable RoleSubscriptionData roleSubscriptionData,
		@Nullable ResolvedData resolved, @Nullable Poll poll, @Nullable MessageCall call,
		@Nullable SharedClientTheme sharedClientTheme, @Nullable PurchaseNotification purchaseNotification,
		@Nullable MessageLobbyMember lobbyMember) {

	public PartialMessage {
		mentions = RecordValues.listOrEmpty(mentions);
		mentionRoles = RecordValues.listOrEmpty(mentionRoles);
		mentionChannels = RecordValues.listOrEmpty(mentionChannels);
		attachments = RecordValues.listOrEmpty(attachments);
		embeds = RecordValues.listOrEmpty(embeds);
		reactions = RecordValues.listOrEmpty(reactions);
		messageSnapshots = RecordValues.listOrEmpty(messageSnapshots);
		referencedMessage = Field.orAbsent(referencedMessage);
		components = RecordValues.listOrEmpty(components);
		stickerItems = RecordValues.listOrEmpty(stickerItems);
		stickers = RecordValues.listOrEmpty(stickers);
	}

}

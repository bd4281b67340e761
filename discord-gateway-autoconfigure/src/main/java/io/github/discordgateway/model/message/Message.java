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
import io.github.discordgateway.model.channel.ChannelType;
import io.github.discordgateway.model.component.MessageComponent;
import io.github.discordgateway.model.expression.Sticker;
import io.github.discordgateway.model.expression.StickerItem;
import io.github.discordgateway.model.guild.Member;
import io.github.discordgateway.model.poll.Poll;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * A message, also one that was sent by a webhook or forwarded. Without the
 * MESSAGE_CONTENT intent the text, embeds, attachments, components and poll of most
 * messages are empty.
 *
 * @param id id of the message
 * @param channelId id of the channel
 * @param author the author; a stand-in when {@code webhookId} is there
 * @param content the text; empty without the MESSAGE_CONTENT intent
 * @param timestamp when it was sent
 * @param editedTimestamp when it was last edited; {@code null} when it never was
 * @param tts whether it is read aloud
 * @param mentionEveryone whether it mentions everyone
 * @param mentions the users that it mentions
 * @param mentionRoles ids of the roles that it mentions
 * @param mentionChannels the channels that it mentions, only in crossposts; empty when
 * absent
 * @param attachments the files that came with it
 * @param embeds the previews of its links, or what a bot or webhook put together
 * @param reactions the reactions to it; empty when absent
 * @param nonce the text or number that its sender gave it to know it by; {@code null}
 * when absent
 * @param pinned whether it is pinned
 * @param webhookId id of the webhook; {@code null} when absent
 * @param type which kind it is
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
 * @param guildId id of the guild; absent in DMs and for ephemeral messages, then
 * {@code null}
 * @param member the author's membership, without the user; absent for webhooks, direct
 * and ephemeral messages, then {@code null}
 * @param channelType the kind of channel; {@code null} when absent
 * @param purchaseNotification the purchase that it tells of; {@code null} when absent
 * @param lobbyMember its author in the lobby of a game that it was sent from;
 * {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#message-object-message-structure">Discord's
 * documentation</a>
 */
@DiscordJson
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Field.Absent.class)
public record Message(Snowflake id, Snowflake channelId, User author, String content, Instant timestamp,
		@Nullable Instant editedTimestamp, boolean tts, boolean mentionEveryone, List<User> mentions,
		List<Snowflake> mentionRoles, List<ChannelMention> mentionChannels, List<Attachment> attachments,
		List<Embed> embeds, List<Reaction> reactions, @Nullable String nonce, boolean pinned,
		@Nullable Snowflake webhookId, MessageType type, @Nullable MessageActivity activity,
		@Nullable Application application, @Nullable Snowflake applicationId, @Nullable MessageFlags flags,
		@Nullable MessageReference messageReference, List<MessageSnapshot> messageSnapshots,
		Field<Message> referencedMessage, @Nullable MessageInteractionMetadata interactionMetadata,
		@Nullable MessageInteraction interaction, @Nullable Channel thread, List<MessageComponent> components,
		List<StickerItem> stickerItems, List<Sticker> stickers, @Nullable Integer position,
		@Nullable RoleSubscriptionData roleSubscriptionData, @Nullable ResolvedData resolved, @Nullable Poll poll,
		@Nullable MessageCall call, @Nullable SharedClientTheme sharedClientTheme, @Nullable Snowflake guildId,
		@Nullable Member member, @Nullable ChannelType channelType, @Nullable PurchaseNotification purchaseNotification,
		@Nullable MessageLobbyMember lobbyMember) {

	public Message {
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

	/**
	 * Starts to build a message, in a test above all.
	 * @param id id of the message
	 * @param channelId id of the channel
	 * @param author the author; a stand-in when {@code webhookId} is there
	 * @param content the text; empty without the MESSAGE_CONTENT intent
	 * @return a builder, which has defaults for all else
	 */
	public static MessageBuilder builder(Snowflake id, Snowflake channelId, User author, String content) {
		return new MessageBuilder(id, channelId, author, content);
	}

	/**
	 * Starts to build a message that differs from this one.
	 * @return a builder with the values of this message
	 */
	public MessageBuilder mutate() {
		return new MessageBuilder(this);
	}

}

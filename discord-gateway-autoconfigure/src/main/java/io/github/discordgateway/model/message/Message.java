package io.github.discordgateway.model.message;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.model.Field;
import io.github.discordgateway.model.OrEmpty;
import io.github.discordgateway.model.application.Application;
import io.github.discordgateway.model.channel.Channel;
import io.github.discordgateway.model.channel.ChannelType;
import io.github.discordgateway.model.component.Component;
import io.github.discordgateway.model.expression.Sticker;
import io.github.discordgateway.model.expression.StickerItem;
import io.github.discordgateway.model.guild.Member;
import io.github.discordgateway.model.poll.Poll;
import io.github.discordgateway.model.user.User;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A message, also one that was sent by a webhook or forwarded. Without the
 * MESSAGE_CONTENT intent the text, embeds, attachments, components and poll of most
 * messages are empty.
 *
 * @param id message id
 * @param channelId id of the channel
 * @param author author; webhook stand-in when webhook_id is set
 * @param content text, empty without message content intent
 * @param timestamp sent at
 * @param editedTimestamp edited at; {@code null} when there is none
 * @param tts text to speech
 * @param mentionEveryone pings everyone
 * @param mentions mentioned accounts
 * @param mentionRoles mentioned roles
 * @param mentionChannels mentioned channels, crossposts only; empty when absent
 * @param attachments files
 * @param embeds embeds
 * @param reactions reactions; empty when absent
 * @param nonce send validation; {@code null} when absent
 * @param pinned pinned
 * @param webhookId id of the webhook; {@code null} when absent
 * @param type kind
 * @param activity rich presence invite; {@code null} when absent
 * @param application rich presence app; {@code null} when absent
 * @param applicationId id of the responding app; {@code null} when absent
 * @param flags bit set; {@code null} when absent
 * @param messageReference source of reply, forward, crosspost or pin; {@code null} when
 * absent
 * @param messageSnapshots forwarded content; empty when absent
 * @param referencedMessage the message that is replied to; {@code null} when it was
 * deleted, absent when Discord has not looked it up
 * @param interactionMetadata interaction that caused it; {@code null} when absent
 * @param interaction same, deprecated; {@code null} when absent
 * @param thread thread started from it; {@code null} when absent
 * @param components components; empty when absent
 * @param stickerItems stickers; empty when absent
 * @param stickers full stickers, deprecated; empty when absent
 * @param position rough position in a thread; {@code null} when absent
 * @param roleSubscriptionData role subscription notice; {@code null} when absent
 * @param resolved entities for select menus; {@code null} when absent
 * @param poll poll; {@code null} when absent
 * @param call call data; {@code null} when absent
 * @param sharedClientTheme shared theme; {@code null} when absent
 * @param guildId id of the guild; absent in DMs and for ephemeral messages, then
 * {@code null}
 * @param member author's member; absent for webhooks, DMs and ephemeral, then
 * {@code null}
 * @param channelType channel kind; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#message-object-message-structure">Discord's
 * documentation</a>
 */
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Field.Absent.class)
public record Message(Snowflake id, Snowflake channelId, User author, String content, Instant timestamp,
		@Nullable Instant editedTimestamp, boolean tts, boolean mentionEveryone, List<User> mentions,
		List<Snowflake> mentionRoles, List<ChannelMention> mentionChannels, List<Attachment> attachments,
		List<Embed> embeds, List<Reaction> reactions, @Nullable String nonce, boolean pinned,
		@Nullable Snowflake webhookId, MessageType type, @Nullable MessageActivity activity,
		@Nullable Application application, @Nullable Snowflake applicationId, @Nullable MessageFlags flags,
		@Nullable MessageReference messageReference, List<MessageSnapshot> messageSnapshots,
		Field<Message> referencedMessage, @Nullable MessageInteractionMetadata interactionMetadata,
		@Nullable MessageInteraction interaction, @Nullable Channel thread, List<Component> components,
		List<StickerItem> stickerItems, List<Sticker> stickers, @Nullable Integer position,
		@Nullable RoleSubscriptionData roleSubscriptionData, @Nullable ResolvedData resolved, @Nullable Poll poll,
		@Nullable MessageCall call, @Nullable SharedClientTheme sharedClientTheme, @Nullable Snowflake guildId,
		@Nullable Member member, @Nullable ChannelType channelType) {

	public Message {
		mentions = OrEmpty.list(mentions);
		mentionRoles = OrEmpty.list(mentionRoles);
		mentionChannels = OrEmpty.list(mentionChannels);
		attachments = OrEmpty.list(attachments);
		embeds = OrEmpty.list(embeds);
		reactions = OrEmpty.list(reactions);
		messageSnapshots = OrEmpty.list(messageSnapshots);
		referencedMessage = Field.orAbsent(referencedMessage);
		components = OrEmpty.list(components);
		stickerItems = OrEmpty.list(stickerItems);
		stickers = OrEmpty.list(stickers);
	}

}

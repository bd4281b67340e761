package io.github.discordgateway.model.message;

import java.time.Instant;
import java.util.List;

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
 * Builds {@link Message messages}, in tests above all. What is not set is absent, empty
 * or false; the message was sent when its id says, and is of the type
 * {@link MessageType#DEFAULT}.
 */
public final class MessageBuilder {

	private Snowflake id;

	private Snowflake channelId;

	private User author;

	private String content;

	private Instant timestamp;

	private @Nullable Instant editedTimestamp;

	private boolean tts;

	private boolean mentionEveryone;

	private List<User> mentions = List.of();

	private List<Snowflake> mentionRoles = List.of();

	private List<ChannelMention> mentionChannels = List.of();

	private List<Attachment> attachments = List.of();

	private List<Embed> embeds = List.of();

	private List<Reaction> reactions = List.of();

	private @Nullable String nonce;

	private boolean pinned;

	private @Nullable Snowflake webhookId;

	private MessageType type = MessageType.DEFAULT;

	private @Nullable MessageActivity activity;

	private @Nullable Application application;

	private @Nullable Snowflake applicationId;

	private @Nullable MessageFlags flags;

	private @Nullable MessageReference messageReference;

	private List<MessageSnapshot> messageSnapshots = List.of();

	private Field<Message> referencedMessage = Field.absent();

	private @Nullable MessageInteractionMetadata interactionMetadata;

	private @Nullable MessageInteraction interaction;

	private @Nullable Channel thread;

	private List<MessageComponent> components = List.of();

	private List<StickerItem> stickerItems = List.of();

	private List<Sticker> stickers = List.of();

	private @Nullable Integer position;

	private @Nullable RoleSubscriptionData roleSubscriptionData;

	private @Nullable ResolvedData resolved;

	private @Nullable Poll poll;

	private @Nullable MessageCall call;

	private @Nullable SharedClientTheme sharedClientTheme;

	private @Nullable Snowflake guildId;

	private @Nullable Member member;

	private @Nullable ChannelType channelType;

	private @Nullable PurchaseNotification purchaseNotification;

	private @Nullable MessageLobbyMember lobbyMember;

	MessageBuilder(Snowflake id, Snowflake channelId, User author, String content) {
		this.id = RecordValues.required("id", id);
		this.channelId = RecordValues.required("channelId", channelId);
		this.author = RecordValues.required("author", author);
		this.content = RecordValues.required("content", content);
		this.timestamp = id.timestamp();
	}

	MessageBuilder(Message message) {
		this.id = message.id();
		this.channelId = message.channelId();
		this.author = message.author();
		this.content = message.content();
		this.timestamp = message.timestamp();
		this.editedTimestamp = message.editedTimestamp();
		this.tts = message.tts();
		this.mentionEveryone = message.mentionEveryone();
		this.mentions = message.mentions();
		this.mentionRoles = message.mentionRoles();
		this.mentionChannels = message.mentionChannels();
		this.attachments = message.attachments();
		this.embeds = message.embeds();
		this.reactions = message.reactions();
		this.nonce = message.nonce();
		this.pinned = message.pinned();
		this.webhookId = message.webhookId();
		this.type = message.type();
		this.activity = message.activity();
		this.application = message.application();
		this.applicationId = message.applicationId();
		this.flags = message.flags();
		this.messageReference = message.messageReference();
		this.messageSnapshots = message.messageSnapshots();
		this.referencedMessage = message.referencedMessage();
		this.interactionMetadata = message.interactionMetadata();
		this.interaction = message.interaction();
		this.thread = message.thread();
		this.components = message.components();
		this.stickerItems = message.stickerItems();
		this.stickers = message.stickers();
		this.position = message.position();
		this.roleSubscriptionData = message.roleSubscriptionData();
		this.resolved = message.resolved();
		this.poll = message.poll();
		this.call = message.call();
		this.sharedClientTheme = message.sharedClientTheme();
		this.guildId = message.guildId();
		this.member = message.member();
		this.channelType = message.channelType();
		this.purchaseNotification = message.purchaseNotification();
		this.lobbyMember = message.lobbyMember();
	}

	/**
	 * Sets the id of the message.
	 * @param id id of the message
	 * @return this builder
	 */
	public MessageBuilder id(Snowflake id) {
		this.id = RecordValues.required("id", id);
		return this;
	}

	/**
	 * Sets the id of the channel.
	 * @param channelId id of the channel
	 * @return this builder
	 */
	public MessageBuilder channelId(Snowflake channelId) {
		this.channelId = RecordValues.required("channelId", channelId);
		return this;
	}

	/**
	 * Sets the author.
	 * @param author the author; a stand-in when {@code webhookId} is there
	 * @return this builder
	 */
	public MessageBuilder author(User author) {
		this.author = RecordValues.required("author", author);
		return this;
	}

	/**
	 * Sets the text.
	 * @param content the text; empty without the MESSAGE_CONTENT intent
	 * @return this builder
	 */
	public MessageBuilder content(String content) {
		this.content = RecordValues.required("content", content);
		return this;
	}

	/**
	 * Sets when it was sent.
	 * @param timestamp when it was sent
	 * @return this builder
	 */
	public MessageBuilder timestamp(Instant timestamp) {
		this.timestamp = RecordValues.required("timestamp", timestamp);
		return this;
	}

	/**
	 * Sets when it was last edited.
	 * @param editedTimestamp when it was last edited; {@code null} when it never was
	 * @return this builder
	 */
	public MessageBuilder editedTimestamp(@Nullable Instant editedTimestamp) {
		this.editedTimestamp = editedTimestamp;
		return this;
	}

	/**
	 * Sets whether it is read aloud.
	 * @param tts whether it is read aloud
	 * @return this builder
	 */
	public MessageBuilder tts(boolean tts) {
		this.tts = tts;
		return this;
	}

	/**
	 * Sets whether it mentions everyone.
	 * @param mentionEveryone whether it mentions everyone
	 * @return this builder
	 */
	public MessageBuilder mentionEveryone(boolean mentionEveryone) {
		this.mentionEveryone = mentionEveryone;
		return this;
	}

	/**
	 * Sets the users that it mentions.
	 * @param mentions the users that it mentions
	 * @return this builder
	 */
	public MessageBuilder mentions(List<User> mentions) {
		this.mentions = RecordValues.requiredList("mentions", mentions);
		return this;
	}

	/**
	 * Sets the ids of the roles that it mentions.
	 * @param mentionRoles ids of the roles that it mentions
	 * @return this builder
	 */
	public MessageBuilder mentionRoles(List<Snowflake> mentionRoles) {
		this.mentionRoles = RecordValues.requiredList("mentionRoles", mentionRoles);
		return this;
	}

	/**
	 * Sets the channels that it mentions.
	 * @param mentionChannels the channels that it mentions, only in crossposts; empty
	 * when absent
	 * @return this builder
	 */
	public MessageBuilder mentionChannels(List<ChannelMention> mentionChannels) {
		this.mentionChannels = RecordValues.requiredList("mentionChannels", mentionChannels);
		return this;
	}

	/**
	 * Sets the files that came with it.
	 * @param attachments the files that came with it
	 * @return this builder
	 */
	public MessageBuilder attachments(List<Attachment> attachments) {
		this.attachments = RecordValues.requiredList("attachments", attachments);
		return this;
	}

	/**
	 * Sets the previews of its links, or what a bot or webhook put together.
	 * @param embeds the previews of its links, or what a bot or webhook put together
	 * @return this builder
	 */
	public MessageBuilder embeds(List<Embed> embeds) {
		this.embeds = RecordValues.requiredList("embeds", embeds);
		return this;
	}

	/**
	 * Sets the reactions to it.
	 * @param reactions the reactions to it; empty when absent
	 * @return this builder
	 */
	public MessageBuilder reactions(List<Reaction> reactions) {
		this.reactions = RecordValues.requiredList("reactions", reactions);
		return this;
	}

	/**
	 * Sets the text or number that its sender gave it to know it by.
	 * @param nonce the text or number that its sender gave it to know it by; {@code null}
	 * when absent
	 * @return this builder
	 */
	public MessageBuilder nonce(@Nullable String nonce) {
		this.nonce = nonce;
		return this;
	}

	/**
	 * Sets whether it is pinned.
	 * @param pinned whether it is pinned
	 * @return this builder
	 */
	public MessageBuilder pinned(boolean pinned) {
		this.pinned = pinned;
		return this;
	}

	/**
	 * Sets the id of the webhook.
	 * @param webhookId id of the webhook; {@code null} when absent
	 * @return this builder
	 */
	public MessageBuilder webhookId(@Nullable Snowflake webhookId) {
		this.webhookId = webhookId;
		return this;
	}

	/**
	 * Sets the kind.
	 * @param type which kind it is
	 * @return this builder
	 */
	public MessageBuilder type(MessageType type) {
		this.type = RecordValues.required("type", type);
		return this;
	}

	/**
	 * Sets the invitation to an activity.
	 * @param activity the invitation to an activity; {@code null} when absent
	 * @return this builder
	 */
	public MessageBuilder activity(@Nullable MessageActivity activity) {
		this.activity = activity;
		return this;
	}

	/**
	 * Sets the application of that activity.
	 * @param application the application of that activity; {@code null} when absent
	 * @return this builder
	 */
	public MessageBuilder application(@Nullable Application application) {
		this.application = application;
		return this;
	}

	/**
	 * Sets the id of the application that it is the answer of.
	 * @param applicationId id of the application that it is the answer of; {@code null}
	 * when absent
	 * @return this builder
	 */
	public MessageBuilder applicationId(@Nullable Snowflake applicationId) {
		this.applicationId = applicationId;
		return this;
	}

	/**
	 * Sets the flags that are set.
	 * @param flags the flags that are set; {@code null} when absent
	 * @return this builder
	 */
	public MessageBuilder flags(@Nullable MessageFlags flags) {
		this.flags = flags;
		return this;
	}

	/**
	 * Sets the message that it replies to, forwards, crossposts or tells of.
	 * @param messageReference the message that it replies to, forwards, crossposts or
	 * tells of; {@code null} when absent
	 * @return this builder
	 */
	public MessageBuilder messageReference(@Nullable MessageReference messageReference) {
		this.messageReference = messageReference;
		return this;
	}

	/**
	 * Sets the messages that it forwards.
	 * @param messageSnapshots the messages that it forwards; empty when absent
	 * @return this builder
	 */
	public MessageBuilder messageSnapshots(List<MessageSnapshot> messageSnapshots) {
		this.messageSnapshots = RecordValues.requiredList("messageSnapshots", messageSnapshots);
		return this;
	}

	/**
	 * Sets the message that is replied to.
	 * @param referencedMessage the message that is replied to; {@code null} when it was
	 * deleted, absent when Discord has not looked it up
	 * @return this builder
	 */
	public MessageBuilder referencedMessage(Field<Message> referencedMessage) {
		this.referencedMessage = RecordValues.required("referencedMessage", referencedMessage);
		return this;
	}

	/**
	 * Sets the interaction that it is the answer to.
	 * @param interactionMetadata the interaction that it is the answer to; {@code null}
	 * when absent
	 * @return this builder
	 */
	public MessageBuilder interactionMetadata(@Nullable MessageInteractionMetadata interactionMetadata) {
		this.interactionMetadata = interactionMetadata;
		return this;
	}

	/**
	 * Sets the same in an older form, deprecated.
	 * @param interaction the same in an older form, deprecated; {@code null} when absent
	 * @return this builder
	 */
	public MessageBuilder interaction(@Nullable MessageInteraction interaction) {
		this.interaction = interaction;
		return this;
	}

	/**
	 * Sets the thread that was started from it.
	 * @param thread the thread that was started from it; {@code null} when absent
	 * @return this builder
	 */
	public MessageBuilder thread(@Nullable Channel thread) {
		this.thread = thread;
		return this;
	}

	/**
	 * Sets the components.
	 * @param components the components; empty when absent
	 * @return this builder
	 */
	public MessageBuilder components(List<MessageComponent> components) {
		this.components = RecordValues.requiredList("components", components);
		return this;
	}

	/**
	 * Sets the stickers.
	 * @param stickerItems the stickers; empty when absent
	 * @return this builder
	 */
	public MessageBuilder stickerItems(List<StickerItem> stickerItems) {
		this.stickerItems = RecordValues.requiredList("stickerItems", stickerItems);
		return this;
	}

	/**
	 * Sets the stickers with all their fields, deprecated.
	 * @param stickers the stickers with all their fields, deprecated; empty when absent
	 * @return this builder
	 */
	public MessageBuilder stickers(List<Sticker> stickers) {
		this.stickers = RecordValues.requiredList("stickers", stickers);
		return this;
	}

	/**
	 * Sets about how many messages are before it in the thread.
	 * @param position about how many messages are before it in the thread; {@code null}
	 * when absent
	 * @return this builder
	 */
	public MessageBuilder position(@Nullable Integer position) {
		this.position = position;
		return this;
	}

	/**
	 * Sets the subscription to a role that it tells of.
	 * @param roleSubscriptionData the subscription to a role that it tells of; {@code
	 * null} when absent
	 * @return this builder
	 */
	public MessageBuilder roleSubscriptionData(@Nullable RoleSubscriptionData roleSubscriptionData) {
		this.roleSubscriptionData = roleSubscriptionData;
		return this;
	}

	/**
	 * Sets the objects of the ids in its select menus.
	 * @param resolved the objects of the ids in its select menus; {@code null} when
	 * absent
	 * @return this builder
	 */
	public MessageBuilder resolved(@Nullable ResolvedData resolved) {
		this.resolved = resolved;
		return this;
	}

	/**
	 * Sets the poll.
	 * @param poll the poll; {@code null} when absent
	 * @return this builder
	 */
	public MessageBuilder poll(@Nullable Poll poll) {
		this.poll = poll;
		return this;
	}

	/**
	 * Sets the call that it tells of.
	 * @param call the call that it tells of; {@code null} when absent
	 * @return this builder
	 */
	public MessageBuilder call(@Nullable MessageCall call) {
		this.call = call;
		return this;
	}

	/**
	 * Sets the theme that it shares.
	 * @param sharedClientTheme the theme that it shares; {@code null} when absent
	 * @return this builder
	 */
	public MessageBuilder sharedClientTheme(@Nullable SharedClientTheme sharedClientTheme) {
		this.sharedClientTheme = sharedClientTheme;
		return this;
	}

	/**
	 * Sets the id of the guild.
	 * @param guildId id of the guild; absent in DMs and for ephemeral messages, then
	 * {@code null}
	 * @return this builder
	 */
	public MessageBuilder guildId(@Nullable Snowflake guildId) {
		this.guildId = guildId;
		return this;
	}

	/**
	 * Sets the author's membership, without the user.
	 * @param member the author's membership, without the user; absent for webhooks,
	 * direct and ephemeral messages, then {@code null}
	 * @return this builder
	 */
	public MessageBuilder member(@Nullable Member member) {
		this.member = member;
		return this;
	}

	/**
	 * Sets the kind of channel.
	 * @param channelType the kind of channel; {@code null} when absent
	 * @return this builder
	 */
	public MessageBuilder channelType(@Nullable ChannelType channelType) {
		this.channelType = channelType;
		return this;
	}

	/**
	 * Sets the purchase that it tells of.
	 * @param purchaseNotification the purchase that it tells of; {@code null} when absent
	 * @return this builder
	 */
	public MessageBuilder purchaseNotification(@Nullable PurchaseNotification purchaseNotification) {
		this.purchaseNotification = purchaseNotification;
		return this;
	}

	/**
	 * Sets its author in the lobby of a game that it was sent from.
	 * @param lobbyMember its author in the lobby of a game that it was sent from; {@code
	 * null} when absent
	 * @return this builder
	 */
	public MessageBuilder lobbyMember(@Nullable MessageLobbyMember lobbyMember) {
		this.lobbyMember = lobbyMember;
		return this;
	}

	/**
	 * Builds the message.
	 * @return a message with the values that were set
	 */
	public Message build() {
		return new Message(this.id, this.channelId, this.author, this.content, this.timestamp, this.editedTimestamp,
				this.tts, this.mentionEveryone, this.mentions, this.mentionRoles, this.mentionChannels,
				this.attachments, this.embeds, this.reactions, this.nonce, this.pinned, this.webhookId, this.type,
				this.activity, this.application, this.applicationId, this.flags, this.messageReference,
				this.messageSnapshots, this.referencedMessage, this.interactionMetadata, this.interaction, this.thread,
				this.components, this.stickerItems, this.stickers, this.position, this.roleSubscriptionData,
				this.resolved, this.poll, this.call, this.sharedClientTheme, this.guildId, this.member,
				this.channelType, this.purchaseNotification, this.lobbyMember);
	}

}

package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.automoderation.AutoModerationAction;
import io.github.discordgateway.model.automoderation.AutoModerationTriggerType;
import org.jspecify.annotations.Nullable;

/**
 * A rule of auto moderation has fired and done something, which comes once for each
 * action. The bot needs the permission MANAGE_GUILD.
 *
 * @param guildId id of the guild
 * @param action what was done
 * @param ruleId id of the rule
 * @param ruleTriggerType what the rule looks for
 * @param userId id of the user whose content made the rule fire
 * @param channelId id of the channel where the content was posted; {@code null} when
 * absent
 * @param messageId id of the message; {@code null} when it was blocked, or the content
 * was no message
 * @param alertSystemMessageId id of the message that alerts the moderators; only for such
 * an action; otherwise {@code null}
 * @param content the user's text; empty without the MESSAGE_CONTENT intent
 * @param matchedKeyword the word or expression of the rule that matched; {@code null}
 * when there is none
 * @param matchedContent the part of the text that matched; empty without the
 * MESSAGE_CONTENT intent; {@code null} when there is none
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#auto-moderation-action-execution">Discord's
 * documentation</a>
 */
public record AutoModerationActionExecution(Snowflake guildId, AutoModerationAction action, Snowflake ruleId,
		AutoModerationTriggerType ruleTriggerType, Snowflake userId, @Nullable Snowflake channelId,
		@Nullable Snowflake messageId, @Nullable Snowflake alertSystemMessageId, String content,
		@Nullable String matchedKeyword, @Nullable String matchedContent) implements GatewayEvent {

}

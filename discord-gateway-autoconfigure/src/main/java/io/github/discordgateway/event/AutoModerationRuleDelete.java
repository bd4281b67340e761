package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.automoderation.AutoModerationRule;

/**
 * A rule of auto moderation was deleted. The bot needs the permission MANAGE_GUILD.
 *
 * @param rule the rule as it was
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#auto-moderation-rule-delete">Discord's
 * documentation</a>
 */
public record AutoModerationRuleDelete(@JsonValue AutoModerationRule rule) implements AutoModerationRuleEvent {

	@Override
	public Snowflake guildId() {
		return this.rule.guildId();
	}

}

package io.github.discordgateway.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.automoderation.AutoModerationRule;

/**
 * A rule of auto moderation has changed. The bot needs the permission MANAGE_GUILD.
 *
 * @param rule the rule as it is now
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#auto-moderation-rule-update">Discord's
 * documentation</a>
 */
public record AutoModerationRuleUpdate(@JsonValue AutoModerationRule rule) implements AutoModerationRuleEvent {

	@Override
	public Snowflake guildId() {
		return this.rule.guildId();
	}

}

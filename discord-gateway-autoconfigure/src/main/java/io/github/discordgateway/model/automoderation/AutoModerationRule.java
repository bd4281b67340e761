package io.github.discordgateway.model.automoderation;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;

/**
 * A rule by which Discord watches messages or members of a guild by itself.
 *
 * @param id id of the rule
 * @param guildId id of the guild that the rule belongs to
 * @param name the rule's name
 * @param creatorId id of the user who made the rule
 * @param eventType at what the rule is checked
 * @param triggerType what the rule looks for
 * @param triggerMetadata the settings of the trigger, of which only those that fit the
 * trigger's type are there
 * @param actions what is done when the rule fires
 * @param enabled whether the rule is active
 * @param exemptRoles ids of the roles whose members the rule leaves alone, at most 20
 * @param exemptChannels ids of the channels that the rule leaves alone, at most 50
 * @see <a href=
 * "https://discord.com/developers/docs/resources/auto-moderation#auto-moderation-rule-object-auto-moderation-rule-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record AutoModerationRule(Snowflake id, Snowflake guildId, String name, Snowflake creatorId,
		AutoModerationEventType eventType, AutoModerationTriggerType triggerType,
		AutoModerationTriggerMetadata triggerMetadata, List<AutoModerationAction> actions, boolean enabled,
		List<Snowflake> exemptRoles, List<Snowflake> exemptChannels) {

	public AutoModerationRule {
		actions = RecordValues.listOrEmpty(actions);
		exemptRoles = RecordValues.listOrEmpty(exemptRoles);
		exemptChannels = RecordValues.listOrEmpty(exemptChannels);
	}

}

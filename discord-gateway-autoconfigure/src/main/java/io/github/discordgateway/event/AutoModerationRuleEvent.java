package io.github.discordgateway.event;

import io.github.discordgateway.model.automoderation.AutoModerationRule;

/**
 * A rule of auto moderation was made, has changed or was deleted. A listener that takes
 * it gets all of these events.
 */
public sealed interface AutoModerationRuleEvent extends GatewayEvent
		permits AutoModerationRuleCreate, AutoModerationRuleDelete, AutoModerationRuleUpdate {

	/**
	 * The rule.
	 * @return the rule as it is now, or was when it was deleted
	 */
	AutoModerationRule rule();

}

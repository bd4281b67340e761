package io.github.discordgateway.test.app;

import io.github.discordgateway.event.MessageReactionAdd;
import io.github.discordgateway.listener.GatewayListener;

/**
 * A listener's method in an interface.
 */
interface ReactionListener {

	@GatewayListener
	void onReaction(MessageReactionAdd event);

}

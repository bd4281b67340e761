package io.github.discordgateway.event;

import io.github.discordgateway.model.channel.Channel;

/**
 * A channel of a guild was made, has changed or was deleted. A listener that takes it
 * gets all of these events.
 */
public sealed interface ChannelEvent extends GatewayEvent permits ChannelCreate, ChannelDelete, ChannelUpdate {

	/**
	 * The channel.
	 * @return the channel as it is now, or was when it was deleted
	 */
	Channel channel();

}

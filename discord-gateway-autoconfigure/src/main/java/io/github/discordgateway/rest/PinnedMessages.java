package io.github.discordgateway.rest;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.message.Message;

/**
 * Messages that are pinned in a channel.
 *
 * @param items the pins, latest first
 * @param hasMore whether there are more
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#get-channel-pins">Discord's
 * documentation</a>
 */
@DiscordJson
public record PinnedMessages(List<Pin> items, boolean hasMore) {

	public PinnedMessages {
		items = RecordValues.listOrEmpty(items);
	}

	/**
	 * A pin.
	 *
	 * @param pinnedAt when it was pinned
	 * @param message the message
	 */
	@DiscordJson
	public record Pin(Instant pinnedAt, Message message) {

	}

}

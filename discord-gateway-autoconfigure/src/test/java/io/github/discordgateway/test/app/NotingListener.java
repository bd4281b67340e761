package io.github.discordgateway.test.app;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.event.GuildCreate;
import io.github.discordgateway.event.MessageReactionAdd;
import io.github.discordgateway.event.Resumed;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.model.guild.Guild;

/**
 * Notes what it gets, by methods of its own and of an interface.
 */
abstract class NotingListener implements ReactionListener {

	final List<String> notes = new CopyOnWriteArrayList<>();

	@GatewayListener
	void onGuild(GuildCreate event) {
		this.notes.add((event.guild() instanceof Guild guild) ? guild.name() : "outage");
	}

	@GatewayListener
	void onResumed(Resumed event) {
		this.notes.add("resumed");
	}

	@Override
	public void onReaction(MessageReactionAdd event) {
		this.notes.add(String.valueOf(event.emoji().name()));
	}

}

package io.github.discordgateway.demo;

import io.github.discordgateway.command.Activity;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.test.GatewayTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest(properties = "discord.gateway.intents=guilds,guild-messages,message-content")
class PingListenerTests {

	@Autowired
	private GatewaySimulator simulator;

	@Test
	void playsWithWhoeverAsks() {
		this.simulator.guild("garden").member("alice").says("!ping");
		UpdatePresence presence = this.simulator.expectCommand(UpdatePresence.class);
		assertThat(presence.activities()).containsExactly(Activity.playing("ping-pong with alice"));
	}

	@Test
	void survivesADroppedConnection() {
		this.simulator.disconnect();
		this.simulator.guild("garden").member("bob").says("hello");
		this.simulator.awaitResumed();
		this.simulator.expectNoCommand(UpdatePresence.class);
	}

}

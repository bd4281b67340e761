package io.github.discordgateway.demo;

import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.LiveMember;
import io.github.discordgateway.test.GatewayTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest(properties = "discord.gateway.intents=guilds,guild-messages,message-content")
class PingListenerTests {

	@Autowired
	private GatewaySimulator simulator;

	@Test
	void answersPing() {
		LiveMember alice = this.simulator.guild("garden").member("alice");
		alice.says("!ping");
		assertThat(alice.expectMessage().content()).isEqualTo("pong");
	}

	@Test
	void survivesADroppedConnection() {
		this.simulator.disconnect();
		LiveMember bob = this.simulator.guild("garden").member("bob");
		bob.says("!ping");
		this.simulator.awaitResumed();
		assertThat(bob.expectMessage().content()).isEqualTo("pong");
	}

}

package io.github.discordgateway.test.app;

import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.test.AutoConfigureGatewaySimulator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.mockito.Mockito.verify;

/**
 * Tests for {@link AutoConfigureGatewaySimulator @AutoConfigureGatewaySimulator}: the
 * whole application is there.
 */
@SpringBootTest(webEnvironment = WebEnvironment.NONE,
		properties = { "discord.gateway.intents=guilds,guild-messages,message-content",
				"discord.gateway.simulator.timeout=50s" })
@AutoConfigureGatewaySimulator
class WholeApplicationTests {

	@MockitoBean
	private Runnable missing;

	@Autowired
	private GatewaySimulator simulator;

	@Test
	void theBotAnswers() {
		verify(this.missing).run();
		this.simulator.guild("garden").member("alice").says("!ping");
		this.simulator.expectCommand(UpdatePresence.class);
	}

}

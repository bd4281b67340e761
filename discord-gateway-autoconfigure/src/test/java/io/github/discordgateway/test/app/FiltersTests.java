package io.github.discordgateway.test.app;

import io.github.discordgateway.autoconfigure.DiscordGatewayProperties;
import io.github.discordgateway.test.GatewayTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the filters of {@link GatewayTest @GatewayTest}, and for properties that win
 * over its own.
 */
@GatewayTest(includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Unrelated.class),
		excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = PingListener.class))
@TestPropertySource(properties = "discord.gateway.simulator.guilds-per-shard=1")
class FiltersTests {

	@MockitoBean
	private Runnable missing;

	@Autowired
	private ApplicationContext context;

	@Test
	void filtersLetInAndKeepOut() {
		assertThat(this.context.getBeansOfType(Unrelated.class)).hasSize(1);
		assertThat(this.context.getBeansOfType(InheritingListener.class)).hasSize(1);
		assertThat(this.context.getBeansOfType(PingListener.class)).isEmpty();
	}

	@Test
	void theTestHasTheLastWord() {
		DiscordGatewayProperties properties = this.context.getBean(DiscordGatewayProperties.class);
		assertThat(properties.simulator().enabled()).isTrue();
		assertThat(properties.simulator().guildsPerShard()).isEqualTo(1);
	}

}

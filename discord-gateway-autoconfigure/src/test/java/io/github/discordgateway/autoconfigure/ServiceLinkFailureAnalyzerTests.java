package io.github.discordgateway.autoconfigure;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServiceLinkFailureAnalyzer}.
 */
class ServiceLinkFailureAnalyzerTests {

	@Test
	void variablesOfAServiceWithTheNameOfTheBotAreNoProperties() {
		runner(Map.of("DISCORD_GATEWAY_PORT", "tcp://10.0.0.1:8080", "DISCORD_GATEWAY_SERVICE_HOST", "10.0.0.1",
				"DISCORD_GATEWAY_SERVICE_PORT", "8080", "DISCORD_GATEWAY_PORT_8080_TCP", "tcp://10.0.0.1:8080",
				"DISCORD_GATEWAY_PROXY_SERVICE_HOST", "10.0.0.1", "DISCORD_GATEWAY_SIMULATOR_PORT_80_TCP_PORT", "80"))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@CsvSource({ "PROXY, proxy, tcp", "SIMULATOR, simulator, udp" })
	void namesTheServiceAndWhatToDo(String variable, String name, String protocol) {
		runner(Map.of("DISCORD_GATEWAY_" + variable + "_PORT", protocol + "://10.0.0.1:7878"))
			.run((context) -> assertThat(analyze(context.getStartupFailure())).satisfies((analysis) -> {
				assertThat(analysis.getDescription()).isEqualTo("The property discord.gateway." + name + ".port is '"
						+ protocol + "://10.0.0.1:7878'. Kubernetes sets such a value, as DISCORD_GATEWAY_" + variable
						+ "_PORT, for a service named discord-gateway-" + name + "; it is not meant for the bot.");
				assertThat(analysis.getAction())
					.isEqualTo("Set enableServiceLinks: false in the specification of the pod, or rename the service.");
			}));
	}

	@Test
	void otherWrongValuesAreLeftToOtherAnalyzers() {
		runner(Map.of("DISCORD_GATEWAY_PROXY_PORT", "http"))
			.run((context) -> assertThat(analyze(context.getStartupFailure())).isNull());
	}

	private static ApplicationContextRunner runner(Map<String, Object> environment) {
		return new ApplicationContextRunner().withUserConfiguration(Properties.class)
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", environment)));
	}

	private static FailureAnalysis analyze(Throwable failure) {
		assertThat(failure).isNotNull();
		return new ServiceLinkFailureAnalyzer().analyze(failure);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(DiscordGatewayProperties.class)
	static class Properties {

	}

}

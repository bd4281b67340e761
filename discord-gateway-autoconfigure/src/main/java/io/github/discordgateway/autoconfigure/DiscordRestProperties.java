package io.github.discordgateway.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * How requests are sent to Discord's API.
 *
 * @param enabled Whether there are a client and operations for Discord's API.
 * @param requestsPerSecond Requests of the bot in a second, answers to interactions not
 * counted. Discord allows 50, and large bots more.
 * @param maxQueued Requests that wait for rate limits at most. More are refused.
 * @param maxConnections Connections at most.
 * @param timeout Longest time to wait for an answer.
 * @param maxRetries How often a request is repeated after an outage or a broken
 * connection, where it is safe.
 * @param maxRateLimitRetries How often a request is repeated that exceeded a rate limit.
 * @param maxResponseSize Largest answer.
 */
@ConfigurationProperties("discord.gateway.rest")
public record DiscordRestProperties(@DefaultValue("true") boolean enabled, @DefaultValue("50") int requestsPerSecond,
		@DefaultValue("20000") int maxQueued, @DefaultValue("200") int maxConnections,
		@DefaultValue("30s") Duration timeout, @DefaultValue("3") int maxRetries,
		@DefaultValue("10") int maxRateLimitRetries,
		@DefaultValue("16MB") DataSize maxResponseSize) implements Validator {

	@Override
	public boolean supports(Class<?> candidate) {
		return candidate == DiscordRestProperties.class;
	}

	@Override
	public void validate(Object target, Errors errors) {
		DiscordRestProperties properties = (DiscordRestProperties) target;
		PropertyChecks checks = new PropertyChecks(errors);
		checks.range("requestsPerSecond", properties.requestsPerSecond, 1, 10_000, "must be from 1 to 10000");
		checks.range("maxQueued", properties.maxQueued, 1, 10_000_000, "must be from 1 to 10000000");
		checks.range("maxConnections", properties.maxConnections, 1, 10_000, "must be from 1 to 10000");
		checks.positive("timeout", properties.timeout);
		checks.range("maxRetries", properties.maxRetries, 0, 100, "must be from 0 to 100");
		checks.range("maxRateLimitRetries", properties.maxRateLimitRetries, 0, 1000, "must be from 0 to 1000");
		checks.range("maxResponseSize", properties.maxResponseSize.toBytes(), 1024, 1024 * 1024 * 1024,
				"must be from 1KB to 1GB");
	}

}

package io.github.discordgateway.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.internal.interaction.CommandRegistration;
import io.github.discordgateway.model.user.DiscordLocale;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * How methods that are commands, or listeners of components and modals, are answered.
 *
 * @param deferAfter Time after which an answer is deferred that is not there yet. Discord
 * waits for 3 seconds.
 * @param replyToFailures Whether the user is told when a method fails.
 * @param replyToUnknown Whether the user is told when there is no method for a command, a
 * component or a modal.
 * @param commands How commands are registered with Discord.
 */
@ConfigurationProperties("discord.gateway.interactions")
public record DiscordInteractionProperties(@DefaultValue("2s") Duration deferAfter,
		@DefaultValue("true") boolean replyToFailures, @DefaultValue("false") boolean replyToUnknown,
		@DefaultValue Commands commands) implements Validator {

	private static final Duration LIMIT = Duration.ofSeconds(3);

	@Override
	public boolean supports(Class<?> candidate) {
		return candidate == DiscordInteractionProperties.class;
	}

	@Override
	public void validate(Object target, Errors errors) {
		DiscordInteractionProperties properties = (DiscordInteractionProperties) target;
		PropertyChecks checks = new PropertyChecks(errors);
		if (properties.deferAfter.isNegative() || properties.deferAfter.compareTo(LIMIT) >= 0) {
			checks.reject("deferAfter", "must be less than 3s, for which Discord waits");
		}
		if (properties.commands.register == Register.GUILDS && properties.commands.guilds.isEmpty()) {
			checks.reject("commands.guilds", "must name the guilds in which commands are registered");
		}
		for (String locale : properties.commands.locales) {
			if (new DiscordLocale(locale).name().equals(locale)) {
				checks.reject("commands.locales",
						"must be languages as Discord names them, for example de or pt-BR, not " + locale);
			}
		}
	}

	/**
	 * How commands are registered with Discord.
	 *
	 * @param register Where commands are registered at the start.
	 * @param guilds Ids of the guilds in which commands are registered that name none,
	 * with register=guilds.
	 * @param removeOthers Whether commands are removed that are registered, and that the
	 * application does not have.
	 * @param locales Languages, as Discord names them, for which the MessageSource has
	 * texts of commands.
	 * @param export File that gets the commands as JSON at the start.
	 */
	public record Commands(@DefaultValue("off") Register register, @DefaultValue List<String> guilds,
			@DefaultValue("false") boolean removeOthers, @DefaultValue List<String> locales, @Nullable Path export) {

		CommandRegistration.Settings settings() {
			return new CommandRegistration.Settings(CommandRegistration.Scope.valueOf(this.register.name()),
					this.guilds.stream().map(Snowflake::of).toList(), this.removeOthers, this.export);
		}

	}

	/** Where commands are registered. */
	public enum Register {

		/** Nowhere: somebody else does it. */
		OFF,

		/** In single guilds, where they are there at once. */
		GUILDS,

		/** For all guilds, but those that name guilds. */
		GLOBAL

	}

}

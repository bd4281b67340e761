package io.github.discordgateway.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.application.ApplicationIntegrationType;
import io.github.discordgateway.model.guild.Permissions;
import io.github.discordgateway.model.interaction.ApplicationCommandType;
import io.github.discordgateway.model.interaction.InteractionContextType;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A command to register.
 *
 * @param type which kind; {@code null} for a slash command
 * @param name its name, 1 to 32 characters
 * @param nameLocalizations the name in other languages, at most 34 texts by locale;
 * {@code
 * null} for none
 * @param description what it does, 1 to 100 characters, for slash commands only; {@code
 * null} for none
 * @param descriptionLocalizations the description in other languages, at most 34 texts by
 * locale; {@code null} for none
 * @param options the options, at most 25, required ones first
 * @param defaultMemberPermissions what a member must have to see it by default, no
 * permission for administrators only; {@code null} for nothing
 * @param contexts where it may be used; empty for everywhere
 * @param integrationTypes for which installations; empty for those of the application
 * @param nsfw whether it is for adults; {@code null} for no
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/application-commands#create-global-application-command">Discord's
 * documentation</a>
 */
@DiscordJson
public record CommandRequest(@Nullable ApplicationCommandType type, String name,
		@Nullable Map<String, String> nameLocalizations, @Nullable String description,
		@Nullable Map<String, String> descriptionLocalizations,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<CommandOption> options,
		@Nullable Permissions defaultMemberPermissions,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<InteractionContextType> contexts,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<ApplicationIntegrationType> integrationTypes,
		@Nullable Boolean nsfw) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public CommandRequest {
		nameLocalizations = (nameLocalizations != null) ? Map.copyOf(nameLocalizations) : null;
		descriptionLocalizations = (descriptionLocalizations != null) ? Map.copyOf(descriptionLocalizations) : null;
		options = RecordValues.listOrEmpty(options);
		contexts = RecordValues.listOrEmpty(contexts);
		integrationTypes = RecordValues.listOrEmpty(integrationTypes);
		boolean slash = type == null || type.equals(ApplicationCommandType.CHAT_INPUT);
		if (slash) {
			checkName(name);
			Assert.hasLength(description, "A slash command needs a description");
			Limits.text("The description of a command", description, 1, 100);
			checkLocalized(nameLocalizations, descriptionLocalizations);
		}
		else {
			Limits.text("The name of a command", name, 1, 32);
			if (nameLocalizations != null) {
				nameLocalizations.values().forEach((text) -> Limits.text("The name of a command", text, 1, 32));
			}
			Assert.isTrue(description == null || description.isEmpty(), "Only slash commands have a description");
			Assert.isTrue(options.isEmpty(), "Only slash commands have options");
		}
		Limits.size("The list of a command's options", options, 0, 25);
		checkOptions(options);
		int characters = name.length() + ((description != null) ? description.length() : 0)
				+ options.stream().mapToInt(CommandOption::characters).sum();
		Assert.isTrue(characters <= MAX_CHARACTERS,
				() -> "The names, descriptions and values of a command have at most " + MAX_CHARACTERS
						+ " characters together, not " + characters);
	}

	/** What Discord demands of the names of slash commands and options. */
	private static final Pattern NAME = Pattern.compile("^[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}$");

	private static final int MAX_CHARACTERS = 8000;

	static void checkName(String name) {
		Assert.isTrue(NAME.matcher(name).matches() && name.equals(name.toLowerCase(Locale.ROOT)),
				() -> "The name of a slash command or option has 1 to 32 letters, digits, - and _, "
						+ "in lower case where the script has cases; not '" + name + "'");
	}

	/** Texts in other languages keep to the same rules. */
	static void checkLocalized(@Nullable Map<String, String> names, @Nullable Map<String, String> descriptions) {
		if (names != null) {
			names.values().forEach(CommandRequest::checkName);
		}
		if (descriptions != null) {
			descriptions.values()
				.forEach((text) -> Limits.text("The description of a command or option", text, 1, 100));
		}
	}

	static void checkOptions(List<CommandOption> options) {
		boolean optional = false;
		Set<String> names = new HashSet<>();
		for (CommandOption option : options) {
			option.check();
			Assert.isTrue(names.add(option.name()), () -> "The option '" + option.name() + "' stands twice");
			boolean required = Boolean.TRUE.equals(option.required());
			Assert.isTrue(!required || !optional,
					() -> "Required options come before the others: move " + option.name() + " to the front");
			optional |= !required;
		}
	}

	/**
	 * A slash command without options.
	 * @param name its name
	 * @param description what it does
	 * @return the command
	 */
	public static CommandRequest of(String name, String description) {
		return builder(name).description(description).build();
	}

	/**
	 * Starts one with what is always needed.
	 * @param name its name, 1 to 32 characters
	 * @return a builder
	 */
	public static Builder builder(String name) {
		return new Builder(name);
	}

	/**
	 * Puts one together. Not thread-safe.
	 */
	public static final class Builder {

		private @Nullable ApplicationCommandType type;

		private final String name;

		private @Nullable Map<String, String> nameLocalizations;

		private @Nullable String description;

		private @Nullable Map<String, String> descriptionLocalizations;

		private List<CommandOption> options = List.of();

		private @Nullable Permissions defaultMemberPermissions;

		private List<InteractionContextType> contexts = List.of();

		private List<ApplicationIntegrationType> integrationTypes = List.of();

		private @Nullable Boolean nsfw;

		private Builder(String name) {
			this.name = name;
		}

		/**
		 * Sets which kind.
		 * @param type which kind; {@code null} for a slash command
		 * @return this builder
		 */
		public Builder type(ApplicationCommandType type) {
			this.type = type;
			return this;
		}

		/**
		 * Sets the name in other languages, at most 34 texts by locale.
		 * @param nameLocalizations the name in other languages, at most 34 texts by
		 * locale; {@code
		 * null} for none
		 * @return this builder
		 */
		public Builder nameLocalizations(Map<String, String> nameLocalizations) {
			this.nameLocalizations = nameLocalizations;
			return this;
		}

		/**
		 * Sets what it does, 1 to 100 characters, for slash commands only.
		 * @param description what it does, 1 to 100 characters, for slash commands only;
		 * {@code
		 * null} for none
		 * @return this builder
		 */
		public Builder description(String description) {
			this.description = description;
			return this;
		}

		/**
		 * Sets the description in other languages, at most 34 texts by locale.
		 * @param descriptionLocalizations the description in other languages, at most 34
		 * texts by locale; {@code null} for none
		 * @return this builder
		 */
		public Builder descriptionLocalizations(Map<String, String> descriptionLocalizations) {
			this.descriptionLocalizations = descriptionLocalizations;
			return this;
		}

		/**
		 * Sets the options, at most 25, required ones first.
		 * @param options the options, at most 25, required ones first
		 * @return this builder
		 */
		public Builder options(CommandOption... options) {
			this.options = List.of(options);
			return this;
		}

		/**
		 * Sets what a member must have to see it by default, no permission for
		 * administrators only.
		 * @param defaultMemberPermissions what a member must have to see it by default,
		 * no permission for administrators only; {@code null} for nothing
		 * @return this builder
		 */
		public Builder defaultMemberPermissions(Permissions defaultMemberPermissions) {
			this.defaultMemberPermissions = defaultMemberPermissions;
			return this;
		}

		/**
		 * Sets where it may be used.
		 * @param contexts where it may be used; empty for everywhere
		 * @return this builder
		 */
		public Builder contexts(InteractionContextType... contexts) {
			this.contexts = List.of(contexts);
			return this;
		}

		/**
		 * Sets for which installations.
		 * @param integrationTypes for which installations; empty for those of the
		 * application
		 * @return this builder
		 */
		public Builder integrationTypes(ApplicationIntegrationType... integrationTypes) {
			this.integrationTypes = List.of(integrationTypes);
			return this;
		}

		/**
		 * Sets whether it is for adults.
		 * @param nsfw whether it is for adults; {@code null} for no
		 * @return this builder
		 */
		public Builder nsfw(Boolean nsfw) {
			this.nsfw = nsfw;
			return this;
		}

		/**
		 * Makes it.
		 * @return what was put together
		 * @throws IllegalArgumentException when Discord would refuse it
		 */
		public CommandRequest build() {
			return new CommandRequest(this.type, this.name, this.nameLocalizations, this.description,
					this.descriptionLocalizations, this.options, this.defaultMemberPermissions, this.contexts,
					this.integrationTypes, this.nsfw);
		}

	}

}

package io.github.discordgateway.rest;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.Field;
import io.github.discordgateway.model.application.ApplicationIntegrationType;
import io.github.discordgateway.model.guild.Permissions;
import io.github.discordgateway.model.interaction.InteractionContextType;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a command. What is left out stays as it is.
 *
 * @param name its name, 1 to 32 characters; {@code null} to leave it
 * @param nameLocalizations the name in other languages
 * @param description what it does, 1 to 100 characters; {@code null} to leave it
 * @param descriptionLocalizations the description in other languages
 * @param options the options; {@code null} to leave them
 * @param defaultMemberPermissions what a member must have to see it by default
 * @param contexts where it may be used; {@code null} to leave it
 * @param integrationTypes for which installations; {@code null} to leave it
 * @param nsfw whether it is for adults; {@code null} to leave it
 * @see <a href=
 * "https://discord.com/developers/docs/interactions/application-commands#edit-global-application-command">Discord's
 * documentation</a>
 */
@DiscordJson
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Field.Absent.class)
public record EditCommand(@Nullable String name, Field<Map<String, String>> nameLocalizations,
		@Nullable String description, Field<Map<String, String>> descriptionLocalizations,
		@Nullable List<CommandOption> options, Field<Permissions> defaultMemberPermissions,
		@Nullable List<InteractionContextType> contexts, @Nullable List<ApplicationIntegrationType> integrationTypes,
		@Nullable Boolean nsfw) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when Discord would refuse it; the message says the
	 * rule
	 */
	public EditCommand {
		nameLocalizations = Field.orAbsent(nameLocalizations);
		descriptionLocalizations = Field.orAbsent(descriptionLocalizations);
		options = (options != null) ? List.copyOf(options) : null;
		defaultMemberPermissions = Field.orAbsent(defaultMemberPermissions);
		contexts = (contexts != null) ? List.copyOf(contexts) : null;
		integrationTypes = (integrationTypes != null) ? List.copyOf(integrationTypes) : null;
		Limits.text("The name of a command", name, 1, 32);
		Limits.text("The description of a command", description, 1, 100);
		Limits.size("The list of a command's options", options, 0, 25);
		CommandRequest.checkOptions((options != null) ? options : List.of());
	}

	/**
	 * Starts one.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Puts one together. Not thread-safe.
	 */
	public static final class Builder {

		private @Nullable String name;

		private Field<Map<String, String>> nameLocalizations = Field.absent();

		private @Nullable String description;

		private Field<Map<String, String>> descriptionLocalizations = Field.absent();

		private @Nullable List<CommandOption> options;

		private Field<Permissions> defaultMemberPermissions = Field.absent();

		private @Nullable List<InteractionContextType> contexts;

		private @Nullable List<ApplicationIntegrationType> integrationTypes;

		private @Nullable Boolean nsfw;

		private Builder() {
		}

		/**
		 * Sets its name, 1 to 32 characters.
		 * @param name its name, 1 to 32 characters
		 * @return this builder
		 */
		public Builder name(String name) {
			this.name = name;
			return this;
		}

		/**
		 * Sets the name in other languages.
		 * @param nameLocalizations the name in other languages
		 * @return this builder
		 */
		public Builder nameLocalizations(@Nullable Map<String, String> nameLocalizations) {
			this.nameLocalizations = Field.of(nameLocalizations);
			return this;
		}

		/**
		 * Sets what it does, 1 to 100 characters.
		 * @param description what it does, 1 to 100 characters
		 * @return this builder
		 */
		public Builder description(String description) {
			this.description = description;
			return this;
		}

		/**
		 * Sets the description in other languages.
		 * @param descriptionLocalizations the description in other languages
		 * @return this builder
		 */
		public Builder descriptionLocalizations(@Nullable Map<String, String> descriptionLocalizations) {
			this.descriptionLocalizations = Field.of(descriptionLocalizations);
			return this;
		}

		/**
		 * Sets the options.
		 * @param options the options
		 * @return this builder
		 */
		public Builder options(CommandOption... options) {
			this.options = List.of(options);
			return this;
		}

		/**
		 * Sets what a member must have to see it by default.
		 * @param defaultMemberPermissions what a member must have to see it by default
		 * @return this builder
		 */
		public Builder defaultMemberPermissions(@Nullable Permissions defaultMemberPermissions) {
			this.defaultMemberPermissions = Field.of(defaultMemberPermissions);
			return this;
		}

		/**
		 * Sets where it may be used.
		 * @param contexts where it may be used
		 * @return this builder
		 */
		public Builder contexts(InteractionContextType... contexts) {
			this.contexts = List.of(contexts);
			return this;
		}

		/**
		 * Sets for which installations.
		 * @param integrationTypes for which installations
		 * @return this builder
		 */
		public Builder integrationTypes(ApplicationIntegrationType... integrationTypes) {
			this.integrationTypes = List.of(integrationTypes);
			return this;
		}

		/**
		 * Sets whether it is for adults.
		 * @param nsfw whether it is for adults
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
		public EditCommand build() {
			return new EditCommand(this.name, this.nameLocalizations, this.description, this.descriptionLocalizations,
					this.options, this.defaultMemberPermissions, this.contexts, this.integrationTypes, this.nsfw);
		}

	}

}

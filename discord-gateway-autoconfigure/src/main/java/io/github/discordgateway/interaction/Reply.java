package io.github.discordgateway.interaction;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.github.discordgateway.model.component.MessageComponent;
import io.github.discordgateway.model.message.Embed;
import io.github.discordgateway.model.message.MessageFlags;
import io.github.discordgateway.rest.AllowedMentions;
import io.github.discordgateway.rest.EditMessage;
import io.github.discordgateway.rest.InteractionMessage;
import io.github.discordgateway.rest.Modal;
import io.github.discordgateway.rest.Upload;
import org.jspecify.annotations.Nullable;

/**
 * An answer to an interaction: a message, a change of the message that a component
 * belongs to, or a modal. Immutable; each method returns a changed copy.
 *
 * <pre>{@code
 * Reply.of("Who is for it?").components(ActionRow.of(Button.primary("vote:yes", "Me")));
 * Reply.update("Thank you").components();
 * Reply.of("Only you see this").ephemeral();
 * }</pre>
 *
 * <p>
 * What Discord would refuse is an {@link IllegalArgumentException} where it is written,
 * with the rule.
 */
public final class Reply {

	private final Kind kind;

	private final Parts parts;

	private final @Nullable Modal modal;

	private Reply(Kind kind, Parts parts, @Nullable Modal modal) {
		this.kind = kind;
		this.parts = parts;
		this.modal = modal;
		if (kind != Kind.MODAL) {
			toEdit();
		}
	}

	/**
	 * A message with text.
	 * @param content the text, 1 to 2000 characters
	 * @return the answer
	 */
	public static Reply of(String content) {
		return new Reply(Kind.MESSAGE, Parts.NONE.content(content), null);
	}

	/**
	 * A message with embeds.
	 * @param embeds the embeds, at most 10
	 * @return the answer
	 */
	public static Reply of(Embed... embeds) {
		return new Reply(Kind.MESSAGE, Parts.NONE, null).embeds(embeds);
	}

	/**
	 * A message that consists of components alone, such as texts, containers and
	 * galleries, or of rows.
	 * @param components the components
	 * @return the answer
	 */
	public static Reply of(MessageComponent... components) {
		return new Reply(Kind.MESSAGE, Parts.NONE, null).flags(MessageFlags.IS_COMPONENTS_V2).components(components);
	}

	/**
	 * A message with files.
	 * @param files the files, at most 10
	 * @return the answer
	 */
	public static Reply of(Upload... files) {
		return new Reply(Kind.MESSAGE, Parts.NONE, null).files(files);
	}

	/**
	 * A message with text that is shown to nobody but the user.
	 * @param content the text, 1 to 2000 characters
	 * @return the answer
	 */
	public static Reply ephemeral(String content) {
		return of(content).ephemeral();
	}

	/**
	 * A change of the message that the component, or the button that opened the modal,
	 * belongs to. What is not said stays as it is.
	 * @return the answer, which changes nothing yet
	 */
	public static Reply update() {
		return new Reply(Kind.UPDATE, Parts.NONE, null);
	}

	/**
	 * Another text for the message that the component, or the button that opened the
	 * modal, belongs to. What is not said stays as it is.
	 * @param content the text, at most 2000 characters
	 * @return the answer
	 */
	public static Reply update(String content) {
		return new Reply(Kind.UPDATE, Parts.NONE.content(content), null);
	}

	/**
	 * A modal. It must be the first answer, in time, and not the answer to a modal.
	 * @param modal the modal
	 * @return the answer
	 */
	public static Reply modal(Modal modal) {
		return new Reply(Kind.MODAL, Parts.NONE, modal);
	}

	/**
	 * Sets the text.
	 * @param content the text, at most 2000 characters
	 * @return a changed copy
	 * @throws IllegalStateException when it is a modal
	 */
	public Reply content(String content) {
		return with(this.parts.content(content));
	}

	/**
	 * Sets the embeds.
	 * @param embeds the embeds, at most 10; in an update none to remove all
	 * @return a changed copy
	 * @throws IllegalStateException when it is a modal
	 */
	public Reply embeds(Embed... embeds) {
		return with(this.parts.embeds(List.of(embeds)));
	}

	/**
	 * Sets the components.
	 * @param components action rows; in an update none to remove all
	 * @return a changed copy
	 * @throws IllegalStateException when it is a modal
	 */
	public Reply components(MessageComponent... components) {
		return with(this.parts.components(List.of(components)));
	}

	/**
	 * Adds files.
	 * @param files the files, at most 10 altogether
	 * @return a changed copy
	 * @throws IllegalStateException when it is a modal
	 */
	public Reply files(Upload... files) {
		return with(this.parts.files(Stream.concat(this.parts.files().stream(), Arrays.stream(files)).toList()));
	}

	/**
	 * Says which mentions in the text notify.
	 * @param allowedMentions by default all of them
	 * @return a changed copy
	 * @throws IllegalStateException when it is a modal
	 */
	public Reply allowedMentions(AllowedMentions allowedMentions) {
		return with(this.parts.allowedMentions(allowedMentions));
	}

	/**
	 * Sets flags.
	 * @param flags the flags, beside those that are set already
	 * @return a changed copy
	 * @throws IllegalStateException when it is a modal
	 */
	public Reply flags(MessageFlags... flags) {
		long bits = this.parts.flags();
		for (MessageFlags flag : flags) {
			bits |= flag.bits();
		}
		return with(this.parts.flags(bits));
	}

	/**
	 * Shows it to nobody but the user. An answer that was deferred before is as its
	 * annotation says, and an update as the message is.
	 * @return a changed copy
	 * @throws IllegalStateException when it is a modal
	 */
	public Reply ephemeral() {
		return flags(MessageFlags.EPHEMERAL);
	}

	/**
	 * Which kind of answer it is.
	 * @return the kind
	 */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * Whether it is shown to nobody but the user.
	 * @return whether it was said to be ephemeral
	 */
	public boolean isEphemeral() {
		return (this.parts.flags() & MessageFlags.EPHEMERAL.bits()) != 0;
	}

	/**
	 * The text.
	 * @return the text; {@code null} when there is none
	 */
	public @Nullable String content() {
		return this.parts.content();
	}

	/**
	 * The modal.
	 * @return the modal; {@code null} when it is none
	 */
	public @Nullable Modal modal() {
		return this.modal;
	}

	/**
	 * The answer as a message.
	 * @return the message
	 * @throws IllegalArgumentException when it is empty
	 * @throws IllegalStateException when it is a modal
	 */
	public InteractionMessage toMessage() {
		EditMessage parts = toEdit();
		long flags = this.parts.flags();
		return new InteractionMessage(parts.content(), false, parts.embeds(), parts.allowedMentions(),
				parts.components(), parts.attachments(), (flags != 0) ? new MessageFlags(flags) : null, null,
				parts.uploads());
	}

	/**
	 * The answer as a change of a message, which may not make it ephemeral.
	 * @return the change
	 * @throws IllegalStateException when it is a modal
	 */
	public EditMessage toEdit() {
		requireMessage();
		EditMessage.Builder builder = EditMessage.builder()
			.flags(new MessageFlags(this.parts.flags() & ~MessageFlags.EPHEMERAL.bits()));
		if (this.parts.content() != null) {
			builder.content(this.parts.content());
		}
		if (this.parts.embeds() != null) {
			builder.embeds(this.parts.embeds().toArray(Embed[]::new));
		}
		if (this.parts.components() != null) {
			builder.components(this.parts.components().toArray(MessageComponent[]::new));
		}
		if (this.parts.allowedMentions() != null) {
			builder.allowedMentions(this.parts.allowedMentions());
		}
		return builder.files(this.parts.files().toArray(Upload[]::new)).build();
	}

	private Reply with(Parts changed) {
		requireMessage();
		return new Reply(this.kind, changed, null);
	}

	private void requireMessage() {
		if (this.kind == Kind.MODAL) {
			throw new IllegalStateException("A modal is no message: its parts are in the Modal itself");
		}
	}

	/** The kind, and what it is about. */
	@Override
	public String toString() {
		return this.kind + ((this.modal != null) ? " " + this.modal.customId() : " " + this.parts.content());
	}

	/**
	 * A kind of answer.
	 */
	public enum Kind {

		/** A new message. */
		MESSAGE,

		/** A change of the message that the component belongs to. */
		UPDATE,

		/** A modal. */
		MODAL

	}

	/** The parts of a message; {@code null} for what is not said. */
	private record Parts(@Nullable String content, @Nullable List<Embed> embeds,
			@Nullable List<MessageComponent> components, List<Upload> files, @Nullable AllowedMentions allowedMentions,
			long flags) {

		static final Parts NONE = new Parts(null, null, null, List.of(), null, 0);

		Parts content(String changed) {
			return new Parts(changed, this.embeds, this.components, this.files, this.allowedMentions, this.flags);
		}

		Parts embeds(List<Embed> changed) {
			return new Parts(this.content, changed, this.components, this.files, this.allowedMentions, this.flags);
		}

		Parts components(List<MessageComponent> changed) {
			return new Parts(this.content, this.embeds, changed, this.files, this.allowedMentions, this.flags);
		}

		Parts files(List<Upload> changed) {
			return new Parts(this.content, this.embeds, this.components, changed, this.allowedMentions, this.flags);
		}

		Parts allowedMentions(AllowedMentions changed) {
			return new Parts(this.content, this.embeds, this.components, this.files, changed, this.flags);
		}

		Parts flags(long changed) {
			return new Parts(this.content, this.embeds, this.components, this.files, this.allowedMentions, changed);
		}

	}

}

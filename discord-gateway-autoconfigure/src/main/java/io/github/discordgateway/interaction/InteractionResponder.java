package io.github.discordgateway.interaction;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.interaction.Interaction;
import io.github.discordgateway.model.message.Message;
import reactor.core.publisher.Mono;

/**
 * Answers one interaction, more than once if need be; a parameter of methods that are
 * commands, or listeners of components and modals. It knows what was answered before: the
 * first {@link #reply} is the answer, or what a deferred one becomes; later ones are
 * further messages. Answers are good for 15 minutes. As with all publishers, nothing is
 * sent before somebody subscribes: return what it returns, or call {@code block()}.
 *
 * <p>
 * A method that takes one may return before it has answered, and answer from elsewhere.
 * It is deferred after {@code discord.gateway.interactions.defer-after} all the same.
 */
public interface InteractionResponder {

	/**
	 * The interaction.
	 * @return the interaction
	 */
	Interaction interaction();

	/**
	 * Answers.
	 * @param reply the answer
	 * @return completes when Discord has it
	 * @throws IllegalStateException (as an error) when it is a modal and not the first
	 * answer, or an update and there is no message to change
	 */
	Mono<Void> reply(Reply reply);

	/**
	 * Answers by text.
	 * @param content the text, 1 to 2000 characters
	 * @return completes when Discord has it
	 */
	default Mono<Void> reply(String content) {
		return Mono.defer(() -> reply(Reply.of(content)));
	}

	/**
	 * Says that the answer follows, unless something was answered already. The user sees
	 * that the bot is thinking; of a component, nothing.
	 * @return completes when Discord has it
	 */
	Mono<Void> defer();

	/**
	 * Sends a further message. When nothing was answered yet, it is deferred before.
	 * @param reply the message
	 * @return the message
	 */
	Mono<Message> followUp(Reply reply);

	/**
	 * Changes the first answer; of a component that was deferred or updated, its message.
	 * @param reply what to change
	 * @return the message as it is now
	 */
	Mono<Message> edit(Reply reply);

	/**
	 * Changes a further message.
	 * @param messageId the message
	 * @param reply what to change
	 * @return the message as it is now
	 */
	Mono<Message> edit(Snowflake messageId, Reply reply);

	/**
	 * Deletes the first answer.
	 * @return completes when it is done
	 */
	Mono<Void> delete();

	/**
	 * Deletes a further message.
	 * @param messageId the message
	 * @return completes when it is done
	 */
	Mono<Void> delete(Snowflake messageId);

}

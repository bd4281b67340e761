package io.github.discordgateway.interaction;

import io.github.discordgateway.model.interaction.Interaction;
import org.jspecify.annotations.Nullable;

/**
 * What is answered when no method gave an answer. A bean of this type replaces the texts,
 * which otherwise come from the application's {@code MessageSource}, in the language of
 * the user: {@code discord.interactions.failed} and {@code discord.interactions.unknown}.
 */
public interface FallbackReplies {

	/**
	 * What is answered when a method failed, and no
	 * {@link io.github.discordgateway.listener.GatewayExceptionHandler} dealt with it.
	 * Not asked with {@code discord.gateway.interactions.reply-to-failures=false}.
	 * @param interaction what the method was called for
	 * @param failure what it failed with
	 * @return the answer, which is shown to nobody but the user; {@code null} for none
	 */
	@Nullable Reply failed(Interaction interaction, Throwable failure);

	/**
	 * What is answered when there is no method for a command, a component or a modal.
	 * Asked with {@code discord.gateway.interactions.reply-to-unknown=true}.
	 * @param interaction what there is no method for
	 * @return the answer, which is shown to nobody but the user; {@code null} for none
	 */
	@Nullable Reply unknown(Interaction interaction);

}

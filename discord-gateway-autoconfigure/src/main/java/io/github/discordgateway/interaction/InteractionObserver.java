package io.github.discordgateway.interaction;

import java.time.Duration;

import io.github.discordgateway.model.interaction.Interaction;

/**
 * Told what becomes of interactions. Beans of this type are called on threads that must
 * not be blocked. What they throw is logged.
 */
public interface InteractionObserver {

	/**
	 * An interaction has its first answer, be it that it was deferred.
	 * @param interaction the interaction
	 * @param took the time since it was given to its method
	 * @param deferred whether it was deferred
	 */
	default void answered(Interaction interaction, Duration took, boolean deferred) {
	}

	/**
	 * A method failed.
	 * @param interaction the interaction
	 * @param failure what it failed with
	 */
	default void failed(Interaction interaction, Throwable failure) {
	}

	/**
	 * An interaction came too late to be answered.
	 * @param interaction the interaction
	 */
	default void late(Interaction interaction) {
	}

	/**
	 * There is no method for an interaction.
	 * @param interaction the interaction
	 */
	default void unknown(Interaction interaction) {
	}

}

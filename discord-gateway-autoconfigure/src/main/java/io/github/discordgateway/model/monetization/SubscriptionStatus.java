package io.github.discordgateway.model.monetization;

import io.github.discordgateway.model.IntValue;

/**
 * Whether a subscription is active.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/subscription#subscription-statuses">Discord's
 * documentation</a>
 */
public record SubscriptionStatus(int value) implements IntValue {

	/** Active, and to be renewed. */
	public static final SubscriptionStatus ACTIVE = new SubscriptionStatus(0);

	/** Not active, and not charged. */
	public static final SubscriptionStatus INACTIVE = new SubscriptionStatus(1);

	/** Active, but not to be renewed. */
	public static final SubscriptionStatus ENDING = new SubscriptionStatus(2);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}

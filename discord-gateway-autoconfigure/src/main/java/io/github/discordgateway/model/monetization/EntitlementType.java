package io.github.discordgateway.model.monetization;

import io.github.discordgateway.model.IntValue;

/**
 * How access to something that is sold was got.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/entitlement#entitlement-object-entitlement-types">Discord's
 * documentation</a>
 */
public record EntitlementType(int value) implements IntValue {

	/** Bought by the user. */
	public static final EntitlementType PURCHASE = new EntitlementType(1);

	/** Comes with a Nitro subscription. */
	public static final EntitlementType PREMIUM_SUBSCRIPTION = new EntitlementType(2);

	/** Given by the developer. */
	public static final EntitlementType DEVELOPER_GIFT = new EntitlementType(3);

	/** Bought by a developer for a test, without payment. */
	public static final EntitlementType TEST_MODE_PURCHASE = new EntitlementType(4);

	/** Got while it was free. */
	public static final EntitlementType FREE_PURCHASE = new EntitlementType(5);

	/** Given by another user. */
	public static final EntitlementType USER_GIFT = new EntitlementType(6);

	/** Got for free because of a Nitro subscription. */
	public static final EntitlementType PREMIUM_PURCHASE = new EntitlementType(7);

	/** Bought as a subscription to an application. */
	public static final EntitlementType APPLICATION_SUBSCRIPTION = new EntitlementType(8);

	/** The reward of a quest. */
	public static final EntitlementType QUEST_REWARD = new EntitlementType(10);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}

package io.github.discordgateway.model.monetization;

import io.github.discordgateway.model.IntValue;

/**
 * How far what was bought has been handed over.
 *
 * @param value the number on the wire, known or not
 */
public record EntitlementFulfillmentStatus(int value) implements IntValue {

	/** Not known. */
	public static final EntitlementFulfillmentStatus UNKNOWN = new EntitlementFulfillmentStatus(0);

	/** There is nothing to hand over. */
	public static final EntitlementFulfillmentStatus FULFILLMENT_NOT_NEEDED = new EntitlementFulfillmentStatus(1);

	/** It is to be handed over. */
	public static final EntitlementFulfillmentStatus FULFILLMENT_NEEDED = new EntitlementFulfillmentStatus(2);

	/** It has been handed over. */
	public static final EntitlementFulfillmentStatus FULFILLED = new EntitlementFulfillmentStatus(3);

	/** It could not be handed over. */
	public static final EntitlementFulfillmentStatus FULFILLMENT_FAILED = new EntitlementFulfillmentStatus(4);

	/** It is to be taken back. */
	public static final EntitlementFulfillmentStatus UNFULFILLMENT_NEEDED = new EntitlementFulfillmentStatus(5);

	/** It has been taken back. */
	public static final EntitlementFulfillmentStatus UNFULFILLED = new EntitlementFulfillmentStatus(6);

	/** It could not be taken back. */
	public static final EntitlementFulfillmentStatus UNFULFILLMENT_FAILED = new EntitlementFulfillmentStatus(7);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}

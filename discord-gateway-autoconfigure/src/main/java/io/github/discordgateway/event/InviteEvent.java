package io.github.discordgateway.event;

/**
 * An invite was made or deleted. A listener that takes it gets all of these events.
 */
public sealed interface InviteEvent extends GatewayEvent permits InviteCreate, InviteDelete {

	/**
	 * The invite.
	 * @return the code at the end of the invite's address
	 */
	String code();

}

package io.github.discordgateway.autoconfigure;

/**
 * {@code discord.gateway.role} and {@code discord.gateway.relay} do not go together with
 * each other, or with what else is configured.
 */
final class GatewayRoleException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String remedy;

	GatewayRoleException(String problem, String remedy) {
		super(problem);
		this.remedy = remedy;
	}

	/** What to do about it. */
	String remedy() {
		return this.remedy;
	}

}

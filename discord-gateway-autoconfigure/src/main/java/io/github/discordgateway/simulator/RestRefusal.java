package io.github.discordgateway.simulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * A request that Discord would refuse: the status, and the body in Discord's words.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/topics/opcodes-and-status-codes#json">JSON error
 * codes</a>
 */
final class RestRefusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int status;

	private final transient ObjectNode body;

	RestRefusal(int status, ObjectNode body) {
		super(body.path("message").asString(""), null, false, false);
		this.status = status;
		this.body = body;
	}

	int status() {
		return this.status;
	}

	ObjectNode body() {
		return this.body;
	}

	/** A refusal without a code of its own, such as "401: Unauthorized". */
	static RestRefusal of(int status, String reason) {
		return of(status, 0, status + ": " + reason);
	}

	static RestRefusal of(int status, int code, String message) {
		return new RestRefusal(status, ObjectPayloads.template("{}").put("message", message).put("code", code));
	}

	static RestRefusal unknownChannel() {
		return of(404, 10003, "Unknown Channel");
	}

	static RestRefusal unknownGuild() {
		return of(404, 10004, "Unknown Guild");
	}

	static RestRefusal unknownMember() {
		return of(404, 10007, "Unknown Member");
	}

	static RestRefusal unknownMessage() {
		return of(404, 10008, "Unknown Message");
	}

	static RestRefusal unknownRole() {
		return of(404, 10011, "Unknown Role");
	}

	static RestRefusal unknownUser() {
		return of(404, 10013, "Unknown User");
	}

	static RestRefusal unknownWebhook() {
		return of(404, 10015, "Unknown Webhook");
	}

	static RestRefusal unknownBan() {
		return of(404, 10026, "Unknown Ban");
	}

	static RestRefusal unknownInteraction() {
		return of(404, 10062, "Unknown interaction");
	}

	static RestRefusal unknownCommand() {
		return of(404, 10063, "Unknown application command");
	}

	static RestRefusal missingAccess() {
		return of(403, 50001, "Missing Access");
	}

	static RestRefusal missingPermissions() {
		return of(403, 50013, "Missing Permissions");
	}

	static RestRefusal wrongChannelType() {
		return of(400, 50024, "Cannot execute action on this channel type");
	}

}

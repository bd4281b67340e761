package io.github.discordgateway.internal.shard;

import io.github.discordgateway.Opcode;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.identify.ShardIdentity;
import io.github.discordgateway.session.Session;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the frames that a shard sends on its own account. Those with the token in them
 * must never be logged.
 */
final class HandshakeWriter {

	private final JsonMapper mapper;

	HandshakeWriter(JsonMapper mapper) {
		this.mapper = mapper;
	}

	String heartbeat(@Nullable Long sequence) {
		return "{\"op\":" + Opcode.HEARTBEAT.code() + ",\"d\":" + sequence + "}";
	}

	String identify(ShardId shard, ShardIdentity identity, @Nullable UpdatePresence presence) {
		ObjectNode frame = this.mapper.createObjectNode().put("op", Opcode.IDENTIFY.code());
		ObjectNode data = frame.putObject("d");
		data.put("token", identity.token().reveal());
		data.put("intents", identity.intents());
		data.putArray("shard").add(shard.number()).add(shard.total());
		data.put("large_threshold", identity.largeThreshold());
		ShardIdentity.Properties properties = identity.properties();
		data.putObject("properties")
			.put("os", properties.os())
			.put("browser", properties.browser())
			.put("device", properties.device());
		if (presence != null) {
			data.set("presence", this.mapper.valueToTree(presence));
		}
		return this.mapper.writeValueAsString(frame);
	}

	String resume(ShardIdentity identity, Session session) {
		ObjectNode frame = this.mapper.createObjectNode().put("op", Opcode.RESUME.code());
		frame.putObject("d")
			.put("token", identity.token().reveal())
			.put("session_id", session.id())
			.put("seq", Math.max(session.sequence(), 0));
		return this.mapper.writeValueAsString(frame);
	}

}

package io.github.discordgateway.listener;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.EventDecodeException;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.codec.LazyEvents;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.FrameReader;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.internal.protocol.MalformedFrameException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Frames, events and envelopes around them.
 */
final class TestEvents {

	static final JsonMapper MAPPER = GatewayJsonMapper.builder().build();

	private static final EventDecoder DECODER = new EventDecoder(MAPPER);

	static final LazyEvents LAZY = new LazyEvents(DECODER);

	static final ShardId SHARD = new ShardId(1, 4);

	static final String SESSION = "session";

	private TestEvents() {
	}

	static Frame frame(String name, long sequence, String body) {
		byte[] json = ("{\"t\":\"" + name + "\",\"s\":" + sequence + ",\"op\":0,\"d\":" + body + "}")
			.getBytes(StandardCharsets.UTF_8);
		try {
			return new FrameReader(MAPPER).read(json, 0, json.length);
		}
		catch (MalformedFrameException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	static GatewayEvent message(String content) {
		return event(EventType.MESSAGE_CREATE, "{\"id\":\"1\",\"content\":\"" + content + "\"}");
	}

	static GatewayEvent guild(long id) {
		return event(EventType.GUILD_CREATE, "{\"id\":\"" + id + "\"}");
	}

	static GatewayEvent button(String customId) {
		return event(EventType.INTERACTION_CREATE,
				"{\"id\":\"1\",\"type\":3,\"data\":{\"custom_id\":\"" + customId + "\",\"component_type\":2}}");
	}

	static GatewayEvent slashCommand(String name) {
		return event(EventType.INTERACTION_CREATE,
				"{\"id\":\"1\",\"type\":2,\"data\":{\"id\":\"2\",\"name\":\"" + name + "\",\"type\":1}}");
	}

	static GatewayEvent interactionPing() {
		return event(EventType.INTERACTION_CREATE, "{\"id\":\"1\",\"type\":1}");
	}

	static GatewayEvent event(EventType type, String body) {
		try {
			return DECODER.decode(type, frame(type.name(), 1, body));
		}
		catch (EventDecodeException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	static EventEnvelope envelope(@Nullable GatewayEvent event, @Nullable String json) {
		RawEvent raw = (json != null) ? new RawEvent("MESSAGE_CREATE", json.getBytes(StandardCharsets.UTF_8)) : null;
		return new EventEnvelope(SHARD, null, 42, "MESSAGE_CREATE", Instant.EPOCH, false, event, raw, null, null);
	}

}

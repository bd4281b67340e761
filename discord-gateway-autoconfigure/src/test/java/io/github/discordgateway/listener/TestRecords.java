package io.github.discordgateway.listener;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.protocol.GatewayJson;
import io.github.discordgateway.protocol.ShardId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records of a few events, and envelopes around them.
 */
final class TestRecords {

	static final JsonMapper MAPPER = GatewayJson.mapperBuilder().build();

	static final ShardId SHARD = new ShardId(1, 4);

	private static final Map<EventType, Class<?>> CLASSES = new EnumMap<>(
			Map.of(EventType.MESSAGE_CREATE, Message.class, EventType.MESSAGE_UPDATE, Edit.class,
					EventType.GUILD_CREATE, Guild.class, EventType.GUILD_MEMBER_ADD, Join.class));

	/** The table of these records. */
	static final EventRecords RECORDS = (eventClass) -> {
		Set<EventType> types = EnumSet.noneOf(EventType.class);
		CLASSES.forEach((type, candidate) -> {
			if (eventClass.isAssignableFrom(candidate)) {
				types.add(type);
			}
		});
		return types;
	};

	private TestRecords() {
	}

	static EventEnvelope envelope(@Nullable GatewayEvent event, @Nullable String json) {
		RawEvent raw = (json != null) ? new RawEvent("MESSAGE_CREATE", json.getBytes(StandardCharsets.UTF_8)) : null;
		return new EventEnvelope(SHARD, 42, "MESSAGE_CREATE", Instant.EPOCH, false, event, raw, null, null);
	}

	interface Written extends GatewayEvent {

	}

	record Message(String content) implements Written {
	}

	record Edit(String content) implements Written {
	}

	record Guild(String name) implements GatewayEvent {
	}

	record Join(String name) implements GatewayEvent {
	}

	record Foreign(String name) implements GatewayEvent {
	}

}

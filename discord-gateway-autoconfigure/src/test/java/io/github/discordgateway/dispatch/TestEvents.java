package io.github.discordgateway.dispatch;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.discordgateway.event.EventDecodeException;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.protocol.Frame;
import io.github.discordgateway.protocol.FrameReader;
import io.github.discordgateway.protocol.GatewayJson;
import io.github.discordgateway.protocol.MalformedFrameException;
import io.github.discordgateway.protocol.ShardId;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Frames, and a decoder that knows two of the events and counts its work.
 */
final class TestEvents implements FrameDecoder {

	static final ShardId SHARD = new ShardId(0, 2);

	static final JsonMapper MAPPER = GatewayJson.mapperBuilder().build();

	private static final Set<EventType> DECODED = Set.of(EventType.MESSAGE_CREATE, EventType.GUILD_CREATE);

	final AtomicInteger decoded = new AtomicInteger();

	@Override
	public GatewayEvent decode(EventType type, Frame frame) throws EventDecodeException {
		this.decoded.incrementAndGet();
		try {
			TestEvent event = frame.read(MAPPER.readerFor(TestEvent.class));
			if (event == null) {
				throw new EventDecodeException(type + " without a body", null);
			}
			return event;
		}
		catch (JacksonException ex) {
			throw new EventDecodeException(type + " does not fit: " + frame.excerpt(), ex);
		}
	}

	@Override
	public boolean decodes(EventType type) {
		return DECODED.contains(type);
	}

	static Frame frame(String name, long sequence, String body) {
		return frame("{\"t\":\"" + name + "\",\"s\":" + sequence + ",\"op\":0,\"d\":" + body + "}");
	}

	static Frame frame(String json) {
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		try {
			return new FrameReader(MAPPER).read(bytes, 0, bytes.length);
		}
		catch (MalformedFrameException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	static Frame message(long guildId, long sequence) {
		return frame("MESSAGE_CREATE", sequence,
				"{\"guild_id\":\"" + guildId + "\",\"channel_id\":\"7\",\"number\":" + sequence + "}");
	}

	record TestEvent(@Nullable Snowflake guild_id, @Nullable Snowflake channel_id, int number) implements GatewayEvent {

		@Override
		public @Nullable Snowflake guildId() {
			return this.guild_id;
		}

		@Override
		public @Nullable Snowflake channelId() {
			return this.channel_id;
		}

	}

}

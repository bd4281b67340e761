package io.github.discordgateway.internal.dispatch;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.EventDecodeException;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.codec.FrameDecoder;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.FrameReader;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.internal.protocol.MalformedFrameException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Frames, and the decoder with a count of its work.
 */
final class TestEvents implements FrameDecoder {

	static final ShardId SHARD = new ShardId(0, 2);

	static final String SESSION = "session";

	static final JsonMapper MAPPER = GatewayJsonMapper.builder().build();

	static final Runnable UNTRACKED = () -> {
	};

	final AtomicInteger decoded = new AtomicInteger();

	private final EventDecoder decoder = new EventDecoder(MAPPER);

	@Override
	public GatewayEvent decode(EventType type, Frame frame) throws EventDecodeException {
		this.decoded.incrementAndGet();
		return this.decoder.decode(type, frame);
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
				"{\"guild_id\":\"" + guildId + "\",\"channel_id\":\"7\",\"nonce\":" + sequence + "}");
	}

}

package io.github.discordgateway.internal.kafka;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.EventPlace;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.internal.codec.EventPlaceReader;
import io.github.discordgateway.internal.protocol.Frame;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of events. The value is the body as Discord sent it. Headers that are
 * alike are shared.
 */
final class RecordWriter {

	private static final Header VERSION = new RecordHeader(RelayHeaders.VERSION,
			RelayHeaders.bytes(RelayHeaders.CURRENT_VERSION));

	private static final Header REPLAYED = new RecordHeader(RelayHeaders.REPLAYED, RelayHeaders.bytes("true"));

	private static final Map<EventType, Header> NAMES = new EnumMap<>(EventType.class);

	static {
		for (EventType type : EventType.values()) {
			NAMES.put(type, new RecordHeader(RelayHeaders.EVENT, RelayHeaders.bytes(type.name())));
		}
	}

	private final EventPlaceReader places = new EventPlaceReader();

	private final Map<ShardId, OfShard> shards = new ConcurrentHashMap<>();

	private final String topic;

	private final @Nullable Header bot;

	/**
	 * Makes a writer.
	 * @param topic where the records go
	 * @param bot whose events they are; {@code null} when that is not known
	 */
	RecordWriter(String topic, @Nullable Snowflake bot) {
		this.topic = topic;
		this.bot = (bot != null) ? new RecordHeader(RelayHeaders.BOT, RelayHeaders.bytes(bot.toString())) : null;
	}

	/**
	 * Makes a record.
	 * @param name the name of the event
	 * @param frame the event, whose body must be JSON
	 * @return the record, which shares nothing with the frame
	 */
	ProducerRecord<byte[], byte[]> write(ShardId shard, @Nullable String sessionId, String name, Frame frame,
			boolean replayed) {
		OfShard ofShard = this.shards.get(shard);
		if (ofShard == null || !Objects.equals(ofShard.sessionId, sessionId)) {
			ofShard = OfShard.of(shard, sessionId);
			this.shards.put(shard, ofShard);
		}
		// Before the copy, which goes on where the search for the place has ended.
		byte[] key = key(this.places.read(frame), ofShard);
		ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(this.topic, key, frame.bodyBytes());
		Headers headers = record.headers();
		headers.add(VERSION).add(name(name)).add(ofShard.number).add(ofShard.total);
		if (this.bot != null) {
			headers.add(this.bot);
		}
		if (ofShard.session != null) {
			headers.add(ofShard.session);
		}
		if (frame.sequence() != Frame.NO_SEQUENCE) {
			headers.add(new RecordHeader(RelayHeaders.SEQUENCE, RelayHeaders.bytes(frame.sequence())));
		}
		headers.add(new RecordHeader(RelayHeaders.RECEIVED, RelayHeaders.bytes(System.currentTimeMillis())));
		if (replayed) {
			headers.add(REPLAYED);
		}
		return record;
	}

	private static byte[] key(EventPlace place, OfShard shard) {
		Snowflake id = (place.guildId() != null) ? place.guildId() : place.channelId();
		return (id != null) ? RelayHeaders.bytes(id.toString()) : shard.key;
	}

	private static Header name(String name) {
		EventType type = EventType.of(name);
		Header shared = (type != null) ? NAMES.get(type) : null;
		return (shared != null) ? shared : new RecordHeader(RelayHeaders.EVENT, RelayHeaders.bytes(name));
	}

	/**
	 * What is the same for all events of a session.
	 */
	private record OfShard(@Nullable String sessionId, Header number, Header total, @Nullable Header session,
			byte[] key) {

		static OfShard of(ShardId shard, @Nullable String sessionId) {
			return new OfShard(sessionId, new RecordHeader(RelayHeaders.SHARD, RelayHeaders.bytes(shard.number())),
					new RecordHeader(RelayHeaders.SHARDS, RelayHeaders.bytes(shard.total())),
					(sessionId != null) ? new RecordHeader(RelayHeaders.SESSION,
							RelayHeaders.bytes(SessionFingerprint.of(sessionId))) : null,
					RelayHeaders.bytes("shard-" + shard.number()));
		}

	}

}

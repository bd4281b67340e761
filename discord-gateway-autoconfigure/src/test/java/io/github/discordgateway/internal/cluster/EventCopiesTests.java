package io.github.discordgateway.internal.cluster;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.FrameReader;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.internal.protocol.MalformedFrameException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Copies of events that shards of two totals receive, on a clock of its own.
 */
class EventCopiesTests {

	private static final long WINDOW = TimeUnit.SECONDS.toNanos(2);

	private static final ShardId OLD = new ShardId(0, 1);

	private static final ShardId NEW = new ShardId(0, 2);

	private final FrameReader reader = new FrameReader(GatewayJsonMapper.builder().build());

	private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - WINDOW);

	private final List<Boolean> holds = new ArrayList<>();

	private final EventCopies copies = new EventCopies(List.of(OLD), WINDOW, this.holds::add, this.now::get);

	private final AtomicInteger oldReceipts = new AtomicInteger();

	private final AtomicInteger newReceipts = new AtomicInteger();

	private Frame message(String content) {
		return frame("MESSAGE_CREATE", "{\"guild_id\":\"1\",\"content\":\"" + content + "\"}");
	}

	private Frame frame(String name, String body) {
		byte[] json = ("{\"t\":\"" + name + "\",\"s\":" + this.now.get() % 1000 + ",\"op\":0,\"d\":" + body + "}")
			.getBytes(StandardCharsets.UTF_8);
		try {
			return this.reader.read(json, 0, json.length);
		}
		catch (MalformedFrameException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	private Runnable old(Frame frame) {
		try (frame) {
			return this.copies.receivedByOld(OLD, frame, this.oldReceipts::incrementAndGet);
		}
	}

	private void fresh(Frame frame) {
		try (frame) {
			this.copies.receivedByNew(NEW, "session", frame, false, this.newReceipts::incrementAndGet);
		}
	}

	private void pass(long nanos) {
		this.now.addAndGet(nanos);
	}

	@Test
	@DisplayName("C69 The new shard's copy is handled when the listeners are through with the old one's")
	void oldFirst() {
		Runnable receipt = old(message("a"));
		fresh(message("a"));
		assertThat(this.copies.parked()).isZero();
		assertThat(this.newReceipts).hasValue(0);
		receipt.run();
		assertThat(this.oldReceipts).hasValue(1);
		assertThat(this.newReceipts).hasValue(1);
	}

	@Test
	@DisplayName("C69 What the new shard has first is parked until the old one has it")
	void newFirst() {
		fresh(message("a"));
		fresh(message("b"));
		assertThat(this.copies.parked()).isEqualTo(2);
		Runnable receipt = old(message("a"));
		assertThat(this.copies.parked()).isOne();
		receipt.run();
		assertThat(this.newReceipts).hasValue(1);
		this.copies.handOver();
		List<ParkedEvent> released = this.copies.release(NEW);
		List<String> delivered = new ArrayList<>();
		released.forEach((event) -> event.deliverTo((shard, sessionId, frame, replayed, handled) -> delivered
			.add(new String(frame.bodyBytes(), StandardCharsets.UTF_8))));
		assertThat(delivered).containsExactly("{\"guild_id\":\"1\",\"content\":\"b\"}");
		assertThat(this.copies.parked()).isZero();
	}

	@Test
	@DisplayName("C69 Events that are alike are paired one by one")
	void alike() {
		old(message("a")).run();
		fresh(message("a"));
		fresh(message("a"));
		assertThat(this.copies.parked()).isOne();
		old(message("a")).run();
		assertThat(this.copies.parked()).isZero();
		assertThat(this.newReceipts).hasValue(2);
	}

	@Test
	@DisplayName("C69 An old shard is level up to the window, and not any more when it is over")
	void lag() {
		fresh(message("a"));
		pass(WINDOW);
		assertThat(this.copies.lag(OLD)).isNull();
		pass(1);
		assertThat(this.copies.lag(OLD)).contains("has not received what came to a new one 2 s ago");
		old(message("a"));
		assertThat(this.copies.lag(OLD)).isNull();
	}

	@Test
	@DisplayName("C69 An old shard that is behind from before the comparison is not level until it is quiet or paired")
	void behindFromBefore() {
		old(message("from before"));
		assertThat(this.copies.lag(OLD)).contains("older");
		pass(WINDOW + 1);
		assertThat(this.copies.lag(OLD)).isNull();
		old(message("from before, too"));
		assertThat(this.copies.lag(OLD)).isNotNull();
		fresh(message("now"));
		old(message("now"));
		assertThat(this.copies.lag(OLD)).isNull();
	}

	@Test
	@DisplayName("C69 What only a new shard has is given up when the old one is past it, and never before")
	void givenUp() {
		fresh(message("only new"));
		pass(WINDOW * 100);
		this.copies.tidy();
		assertThat(this.copies.parked()).isOne();
		assertThat(this.newReceipts).hasValue(0);
		fresh(message("both"));
		old(message("both"));
		assertThat(this.copies.parked()).isZero();
		assertThat(this.newReceipts).hasValue(1);
		assertThat(this.copies.lag(OLD)).isNull();
	}

	@Test
	@DisplayName("C69 An acknowledged heartbeat proves that the old shard is past what came before")
	void proved() {
		fresh(message("only new"));
		pass(WINDOW * 2);
		this.copies.proved(OLD, this.now.get() - WINDOW / 2);
		this.copies.tidy();
		assertThat(this.copies.parked()).isZero();
	}

	@Test
	@DisplayName("C69 The guilds of a new session are waited for by nobody, and kept for one window")
	void guildsOfANewSession() {
		fresh(frame("READY", "{\"session_id\":\"x\"}"));
		assertThat(this.newReceipts).hasValue(1);
		fresh(frame("GUILD_CREATE", "{\"id\":\"1\"}"));
		assertThat(this.copies.parked()).isOne();
		pass(WINDOW + 1);
		assertThat(this.copies.lag(OLD)).isNull();
		this.copies.tidy();
		assertThat(this.copies.parked()).isZero();
	}

	@Test
	@DisplayName("C69 When much is parked the new shards hold their reading, and go on at half of it")
	void bounded() {
		for (int i = 0; i < 5_000; i++) {
			fresh(message("m" + i));
		}
		assertThat(this.holds).containsExactly(true);
		for (int i = 0; i < 2_500; i++) {
			old(message("m" + i));
		}
		assertThat(this.holds).containsExactly(true, false);
	}

	@Test
	@DisplayName("C69 The bound is one of bytes, too")
	void boundedInBytes() {
		String large = "x".repeat(4 * 1024 * 1024);
		for (int i = 0; i < 4; i++) {
			fresh(message(large + i));
		}
		assertThat(this.holds).containsExactly(true);
	}

	@Test
	@DisplayName("C69 After the hand-over nothing that is parked is given up, and what the listeners had is known")
	void afterTheHandOver() {
		Runnable receipt = old(message("had"));
		fresh(message("both"));
		this.copies.handOver();
		fresh(frame("GUILD_CREATE", "{\"id\":\"1\"}"));
		fresh(frame("RESUMED", "{}"));
		pass(WINDOW * 10);
		old(message("both"));
		this.copies.tidy();
		assertThat(this.copies.release(NEW)).hasSize(2);
		assertThat(this.copies.isDelivered(message("had"), this.newReceipts::incrementAndGet)).isTrue();
		assertThat(this.copies.isDelivered(message("had"), this.newReceipts::incrementAndGet)).isFalse();
		assertThat(this.newReceipts).hasValue(0);
		receipt.run();
		assertThat(this.newReceipts).hasValue(1);
	}

	@Test
	@DisplayName("C69 A new shard that receives later than the window is behind for one window")
	void newLate() {
		old(message("a"));
		pass(WINDOW + 1);
		fresh(message("a"));
		assertThat(this.copies.isNewLate()).isTrue();
		pass(WINDOW + 1);
		assertThat(this.copies.isNewLate()).isFalse();
	}

}

package io.github.discordgateway.internal.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LeaseTable} and its scripts, with two nodes.
 */
class LeaseTableTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final int TOTAL = 4;

	private final LettuceConnectionFactory factory = EmbeddedRedis.shared().connectionFactory();

	private final String prefix = EmbeddedRedis.newPrefix();

	private final RedisAccess redis = EmbeddedRedis.shared().access(this.factory, this.prefix);

	private final StringRedisTemplate template = new StringRedisTemplate(this.factory);

	private final LeaseTable one = table("one");

	private final LeaseTable two = table("two");

	private LeaseTable table(String node) {
		return new LeaseTable(this.redis, TOTAL, node, Duration.ofMinutes(1));
	}

	@AfterEach
	void close() {
		this.factory.destroy();
	}

	private LeaseTable.Renewal renew(LeaseTable table, String node) {
		return table.renew(new NodeRecord(node, "host", "1", Instant.EPOCH, false, TOTAL)).block(LIMIT);
	}

	private void join() {
		renew(this.one, "one");
		renew(this.two, "two");
	}

	private Map<Integer, LeaseTable.Owner> owners() {
		return this.one.owners(TOTAL).block(LIMIT);
	}

	private Map<Integer, Long> claim(LeaseTable table, Integer... shards) {
		return table.claim(List.of(shards), 0).block(LIMIT);
	}

	private void die(String node) {
		this.template.delete(this.redis.keys().node(node));
	}

	private void loseEverything() {
		Set<String> keys = this.template.keys(this.prefix + "*");
		assertThat(keys).isNotEmpty();
		this.template.delete(keys);
	}

	@Test
	@DisplayName("D5 whoever finds that a node is gone tells all others, once")
	void tellsThatANodeIsGone() {
		join();
		CountDownLatch listening = new CountDownLatch(1);
		List<String> told = new CopyOnWriteArrayList<>();
		Disposable channel = this.redis.listen(listening::countDown, this.redis.keys().channel("*"))
			.subscribe(told::add);
		Awaitility.await().atMost(LIMIT).until(() -> listening.getCount() == 0);
		renew(this.one, "one");
		assertThat(told).isEmpty();
		die("two");
		renew(this.one, "one");
		Awaitility.await().atMost(LIMIT).until(() -> !told.isEmpty());
		renew(this.one, "one");
		this.template.convertAndSend(this.redis.keys().channel("*"), "the end");
		Awaitility.await().atMost(LIMIT).until(() -> told.contains("the end"));
		assertThat(told).containsExactly("changed", "the end");
		channel.dispose();
	}

	@Test
	@DisplayName("D1 only one node gets a shard, and keeps it for as long as it lives")
	void aLeaseIsExclusive() {
		join();
		assertThat(claim(this.one, 0, 1)).containsOnlyKeys(0, 1);
		assertThat(claim(this.two, 0, 1, 2)).containsOnlyKeys(2);
		assertThat(claim(this.one, 0)).isEmpty();
		die("one");
		assertThat(claim(this.two, 0, 1)).containsOnlyKeys(0, 1);
		assertThat(owners().values()).extracting(LeaseTable.Owner::node).containsOnly("two");
	}

	@Test
	@DisplayName("D1 who does not live by Redis' account gets nothing")
	void aNodeHasToLive() {
		assertThat(claim(this.one, 0)).isEmpty();
		renew(this.one, "one");
		die("one");
		assertThat(claim(this.one, 0)).isEmpty();
	}

	@Test
	@DisplayName("D1 the fencing token grows with each owner")
	void theTokenGrows() {
		join();
		long first = claim(this.one, 0).get(0);
		this.one.transfer(List.of(new LeaseTable.Transfer(0, first, "two")), 0, false).block(LIMIT);
		long second = owners().get(0).token();
		assertThat(owners().get(0).node()).isEqualTo("two");
		assertThat(second).isGreaterThan(first);
		die("two");
		assertThat(claim(this.one, 0).get(0)).isGreaterThan(second);
	}

	@Test
	@DisplayName("D1 the fencing token does not go back when Redis has lost its data, even when its clock has")
	void theTokenSurvivesALoss() {
		join();
		long before = claim(this.one, 0).get(0);
		loseEverything();
		join();
		assertThat(claim(this.two, 0).get(0)).isGreaterThan(before);
		long fromTheFuture = before + Duration.ofDays(1).toNanos() / 1000;
		assertThat(this.two.claim(List.of(1), fromTheFuture).block(LIMIT).get(1)).isGreaterThan(fromTheFuture);
	}

	@Test
	@DisplayName("D6 leases that Redis has lost are written down again, and the latest owner has them")
	void restores() {
		join();
		loseEverything();
		assertThat(this.one.restore(Map.of(0, 5L, 1, 9L)).block(LIMIT)).containsExactlyInAnyOrder(0, 1);
		assertThat(this.two.restore(Map.of(0, 7L, 1, 8L)).block(LIMIT)).containsExactly(0);
		assertThat(owners()).containsEntry(0, new LeaseTable.Owner(7, "two"))
			.containsEntry(1, new LeaseTable.Owner(9, "one"));
	}

	@Test
	@DisplayName("D4 only the owner gives a shard away; to a node that is gone it is given free")
	void transfers() {
		join();
		long token = claim(this.one, 0, 1).get(0);
		assertThat(this.two.transfer(List.of(new LeaseTable.Transfer(0, token, "two")), 0, false).block(LIMIT))
			.isEmpty();
		assertThat(this.one.transfer(List.of(new LeaseTable.Transfer(0, token - 1, "two")), 0, false).block(LIMIT))
			.isEmpty();
		die("two");
		assertThat(this.one.transfer(List.of(new LeaseTable.Transfer(0, token, "two")), 0, false).block(LIMIT))
			.containsExactly(0);
		assertThat(owners().get(0).node()).isEmpty();
		assertThat(claim(this.one, 0)).containsOnlyKeys(0);
	}

	@Test
	@DisplayName("D10 a node that leaves is known no more, and one that dies is not when its time is over")
	void knowsWhoLives() {
		join();
		assertThat(renew(this.one, "one").nodes()).extracting(NodeRecord::id).containsExactly("one", "two");
		this.two.transfer(List.of(), 0, true).block(LIMIT);
		LeaseTable.Renewal renewal = renew(this.one, "one");
		assertThat(renewal.nodes()).extracting(NodeRecord::id).containsExactly("one");
		assertThat(renewal.known()).isTrue();
		die("one");
		assertThat(renew(this.one, "one").known()).isFalse();
	}

	@Test
	@DisplayName("each change of the owners is seen by the last token, and nothing else changes it")
	void changesAreSeen() {
		join();
		String before = renew(this.one, "one").lastToken();
		assertThat(renew(this.two, "two").lastToken()).isEqualTo(before);
		claim(this.one, 0);
		String claimed = renew(this.two, "two").lastToken();
		assertThat(claimed).isNotEqualTo(before);
		assertThat(claim(this.two, 0)).isEmpty();
		assertThat(renew(this.one, "one").lastToken()).isEqualTo(claimed);
	}

}

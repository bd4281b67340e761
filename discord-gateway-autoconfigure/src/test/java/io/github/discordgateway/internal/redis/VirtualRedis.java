package io.github.discordgateway.internal.redis;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.discordgateway.GatewayToken;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;

/**
 * What the scripts do, in the memory of this process and in virtual time, for a bot of
 * one total, which never loses its data. It is used where hours are to pass in seconds,
 * and nowhere else; {@link VirtualRedisTests} holds it against a Redis with the scripts.
 * Each call takes a millisecond.
 */
class VirtualRedis extends RedisAccess {

	private static final Duration LATENCY = Duration.ofMillis(1);

	private final VirtualTimeScheduler time;

	/** Strings, and when they end, in milliseconds. */
	private final Map<String, String> values = new HashMap<>();

	private final Map<String, Long> ends = new HashMap<>();

	private final Set<String> nodes = new TreeSet<>();

	private final Map<String, String> owners = new LinkedHashMap<>();

	/** Who waits for permits: node and lowest shard. */
	private final Map<String, Long> waiting = new HashMap<>();

	private final Map<String, Sinks.Many<String>> channels = new HashMap<>();

	/** How many calls there were, by second. */
	private final TreeMap<Long, Integer> calls = new TreeMap<>();

	VirtualRedis(VirtualTimeScheduler time) {
		super((ReactiveRedisConnectionFactory) Proxy.newProxyInstance(VirtualRedis.class.getClassLoader(),
				new Class<?>[] { ReactiveRedisConnectionFactory.class }, (proxy, method, arguments) -> {
					throw new UnsupportedOperationException(method.getName());
				}), "simulation", () -> GatewayToken.of("a.b.c"), Duration.ofMinutes(1));
		this.time = time;
	}

	private long now() {
		return this.time.now(TimeUnit.MILLISECONDS);
	}

	/** The calls of each second since a moment. */
	List<Integer> callsSince(long second) {
		List<Integer> counts = new ArrayList<>();
		for (long i = second; i <= now() / 1000; i++) {
			counts.add(this.calls.getOrDefault(i, 0));
		}
		return counts;
	}

	/** How many keys there are: the values that live, the nodes, owners and who waits. */
	int keyCount() {
		int alive = (int) List.copyOf(this.values.keySet()).stream().filter((key) -> get(key) != null).count();
		return alive + (this.nodes.isEmpty() ? 0 : 1) + (this.owners.isEmpty() ? 0 : 1)
				+ (this.waiting.isEmpty() ? 0 : 1);
	}

	/** The texts that live. */
	Map<String, String> texts() {
		Map<String, String> living = new HashMap<>();
		List.copyOf(this.values.keySet()).forEach((key) -> {
			String text = get(key);
			if (text != null) {
				living.put(key, text);
			}
		});
		return living;
	}

	/** The ids of the nodes. */
	Set<String> nodes() {
		return Set.copyOf(this.nodes);
	}

	/** Who waits for permits, and with which lowest shard. */
	Map<String, Long> waiting() {
		return Map.copyOf(this.waiting);
	}

	/** Ends a text as its time does. */
	void end(String key) {
		this.ends.computeIfPresent(key, (same, end) -> now());
	}

	private String get(String key) {
		Long end = this.ends.get(key);
		if (end != null && end <= now()) {
			this.values.remove(key);
			this.ends.remove(key);
		}
		return this.values.get(key);
	}

	private void set(String key, String value, String millis) {
		this.values.put(key, value);
		this.ends.put(key, now() + Long.parseLong(millis));
	}

	/** As {@code PTTL} tells it. */
	long timeToLive(String key) {
		return (get(key) != null) ? this.ends.get(key) - now() : -2;
	}

	private <T> Mono<T> answer(Supplier<T> call) {
		return Mono.defer(() -> {
			this.calls.merge(now() / 1000, 1, Integer::sum);
			return Mono.just(call.get()).delayElement(LATENCY, this.time);
		});
	}

	@Override
	Mono<Map<String, String>> entries(String key) {
		return answer(() -> Map.copyOf(this.owners));
	}

	@Override
	Flux<String> listen(Runnable listening, String... names) {
		listening.run();
		return Flux.merge(Stream.of(names)
			.map((name) -> this.channels.computeIfAbsent(name, (same) -> Sinks.many().multicast().directBestEffort())
				.asFlux()
				.delayElements(LATENCY, this.time))
			.toList());
	}

	private void publish(String channel) {
		Sinks.Many<String> listeners = this.channels.get(channel);
		if (listeners != null) {
			listeners.tryEmitNext("changed");
		}
	}

	@Override
	Mono<List<String>> run(RedisScript script, List<String> keys, List<String> arguments) {
		return answer(() -> switch (script) {
			case RENEW -> renew(keys, arguments);
			case CLAIM -> claim(keys, arguments);
			case RESTORE -> restore(arguments);
			case TRANSFER -> transfer(keys, arguments);
			case PERMIT -> permit(keys, arguments);
			case SETTLE_PERMIT -> settle(keys, arguments);
			case LIMIT -> limit(keys, arguments);
			case SAVE_SESSIONS, SAVE_GUILDS -> throw new UnsupportedOperationException("No sessions are saved here");
		});
	}

	private List<String> renew(List<String> keys, List<String> arguments) {
		String known = (get(keys.get(1)) != null) ? "1" : "0";
		set(keys.get(1), arguments.get(2), arguments.get(1));
		this.nodes.add(arguments.get(0));
		List<String> answer = new ArrayList<>(List.of(known, Objects.requireNonNullElse(get(keys.get(2)), "0")));
		if (this.nodes.removeIf((id) -> get(arguments.get(3) + id) == null)) {
			publish(arguments.get(5) + "*");
		}
		this.nodes.forEach((id) -> answer.add(get(arguments.get(3) + id)));
		return answer;
	}

	private String nextToken(String key, String met) {
		String last = get(key);
		return String.valueOf(Math.max(now() * 1000,
				Math.max(((last != null) ? Long.parseLong(last) : 0) + 1, Long.parseLong(met) + 1)));
	}

	private List<String> claim(List<String> keys, List<String> arguments) {
		if (get(arguments.get(1) + arguments.get(0)) == null) {
			return List.of("0");
		}
		String token = nextToken(keys.get(1), arguments.get(2));
		List<String> answer = new ArrayList<>(List.of(token));
		for (String shard : arguments.subList(4, arguments.size())) {
			String owner = this.owners.get(shard);
			String node = (owner != null) ? owner.substring(owner.indexOf(':') + 1) : "";
			if (node.isEmpty() || get(arguments.get(1) + node) == null) {
				this.owners.put(shard, token + ":" + arguments.get(0));
				answer.add(shard);
			}
		}
		if (answer.size() > 1) {
			set(keys.get(1), token, arguments.get(3));
		}
		return answer;
	}

	private List<String> restore(List<String> arguments) {
		throw new IllegalStateException("Nothing is lost here: " + arguments);
	}

	private List<String> transfer(List<String> keys, List<String> arguments) {
		String self = arguments.get(0);
		String token = nextToken(keys.get(1), arguments.get(2));
		List<String> answer = new ArrayList<>();
		Set<String> told = new HashSet<>();
		for (int i = 6; i < arguments.size(); i += 3) {
			String shard = arguments.get(i);
			if ((arguments.get(i + 1) + ":" + self).equals(this.owners.get(shard))) {
				String receiver = arguments.get(i + 2);
				if (!receiver.isEmpty() && get(arguments.get(1) + receiver) == null) {
					receiver = "";
				}
				this.owners.put(shard, token + ":" + receiver);
				told.add(receiver);
				answer.add(shard);
			}
		}
		if (!answer.isEmpty()) {
			set(keys.get(1), token, arguments.get(3));
		}
		if (arguments.get(5).equals("1")) {
			this.nodes.remove(self);
			this.values.remove(keys.get(3));
			told.add("");
		}
		told.forEach((receiver) -> publish(arguments.get(4) + (receiver.isEmpty() ? "*" : receiver)));
		return answer;
	}

	private List<String> permit(List<String> keys, List<String> arguments) {
		String self = arguments.get(0);
		long window = Long.parseLong(arguments.get(1));
		String told = get(keys.get(0));
		int most = Integer.parseInt((told != null) ? told : arguments.get(2));
		String left = get(keys.get(1));
		double available = (left != null) ? Integer.parseInt(left) - Integer.parseInt(arguments.get(3))
				: Double.POSITIVE_INFINITY;
		long pause = timeToLive(keys.get(2));
		double wait = Double.POSITIVE_INFINITY;
		Long denied = null;
		List<String> answer = new ArrayList<>(List.of("0"));
		for (String shard : arguments.subList(5, arguments.size())) {
			String bucket = arguments.get(4) + Integer.parseInt(shard) % most;
			long rest = Math.max(timeToLive(bucket), pause);
			if (available <= 0) {
				rest = Math.max(rest, timeToLive(keys.get(1)));
			}
			if (rest <= 0) {
				set(bucket, self, arguments.get(1));
				if (left != null) {
					this.values.put(keys.get(1), String.valueOf(Integer.parseInt(get(keys.get(1))) - 1));
				}
				available--;
				answer.add(shard);
				answer.add(bucket);
			}
			else {
				denied = (denied != null) ? denied : Long.valueOf(shard);
				wait = Math.min(wait, rest);
			}
		}
		if (denied == null) {
			this.waiting.remove(self);
			return answer;
		}
		long lowest = denied;
		this.waiting.put(self, lowest);
		long rank = this.waiting.entrySet()
			.stream()
			.filter((other) -> other.getValue() < lowest
					|| (other.getValue() == lowest && other.getKey().compareTo(self) < 0))
			.count();
		wait += window * Math.min(rank / (2 * most), 6);
		answer.set(0, String.valueOf((long) Math.min(Math.max(wait, window / 10), window * 8)));
		return answer;
	}

	private List<String> settle(List<String> keys, List<String> arguments) {
		String bucket = keys.get(0);
		boolean mine = arguments.get(0).equals(get(bucket));
		switch (arguments.get(2)) {
			case "spent" -> set(bucket, (mine || get(bucket) == null) ? "rests" : get(bucket), arguments.get(1));
			case "kept" -> {
				if (mine) {
					set(bucket, arguments.get(0), arguments.get(1));
				}
			}
			case "returned" -> {
				if (mine) {
					this.values.remove(bucket);
				}
				String left = get(keys.get(1));
				if (left != null) {
					this.values.put(keys.get(1), String.valueOf(Integer.parseInt(left) + 1));
				}
			}
			default -> throw new IllegalArgumentException(arguments.get(2));
		}
		return List.of("done");
	}

	private List<String> limit(List<String> keys, List<String> arguments) {
		String before = get(keys.get(0));
		if (before != null && !before.equals(arguments.get(0))) {
			set(keys.get(2), "1", arguments.get(3));
		}
		int buckets = Math.max((before != null) ? Integer.parseInt(before) : 0, Integer.parseInt(arguments.get(0)));
		long out = IntStream.range(0, Math.min(buckets, 4096))
			.mapToObj((bucket) -> get(arguments.get(5) + bucket))
			.filter((holder) -> holder != null && !holder.equals("rests"))
			.count();
		set(keys.get(0), arguments.get(0), arguments.get(4));
		set(keys.get(1), String.valueOf(Long.parseLong(arguments.get(1)) - out), arguments.get(2));
		return List.of("done");
	}

}

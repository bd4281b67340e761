package io.github.discordgateway.benchmark;

import java.util.ArrayList;
import java.util.List;

import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.LazyEvent;
import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.codec.LazyEvents;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.FrameReader;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * How much memory large guilds keep while they wait for their listeners, in each form that
 * a listener may take. The guild is that of the {@link LargeGuildBenchmark}. An argument
 * sets how many there are, by default 1,000, which takes a heap of 4 GiB.
 */
public final class RetainedMemory {

	private static final JsonMapper MAPPER = GatewayJsonMapper.builder().build();

	private static final FrameReader FRAMES = new FrameReader(MAPPER);

	private static final EventDecoder DECODER = new EventDecoder(MAPPER);

	private static final LazyEvents LAZY = new LazyEvents(DECODER);

	private static final byte[] GUILD = LargeGuildBenchmark.largeGuild();

	private RetainedMemory() {
	}

	public static void main(String[] args) throws Exception {
		int events = (args.length > 0) ? Integer.parseInt(args[0]) : 1000;
		System.out.printf("%d events of %,d bytes%n", events, GUILD.length);
		measure("raw bytes", events, RetainedMemory::raw);
		measure("lazily decoded, three values read", events, RetainedMemory::lazy);
		measure("typed", events, RetainedMemory::typed);
	}

	private static RawEvent raw() throws Exception {
		try (Frame frame = FRAMES.read(GUILD, 0, GUILD.length)) {
			return new RawEvent("GUILD_CREATE", frame.bodyBytes());
		}
	}

	private static LazyEvent lazy() throws Exception {
		LazyEvent event = LAZY.of(raw());
		event.snowflake("/id");
		event.text("/name");
		event.number("/member_count");
		return event;
	}

	private static GatewayEvent typed() throws Exception {
		try (Frame frame = FRAMES.read(GUILD, 0, GUILD.length)) {
			return DECODER.decode(EventType.GUILD_CREATE, frame);
		}
	}

	private static void measure(String form, int events, Form maker) throws Exception {
		maker.make();
		long before = used();
		List<Object> kept = new ArrayList<>(events);
		for (int i = 0; i < events; i++) {
			kept.add(maker.make());
		}
		double bytes = used() - before;
		System.out.printf("| %s | %,.0f KiB | %,.0f MiB |%n", form, bytes / events / 1024, bytes / (1024 * 1024));
		if (kept.size() != events) {
			throw new IllegalStateException("Some events were dropped");
		}
	}

	/** What is reachable: a collection is asked for until nothing more goes away. */
	private static long used() {
		Runtime runtime = Runtime.getRuntime();
		long used = Long.MAX_VALUE;
		for (long now; (now = collected(runtime)) < used;) {
			used = now;
		}
		return used;
	}

	private static long collected(Runtime runtime) {
		System.gc();
		return runtime.totalMemory() - runtime.freeMemory();
	}

	@FunctionalInterface
	private interface Form {

		Object make() throws Exception;

	}

}

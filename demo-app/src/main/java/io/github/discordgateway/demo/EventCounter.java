package io.github.discordgateway.demo;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.listener.GatewayListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts all events by type, those that have no record included.
 */
@Component
@EnableScheduling
class EventCounter {

	private static final Logger logger = LoggerFactory.getLogger(EventCounter.class);

	private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

	@GatewayListener
	void count(RawEvent event) {
		this.counts.computeIfAbsent(event.name(), (name) -> new LongAdder()).increment();
	}

	@Scheduled(initialDelay = 5_000, fixedRate = 10_000)
	void log() {
		logger.info("Events so far: {}", counts());
	}

	Map<String, Long> counts() {
		Map<String, Long> sums = new TreeMap<>();
		this.counts.forEach((name, count) -> sums.put(name, count.sum()));
		return sums;
	}

}

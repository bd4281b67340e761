package io.github.discordgateway.autoconfigure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.management.JMException;
import javax.management.ObjectName;

import com.sun.management.UnixOperatingSystemMXBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What contexts of the past may have left in the process.
 *
 * @param threads the number of live threads, without those that Reactor shares among all
 * who need some
 * @param openFiles the number of open files and sockets; 0 where it cannot be told
 * @param instances live objects of what a context has one or a few of, by prefix of the
 * class name
 */
record Footprint(long threads, long openFiles, Map<String, Long> instances) {

	private static final List<String> WATCHED = List.of("java.util.zip.Inflater", "io.github.discordgateway.internal.",
			"io.github.discordgateway.session.", "io.micrometer.core.instrument.");

	private static final List<String> SHARED = List.of("boundedElastic-", "parallel-");

	static Footprint take() {
		long files = (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)
				? unix.getOpenFileDescriptorCount() : 0;
		return new Footprint(liveThreads(), files, liveInstances());
	}

	private static long liveThreads() {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		return Stream.of(threads.getThreadInfo(threads.getAllThreadIds()))
			.filter((thread) -> thread != null && SHARED.stream().noneMatch(thread.getThreadName()::startsWith))
			.count();
	}

	/** Counted after a full collection, which the histogram entails. */
	private static Map<String, Long> liveInstances() {
		String histogram;
		try {
			histogram = (String) ManagementFactory.getPlatformMBeanServer()
				.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
						new Object[] { new String[0] }, new String[] { String[].class.getName() });
		}
		catch (JMException ex) {
			throw new IllegalStateException(ex);
		}
		Map<String, Long> counts = new TreeMap<>();
		histogram.lines().map(String::trim).map((line) -> line.split("\\s+")).forEach((columns) -> {
			// "rank: instances bytes class", and lines that are something else.
			for (String prefix : WATCHED) {
				if (columns.length > 3 && columns[3].startsWith(prefix)) {
					counts.merge(prefix, Long.parseLong(columns[1]), Long::sum);
				}
			}
		});
		return counts;
	}

	void assertNoLargerThan(Footprint before, int tolerance) {
		assertThat(this.threads).as("threads").isLessThan(before.threads + tolerance);
		assertThat(this.openFiles).as("open files").isLessThan(before.openFiles + tolerance);
		this.instances.forEach((type, count) -> assertThat(count).as(type)
			.isLessThan(before.instances.getOrDefault(type, 0L) + tolerance));
	}

}

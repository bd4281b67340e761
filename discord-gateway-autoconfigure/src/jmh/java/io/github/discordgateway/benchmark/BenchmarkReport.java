package io.github.discordgateway.benchmark;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks and prints them as a table: the time of an event, how many there are
 * in a second, what is allocated, and how many times as long it takes as the floors in the
 * same run and of the same compression. What goes through a socket is measured by the
 * processor time of the process.
 */
public final class BenchmarkReport {

	private BenchmarkReport() {
	}

	public static void main(String[] args) throws RunnerException, CommandLineOptionException {
		Options options = new OptionsBuilder().parent(new CommandLineOptions(args))
			.addProfiler(GCProfiler.class)
			.addProfiler(ProcessorTime.class)
			.build();
		Collection<RunResult> results = new Runner(options).run();
		Map<String, Double> nanos = new TreeMap<>();
		Map<String, Double> micros = new TreeMap<>();
		Map<String, Double> bytes = new TreeMap<>();
		Map<String, Double> processor = new TreeMap<>();
		for (RunResult result : results) {
			String name = result.getParams().getBenchmark();
			name = name.substring(name.lastIndexOf('.') + 1) + compression(result);
			if (isMeasuredByProcessorTime(result.getParams().getBenchmark())) {
				processor.put(name, result.getSecondaryResults().get(ProcessorTime.LABEL).getScore());
				bytes.put(name, result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
				continue;
			}
			Map<String, Double> times = result.getPrimaryResult().getScoreUnit().startsWith("ns") ? nanos : micros;
			times.put(name, result.getPrimaryResult().getScore());
			bytes.put(name, result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
		}
		if (!nanos.isEmpty()) {
			System.out.println("| | ns/event | bytes/event |");
			System.out.println("|---|---|---|");
			nanos.forEach((name, time) -> System.out.printf("| %s | %.0f | %.0f |%n", name, time, bytes.get(name)));
		}
		if (!processor.isEmpty()) {
			System.out.println("| through a socket | us of processor time/event | bytes/event | times its floor |");
			System.out.println("|---|---|---|---|");
			processor.forEach((name, time) -> System.out.printf("| %s | %.2f | %,.0f | %.2f |%n", name, time,
					bytes.get(name), time / processor.getOrDefault(floor(name), Double.NaN)));
		}
		if (micros.isEmpty()) {
			return;
		}
		System.out.println(EventMix.describe());
		System.out.println("| | us/event | events/s | bytes/event | to inflating | to inflating and tokenizing |");
		System.out.println("|---|---|---|---|---|---|");
		micros.forEach((name, time) -> {
			String compression = name.substring(Math.max(name.indexOf(' '), 0));
			System.out.printf("| %s | %.2f | %,.0f | %,.0f | %.2f | %.2f |%n", name, time, 1e6 / time, bytes.get(name),
					time / micros.getOrDefault("floor" + compression, Double.NaN),
					time / micros.getOrDefault("tokenize" + compression, Double.NaN));
		});
	}

	private static boolean isMeasuredByProcessorTime(String benchmark) {
		return benchmark.contains(WireBenchmark.class.getSimpleName())
				|| benchmark.contains(RelayBenchmark.class.getSimpleName());
	}

	/** For example {@code " ZLIB_STREAM"}; nothing for a benchmark without compression. */
	private static String compression(RunResult result) {
		String compression = result.getParams().getParam("compression");
		return (compression != null) ? " " + compression : "";
	}

	/** What a relayed event takes that is only sent, or a stream that is only inflated. */
	private static String floor(String name) {
		if (name.indexOf(' ') < 0) {
			return "producerAlone";
		}
		return (name.startsWith("single") ? "singleInflate" : "inflate") + name.substring(name.indexOf(' '));
	}

}

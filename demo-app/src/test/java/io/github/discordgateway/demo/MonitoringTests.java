package io.github.discordgateway.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.discordgateway.actuate.metrics.GatewayMeters;
import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The dashboard and the alert rules speak of meters that there are.
 */
class MonitoringTests {

	private static final String DASHBOARD = "grafana-dashboard.json";

	private static final String ALERTS = "prometheus-alerts.yml";

	@ParameterizedTest
	@ValueSource(strings = { DASHBOARD, ALERTS })
	void eachMeterExists(String file) throws IOException {
		assertThat(used(file)).isNotEmpty().isSubsetOf(exported());
	}

	@Test
	void theDashboardShowsAllMeters() throws IOException {
		Set<String> shown = used(DASHBOARD);
		assertThat(GatewayMeters.values())
			.allSatisfy((meter) -> assertThat(exported(meter)).as(meter.getName()).containsAnyElementsOf(shown));
	}

	@Test
	void theDashboardIsOneThatGrafanaImports() throws IOException {
		JsonNode dashboard = JsonMapper.shared().readTree(read(DASHBOARD));
		assertThat(dashboard.path("title").asString()).isEqualTo("Discord Gateway");
		assertThat(dashboard.path("panels").valueStream().map((panel) -> panel.path("id").asInt()))
			.doesNotHaveDuplicates()
			.hasSizeGreaterThan(20);
	}

	private static String read(String file) throws IOException {
		return Files.readString(Path.of("monitoring", file));
	}

	private static Set<String> used(String file) throws IOException {
		return Pattern.compile("discord_gateway_\\w+")
			.matcher(read(file))
			.results()
			.map((name) -> name.group())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> exported() {
		return Stream.of(GatewayMeters.values())
			.flatMap((meter) -> exported(meter).stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> exported(GatewayMeters meter) {
		String name = new PrometheusNamingConvention().name(meter.getName(), meter.getType(), meter.getBaseUnit());
		if (meter.getType() == Meter.Type.TIMER) {
			return Set.of(name + "_count", name + "_sum", name + "_max");
		}
		return Set.of((meter.getType() == Meter.Type.COUNTER && !name.endsWith("_total")) ? name + "_total" : name);
	}

}

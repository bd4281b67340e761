package io.github.discordgateway.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.discordgateway.autoconfigure.DiscordGatewayProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.UseMainMethod;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The files in {@code deploy} fit the demo and the library.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, useMainMethod = UseMainMethod.ALWAYS,
		properties = "discord.gateway.simulator.shards=1")
@ActiveProfiles("simulator")
@Timeout(300)
class DeploymentTests {

	private static final Path DEPLOY = Path.of("deploy");

	private static final Pattern PATH = Pattern.compile("/actuator/[\\w/]+");

	private static final Pattern PINNED = Pattern.compile("[\\w./-]+:v?\\d+\\.\\d+\\.\\d+[\\w.-]*");

	/** Their metadata is there in the build with Redis and Kafka. */
	private static final Set<String> OF_THE_CLUSTER = Set.of("SPRING_DATA_REDIS_HOST", "SPRING_KAFKA_BOOTSTRAPSERVERS");

	/** What the demo itself reads. */
	private static final Set<String> OF_THE_DEMO = Set.of("DISCORD_TOKEN", "DEMO_ALLOWEDHOSTS");

	private static final String SHUTDOWN_PHASE = "SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE";

	@LocalServerPort
	private int port;

	/**
	 * A process of the demo.
	 *
	 * @param name what it is called
	 * @param environment its environment
	 * @param grace how long it may take to stop
	 */
	record Bot(String name, Map<String, String> environment, Duration grace) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	private static String read(String file) throws IOException {
		return Files.readString(DEPLOY.resolve(file));
	}

	private static List<Map<String, Object>> documents(String file) throws IOException {
		List<Map<String, Object>> documents = new ArrayList<>();
		new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(read(file))
			.forEach((document) -> documents.add(map(document)));
		return documents;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(Object value) {
		return (value != null) ? (Map<String, Object>) value : Map.of();
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> list(Object value) {
		return (value != null) ? (List<Map<String, Object>>) value : List.of();
	}

	private static Map<String, Object> services() throws IOException {
		return map(documents("compose.yaml").get(0).get("services"));
	}

	private static Stream<Bot> bots() throws IOException {
		List<Bot> bots = new ArrayList<>();
		services().forEach((name, service) -> {
			Map<String, String> environment = texts(map(service).get("environment"));
			if (environment.containsKey("DISCORD_TOKEN")) {
				bots.add(new Bot("compose " + name, environment,
						DurationStyle.detectAndParse(map(service).get("stop_grace_period").toString())));
			}
		});
		List<Map<String, Object>> objects = documents("kubernetes.yaml");
		Map<String, String> shared = texts(objects.get(0).get("data"));
		objects.stream().filter((object) -> object.get("kind").equals("Deployment")).forEach((deployment) -> {
			Map<String, Object> pod = map(map(map(deployment.get("spec")).get("template")).get("spec"));
			Map<String, String> environment = new LinkedHashMap<>(shared);
			list(list(pod.get("containers")).get(0).get("env"))
				.forEach((entry) -> environment.put(entry.get("name").toString(), entry.get("value").toString()));
			bots.add(new Bot("kubernetes " + map(deployment.get("metadata")).get("name"), environment,
					Duration.ofSeconds(Long.parseLong(pod.get("terminationGracePeriodSeconds").toString()))));
		});
		return bots.stream();
	}

	private static Map<String, String> texts(Object value) {
		Map<String, String> texts = new LinkedHashMap<>();
		map(value).forEach((name, text) -> texts.put(name, String.valueOf(text)));
		return texts;
	}

	/** All properties that are known, as they are written in an environment. */
	private static Set<String> known() throws IOException {
		Set<String> known = new TreeSet<>();
		for (URL url : Collections
			.list(DeploymentTests.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream metadata = url.openStream()) {
				JsonMapper.shared()
					.readTree(metadata)
					.path("properties")
					.forEach((property) -> known.add(property.path("name")
						.asString()
						.replace("-", "")
						.replace('.', '_')
						.toUpperCase(Locale.ROOT)));
			}
		}
		return known;
	}

	@Test
	void thereAreTwoOfEachRole() throws IOException {
		assertThat(bots()).hasSize(6);
		assertThat(services()).containsKeys("redis", "kafka", "prometheus", "grafana");
		assertThat(services().keySet().stream().filter((name) -> name.startsWith("gateway"))).hasSize(2);
		assertThat(services().keySet().stream().filter((name) -> name.startsWith("worker"))).hasSize(2);
		assertThat(documents("kubernetes.yaml").stream().map((object) -> map(object.get("spec")).get("replicas")))
			.containsExactly(null, 2, 2);
	}

	@ParameterizedTest
	@MethodSource("bots")
	void eachVariableIsAProperty(Bot bot) throws IOException {
		Set<String> unknown = new TreeSet<>(bot.environment().keySet());
		unknown.removeAll(OF_THE_DEMO);
		unknown.removeAll(known());
		assertThat(unknown).isSubsetOf(OF_THE_CLUSTER);
	}

	@ParameterizedTest
	@MethodSource("bots")
	void theVariablesSayWhatTheProcessIsFor(Bot bot) {
		Map<String, Object> environment = new LinkedHashMap<>(bot.environment());
		DiscordGatewayProperties properties = new Binder(ConfigurationPropertySources
			.from(new SystemEnvironmentPropertySource("systemEnvironment", environment)))
			.bind("discord.gateway", DiscordGatewayProperties.class)
			.get();
		assertThat(properties.role()).isEqualTo(bot.name().contains("worker") ? DiscordGatewayProperties.Role.WORKER
				: DiscordGatewayProperties.Role.GATEWAY);
		assertThat(properties.relay()).isEqualTo(DiscordGatewayProperties.RelayType.KAFKA);
		assertThat(properties.health().readiness()).isTrue();
	}

	@ParameterizedTest
	@MethodSource("bots")
	void aProcessIsNotKilledBeforeItHasStopped(Bot bot) {
		Duration phase = DurationStyle.detectAndParse(bot.environment().get(SHUTDOWN_PHASE));
		assertThat(bot.grace()).isGreaterThanOrEqualTo(phase.multipliedBy(2).plusSeconds(10));
	}

	@Test
	void imagesArePinned() throws IOException {
		List<String> images = new ArrayList<>();
		for (String file : List.of("compose.yaml", "kubernetes.yaml")) {
			Pattern.compile("(?m)^\\s*image: (\\S+)$")
				.matcher(read(file))
				.results()
				.map((image) -> image.group(1))
				.forEach(images::add);
		}
		assertThat(images).hasSize(7).allMatch((image) -> PINNED.matcher(image).matches());
	}

	@Test
	void whatIsMountedIsThere() throws IOException {
		List<String> mounted = new ArrayList<>();
		for (Object service : services().values()) {
			Object volumes = map(service).get("volumes");
			if (volumes instanceof List<?> all) {
				all.stream()
					.map((volume) -> volume.toString().split(":")[0])
					.filter((path) -> path.startsWith("."))
					.forEach(mounted::add);
			}
		}
		assertThat(mounted).contains("../target/demo-app.jar", "../monitoring/grafana-dashboard.json");
		assertThat(mounted).filteredOn((path) -> !path.startsWith("../target"))
			.allSatisfy((path) -> assertThat(DEPLOY.resolve(path)).exists());
		assertThat(Files.readString(Path.of("pom.xml"))).contains("<finalName>demo-app</finalName>", "<id>cluster</id>",
				"spring-boot-starter-data-redis", "spring-boot-starter-kafka");
	}

	@Test
	void prometheusAsksTheProcesses() throws IOException {
		Map<String, Object> job = list(documents("prometheus.yml").get(0).get("scrape_configs")).get(0);
		List<?> targets = (List<?>) list(job.get("static_configs")).get(0).get("targets");
		List<String> hosts = targets.stream().map((target) -> target.toString().split(":")[0]).toList();
		assertThat(hosts).hasSize(4).isSubsetOf(services().keySet());
		assertThat(bots().filter((bot) -> bot.name().startsWith("compose"))).allSatisfy(
				(bot) -> assertThat(bot.environment().get("DEMO_ALLOWEDHOSTS").split(",")).hasSameElementsAs(hosts));
	}

	@Test
	void thePathsThatAreAskedAnswer() throws IOException {
		Set<String> paths = new TreeSet<>();
		for (String file : List.of("compose.yaml", "kubernetes.yaml", "prometheus.yml")) {
			PATH.matcher(read(file)).results().map((path) -> path.group()).forEach(paths::add);
		}
		assertThat(paths).containsExactly("/actuator/health/liveness", "/actuator/health/readiness",
				"/actuator/prometheus");
		WebClient client = WebClient.create("http://localhost:" + this.port);
		paths.forEach((path) -> await().atMost(Duration.ofSeconds(90))
			.untilAsserted(() -> assertThat(client.get()
				.uri(path)
				.exchangeToMono((response) -> response.releaseBody().thenReturn(response.statusCode().value()))
				.block(Duration.ofSeconds(10))).isEqualTo(200)));
	}

}

package io.github.discordgateway.docs;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.actuate.metrics.GatewayMeters;
import io.github.discordgateway.actuate.observation.GatewayObservation;
import io.github.discordgateway.autoconfigure.DiscordGatewayProperties;
import io.github.discordgateway.autoconfigure.DiscordGatewayRelayProperties;
import io.github.discordgateway.autoconfigure.DiscordInteractionProperties;
import io.github.discordgateway.autoconfigure.DiscordRestProperties;
import io.github.discordgateway.docs.Page.CodeBlock;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import io.github.discordgateway.simulator.GatewaySimulator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the documentation names is there: properties, whose values can be bound, meters,
 * types and the methods that a bot calls.
 */
class NamesTests {

	private static final String PREFIX = "discord.gateway.";

	/** What has properties of its own below the common prefix. */
	private static final Map<String, Class<?>> PARTS = Map.of(PREFIX + "rest", DiscordRestProperties.class,
			PREFIX + "interactions", DiscordInteractionProperties.class, PREFIX + "relay",
			DiscordGatewayRelayProperties.class);

	private static final Map<String, JsonNode> PROPERTIES = properties();

	private static final Set<String> METERS = meters();

	/** A property alone, with a value, or with {@code *} for several. */
	private static final Pattern PROPERTY = Pattern
		.compile("(?<name>[a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*)(?<several>\\.\\*)?(?:(?:=|: )(?<value>.*))?");

	private static final Pattern OF_SPRING = Pattern.compile("(?:spring|management|server|logging)\\..*");

	private static final Pattern TYPE = Pattern.compile("@?([A-Z][A-Za-z]*[a-z][A-Za-z]*)(?:<.*>|\\(.*\\))?");

	private static final Pattern CALL = Pattern.compile("(?:(?<receiver>[a-z]\\w*)?\\.)?(?<method>[a-z]\\w*)\\(.*");

	private static final Map<String, Class<?>> RECEIVERS = Map.of("gateway", Gateway.class, "registry",
			GatewayListenerRegistry.class, "simulator", GatewaySimulator.class);

	/** A word before a token, a benchmark, and what other libraries have. */
	private static final Set<String> NO_TYPES = Set.of("Bot", "WireBenchmark", "@KafkaListener", "@RefreshScope",
			"KafkaProducer", "DeadLetterPublishingRecoverer");

	/** Placeholders of the examples; what is no text has a value that fits. */
	private static final Map<String, Object> ENVIRONMENT = Map.of("POD_INDEX", "1");

	@ParameterizedTest
	@MethodSource("blocksOfProperties")
	void configurationIsKnownAndFits(CodeBlock block) throws IOException {
		Map<String, Object> values = values(block);
		assertThat(values.keySet()).isNotEmpty().allMatch(NamesTests::isProperty);
		bind(values);
	}

	@ParameterizedTest
	@MethodSource("io.github.discordgateway.docs.Page#all")
	void propertiesAndMetersAreKnown(Page page) {
		List<String> unknown = new ArrayList<>();
		for (String code : page.inlineCode()) {
			Matcher property = PROPERTY.matcher(code);
			if (property.matches() && !isKnown(property)) {
				unknown.add(code);
			}
		}
		assertThat(unknown).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("pagesForUsers")
	void typesAreThere(Page page) {
		Set<String> unknown = new TreeSet<>();
		for (String code : page.inlineCode()) {
			Matcher type = TYPE.matcher(code);
			if (type.matches() && !Types.SIMPLE_NAMES.contains(type.group(1)) && !NO_TYPES.contains(code)) {
				unknown.add(code);
			}
		}
		assertThat(unknown).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("pagesForUsers")
	void methodsAreThere(Page page) {
		List<String> unknown = new ArrayList<>();
		for (String code : page.inlineCode()) {
			Matcher call = CALL.matcher(code);
			if (call.matches()) {
				Class<?> receiver = RECEIVERS.get(String.valueOf(call.group("receiver")));
				Stream<Class<?>> types = (receiver != null) ? Stream.of(receiver)
						: Stream.concat(PublicTypes.all().stream(), Stream.of(Mono.class));
				if (types.flatMap((type) -> Arrays.stream(type.getMethods()))
					.noneMatch((method) -> method.getName().equals(call.group("method")))) {
					unknown.add(code);
				}
			}
		}
		assertThat(unknown).isEmpty();
	}

	/** Other pages name tests, and types that are gone. */
	static List<Page> pagesForUsers() {
		return Page.all()
			.stream()
			.filter((page) -> !Set.of("CONTRIBUTING.md", "CHANGELOG.md").contains(page.toString()))
			.toList();
	}

	static List<CodeBlock> blocksOfProperties() {
		return Page.all()
			.stream()
			.flatMap((page) -> page.blocks().stream())
			.filter((block) -> Set.of("yaml", "properties").contains(block.language()))
			.toList();
	}

	private static Map<String, Object> values(CodeBlock block) throws IOException {
		ByteArrayResource resource = new ByteArrayResource(block.code().getBytes());
		Map<String, Object> values = new TreeMap<>();
		if (block.language().equals("properties")) {
			Properties properties = PropertiesLoaderUtils.loadProperties(resource);
			properties.stringPropertyNames().forEach((name) -> values.put(name, properties.getProperty(name)));
			return values;
		}
		for (PropertySource<?> source : new YamlPropertySourceLoader().load(block.toString(), resource)) {
			((Map<?, ?>) source.getSource()).forEach((name, value) -> values.put(name.toString(),
					(value instanceof OriginTrackedValue tracked) ? tracked.getValue() : value));
		}
		return values;
	}

	private static void bind(Map<String, Object> values) {
		Map<String, Object> ofGateway = new TreeMap<>(values);
		PARTS.forEach((prefix, type) -> {
			Map<String, Object> own = new TreeMap<>(values);
			own.keySet().removeIf((name) -> !name.startsWith(prefix + "."));
			bind(own, prefix, type);
			ofGateway.keySet().removeAll(own.keySet());
		});
		bind(ofGateway, "discord.gateway", DiscordGatewayProperties.class);
	}

	private static void bind(Map<String, Object> values, String prefix, Class<?> type) {
		MutablePropertySources sources = new MutablePropertySources();
		sources.addLast(new SystemEnvironmentPropertySource("environment", ENVIRONMENT));
		sources.addLast(new MapPropertySource("documentation", values));
		new Binder(ConfigurationPropertySources.from(sources), new PropertySourcesPlaceholdersResolver(sources))
			.bindOrCreate(prefix, Bindable.of(type), new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
	}

	/** Names without {@code discord.gateway} count when they can be nothing else. */
	private static boolean isKnown(Matcher property) {
		String name = property.group("name");
		if (OF_SPRING.matcher(name).matches()) {
			return isProperty(name) || isGroup(name);
		}
		String full = name.startsWith(PREFIX) ? name : PREFIX + name;
		if (isProperty(full)) {
			if (property.group("value") != null) {
				bind(Map.of(full, property.group("value")));
			}
			return true;
		}
		boolean meant = name.startsWith(PREFIX) || (name.contains(".") && isGroup(PREFIX + name.split("\\.")[0]));
		return !meant || isGroup(full) || METERS.contains(full);
	}

	private static boolean isProperty(String name) {
		String plain = name.replaceAll("\\[\\d+]", "");
		if (PROPERTIES.containsKey(plain)) {
			return true;
		}
		for (int dot = plain.lastIndexOf('.'); dot > 0; dot = plain.lastIndexOf('.', dot - 1)) {
			JsonNode property = PROPERTIES.get(plain.substring(0, dot));
			if (property != null) {
				return property.path("type").asString().startsWith("java.util.Map");
			}
		}
		return false;
	}

	private static boolean isGroup(String name) {
		return PROPERTIES.keySet().stream().anyMatch((property) -> property.startsWith(name + "."));
	}

	private static Map<String, JsonNode> properties() {
		Map<String, JsonNode> properties = new TreeMap<>();
		try {
			for (String file : List.of("spring-configuration-metadata.json",
					"additional-spring-configuration-metadata.json")) {
				for (URL url : Collections.list(NamesTests.class.getClassLoader().getResources("META-INF/" + file))) {
					try (InputStream json = url.openStream()) {
						JsonMapper.shared()
							.readTree(json)
							.path("properties")
							.forEach((property) -> properties.put(property.path("name").asString(), property));
					}
				}
			}
		}
		catch (IOException ex) {
			throw new ExceptionInInitializerError(ex);
		}
		return properties;
	}

	private static Set<String> meters() {
		Set<String> meters = Arrays.stream(GatewayMeters.values())
			.map(GatewayMeters::getName)
			.collect(Collectors.toCollection(HashSet::new));
		Arrays.stream(GatewayObservation.values()).map(GatewayObservation::getName).forEach(meters::add);
		return meters;
	}

	/** All that a program could import. */
	private static final class Types {

		private static final Predicate<String> IMPORTABLE = (entry) -> entry.endsWith(".class")
				&& !entry.startsWith("org/jetbrains/kotlin/") && !entry.contains("discordgateway/internal/");

		static final Set<String> SIMPLE_NAMES = names();

		private static Set<String> names() {
			Set<String> names = new HashSet<>();
			PublicTypes.all().forEach((type) -> names.add(type.getSimpleName()));
			try {
				for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
					if (entry.endsWith(".jar")) {
						try (JarFile jar = new JarFile(entry)) {
							jar.stream()
								.map((file) -> file.getName())
								.filter(IMPORTABLE)
								.forEach((name) -> add(name, names));
						}
					}
				}
				for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
					try (ModuleReader reader = module.open()) {
						reader.list().filter(IMPORTABLE).forEach((name) -> add(name, names));
					}
				}
			}
			catch (IOException ex) {
				throw new ExceptionInInitializerError(ex);
			}
			return names;
		}

		private static void add(String entry, Set<String> names) {
			String name = entry.substring(entry.lastIndexOf('/') + 1, entry.length() - ".class".length());
			names.add(name.substring(name.lastIndexOf('$') + 1));
		}

	}

}

package io.github.discordgateway;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.github.discordgateway.simulator.GatewaySimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.scheduler.Scheduler;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.socket.client.WebSocketClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rooms of the house, and which may know which: arrows run downward only. The root is
 * the vocabulary that all share, and what is promised to last stands outside of
 * {@code internal}.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.discordgateway";

	private static final String INTERNAL = ROOT + ".internal";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	/** The engine, in the order in which an event walks through it. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					internal.protocol    | ''
					internal.compression | ''
					internal.rest        | model rest internal.protocol
					internal.codec       | event model command internal.protocol
					internal.transport   | internal.protocol internal.compression
					internal.tracking    | ''
					internal.shard       | event command identify session internal.protocol internal.compression internal.transport internal.tracking
					internal.dispatch    | event listener internal.protocol internal.codec
					internal.cluster     | event model command identify session listener internal.protocol internal.rest internal.compression internal.codec internal.transport internal.shard internal.dispatch
					internal.kafka       | event command listener internal.protocol internal.codec internal.tracking internal.shard internal.dispatch internal.cluster
					internal.redis       | identify session internal.protocol internal.cluster
					model                | ''
					event                | model internal.protocol
					command              | ''
					rest                 | event model
					session              | internal.protocol
					identify             | command session
					listener             | event model internal.codec internal.protocol
					interaction          | event model rest listener
					internal.interaction | event model rest listener interaction internal.protocol
					simulator            | event model command internal.protocol internal.compression internal.codec
					actuate              | event model listener identify session rest interaction
					test                 | event model command listener simulator autoconfigure
					""")
	void aRoomKnowsOnlyWhatIsBelowIt(String room, String known) {
		Set<String> allowed = new TreeSet<>(Set.of(ROOT, ROOT + "." + room + ".."));
		for (String other : known.isEmpty() ? new String[0] : known.split(" ")) {
			allowed.add(ROOT + "." + other + "..");
		}
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(ROOT + "." + room + "..")
			.should()
			.dependOnClassesThat(JavaClass.Predicates.resideInAPackage(ROOT + "..")
				.and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed.toArray(String[]::new)))))
			.check(CLASSES);
	}

	@Test
	void eachRoomHasItsRow() {
		Set<String> rooms = CLASSES.stream()
			.map(ArchitectureTests::room)
			.filter((room) -> !room.isEmpty())
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(rooms).containsExactlyInAnyOrder("actuate", "autoconfigure", "command", "event", "identify",
				"interaction", "internal.cluster", "internal.codec", "internal.compression", "internal.dispatch",
				"internal.interaction", "internal.kafka", "internal.protocol", "internal.redis", "internal.rest",
				"internal.shard", "internal.tracking", "internal.transport", "listener", "model", "rest", "session",
				"simulator", "test");
	}

	/** The first part of the package below the root, two parts of the engine. */
	private static String room(JavaClass type) {
		if (!type.getPackageName().startsWith(ROOT)) {
			return "";
		}
		String[] parts = type.getPackageName().substring(ROOT.length()).split("\\.");
		if (parts.length < 2) {
			return "";
		}
		return parts[1].equals("internal") ? parts[1] + "." + parts[2] : parts[1];
	}

	@Test
	void noPromiseNamesTheEngine() {
		Set<String> broken = new TreeSet<>();
		CLASSES.stream().filter(ArchitectureTests::isPromised).forEach((type) -> {
			Stream.of(type.getInterfaces().stream(), type.getSuperclass().stream(),
					type.getMethods().stream().filter(ArchitectureTests::isVisible).flatMap(ArchitectureTests::types),
					type.getConstructors()
						.stream()
						.filter(ArchitectureTests::isVisible)
						.flatMap(ArchitectureTests::types),
					type.getFields()
						.stream()
						.filter((field) -> isVisible(field.getModifiers()))
						.map(JavaField::getType))
				.flatMap((types) -> types)
				.flatMap((signature) -> signature.getAllInvolvedRawTypes().stream())
				.filter((named) -> named.getPackageName().startsWith(INTERNAL))
				.forEach((named) -> broken.add(named.getName().substring(INTERNAL.length() + 1) + " in "
						+ type.getName().substring(ROOT.length() + 1)));
		});
		assertThat(broken).isEmpty();
	}

	private static boolean isPromised(JavaClass type) {
		return !type.getPackageName().startsWith(INTERNAL) && isVisible(type.getModifiers())
				&& type.getEnclosingClass().map(ArchitectureTests::isPromised).orElse(true);
	}

	private static boolean isVisible(JavaCodeUnit member) {
		return isVisible(member.getModifiers());
	}

	private static boolean isVisible(Set<JavaModifier> modifiers) {
		return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
	}

	private static Stream<JavaType> types(JavaCodeUnit member) {
		return Stream.concat(Stream.of(member.getReturnType()), member.getParameterTypes().stream());
	}

	/**
	 * Who is asked to replace something implements an interface, or builds a simulator;
	 * what cannot be replaced has no condition.
	 */
	@Test
	void onlyWhatAUserCanImplementBacksOff() {
		Set<String> broken = new TreeSet<>();
		beanMethods((method) -> MergedAnnotations.from(method)
			.stream(ConditionalOnMissingBean.class)
			.forEach((condition) -> {
				Set<Class<?>> types = new LinkedHashSet<>(List.of(condition.getClassArray("value")));
				boolean named = condition.getStringArray("name").length > 0;
				if (types.isEmpty()) {
					types.add(method.getReturnType());
				}
				types.stream()
					.filter((type) -> !type.isInterface() || type.getName().startsWith(INTERNAL))
					.filter((type) -> type != GatewaySimulator.class)
					.filter((type) -> !named || type.getName().startsWith(ROOT))
					.forEach((type) -> broken.add(type.getSimpleName() + " of " + method.getName()));
			}));
		assertThat(broken).isEmpty();
	}

	/** What applications have beans of is neither taken from them nor offered to them. */
	@Test
	void beansOfTypesThatApplicationsUseAreTheirOwn() {
		Set<String> broken = new TreeSet<>();
		beanMethods((method) -> {
			if (isUsedByApplications(method.getReturnType())
					&& MergedAnnotations.from(method).get(Bean.class).getBoolean("defaultCandidate")) {
				broken.add(method.getName() + " is offered");
			}
			for (Parameter parameter : method.getParameters()) {
				ResolvableType type = ResolvableType.forType(parameter.getParameterizedType());
				Class<?> asked = type.toClass();
				if (asked == ObjectProvider.class) {
					asked = type.getGeneric().toClass();
				}
				if (isUsedByApplications(asked) && !MergedAnnotations.from(parameter).isPresent(Qualifier.class)) {
					broken.add(method.getName() + " takes a " + asked.getSimpleName());
				}
			}
		});
		assertThat(broken).isEmpty();
	}

	private static boolean isUsedByApplications(Class<?> type) {
		return Stream
			.of(WebSocketClient.class, WebClient.class, WebClient.Builder.class, HttpClient.class, JsonMapper.class,
					Executor.class, Scheduler.class)
			.anyMatch((used) -> used.isAssignableFrom(type));
	}

	private static void beanMethods(Consumer<Method> check) {
		List<Method> methods = CLASSES.stream()
			.filter((type) -> type.getPackageName().startsWith(ROOT + ".autoconfigure"))
			.flatMap((type) -> type.getMethods().stream())
			.filter((method) -> method.isAnnotatedWith(Bean.class))
			.map(JavaMethod::reflect)
			.toList();
		assertThat(methods).hasSizeGreaterThan(30);
		methods.forEach(check);
	}

	/** What is documented as replaceable works when it is replaced. */
	@Test
	void noAutoConfigurationAsksForADefaultImplementation() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(ROOT + ".autoconfigure..")
			.should(new ArchCondition<JavaClass>("ask by instanceof for a class") {

				@Override
				public void check(JavaClass type, ConditionEvents events) {
					type.getInstanceofChecks()
						.stream()
						.filter((check) -> check.getRawType().getPackageName().startsWith(ROOT)
								&& !check.getRawType().isInterface()
								&& !check.getRawType().isAssignableTo(Throwable.class))
						.forEach((check) -> events.add(SimpleConditionEvent.satisfied(type,
								type.getName() + " asks for " + check.getRawType().getName())));
				}

			})
			.check(CLASSES);
	}

	@Test
	void metersAndObservationsNeedNoActuator() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAnyPackage(ROOT + ".actuate.metrics..", ROOT + ".actuate.observation..",
					ROOT + ".autoconfigure.metrics..", ROOT + ".autoconfigure.observation..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.boot.actuate..", "org.springframework.boot.health..")
			.check(CLASSES);
	}

	/** It is optional: whoever else touched it would fail without. */
	@Test
	void redisIsKnownInItsRoomOnly() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(INTERNAL + ".redis..")
			.and()
			.doNotHaveSimpleName("GatewayRedisConfiguration")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.data..", "org.springframework.boot.data..", "io.lettuce..")
			.check(CLASSES);
	}

	/** As Redis is. */
	@Test
	void kafkaIsKnownInItsRoomOnly() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(INTERNAL + ".kafka..")
			.and()
			.doNotHaveSimpleName("GatewayRelayConfiguration")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..", "org.springframework.boot.kafka..")
			.check(CLASSES);
	}

	@Test
	void onlyTheTestKitNeedsLibrariesForTests() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(ROOT + ".test..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.junit..", "org.springframework.test..", "org.springframework.boot.test..",
					ROOT + ".test..")
			.check(CLASSES);
	}

	@Test
	void roomsFormNoCycle() {
		SlicesRuleDefinition.slices().assignedFrom(new SliceAssignment() {

			@Override
			public SliceIdentifier getIdentifierOf(JavaClass type) {
				String room = room(type);
				return room.isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(room);
			}

			@Override
			public String getDescription() {
				return "rooms";
			}

		}).should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void onlyTheDriverAndTheTransportTouchTheNetwork() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAnyPackage(ROOT, ROOT + ".event..", ROOT + ".model..", ROOT + ".command..", ROOT + ".rest..",
					ROOT + ".listener..", ROOT + ".interaction..", INTERNAL + ".interaction..", ROOT + ".session..",
					ROOT + ".identify..", ROOT + ".actuate..", INTERNAL + ".protocol..", INTERNAL + ".codec..",
					INTERNAL + ".dispatch..", INTERNAL + ".compression..", INTERNAL + ".cluster..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.netty..", "reactor.netty..")
			.check(CLASSES);
	}

	@Test
	void theMachineHasNoClockNoThreadAndNoSocket() {
		ArchRuleDefinition.noClasses()
			.that()
			.haveSimpleNameStartingWith("ShardMachine")
			.or()
			.haveSimpleName("Heartbeats")
			.or()
			.haveSimpleName("CommandWindow")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.netty..", "reactor..", "org.springframework..", "java.util.concurrent..",
					INTERNAL + ".transport..", ROOT + ".identify..")
			.orShould()
			.callMethod(System.class, "nanoTime")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.check(CLASSES);
	}

}

package io.github.discordgateway;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;

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
	@CsvSource(delimiter = '|', textBlock = """
			internal.protocol    | ''
			internal.compression | ''
			internal.rest        | internal.protocol
			internal.codec       | event model internal.protocol
			internal.transport   | internal.protocol internal.compression
			internal.shard       | event command identify session internal.protocol internal.compression internal.transport
			internal.dispatch    | event listener internal.protocol
			internal.cluster     | event model command identify session internal.protocol internal.rest internal.codec internal.shard
			model                | ''
			event                | model internal.protocol
			command              | ''
			session              | ''
			identify             | session
			listener             | event model internal.codec internal.protocol
			simulator            | event model command internal.protocol internal.compression
			actuate              | event listener identify session
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
		Set<String> rooms = new TreeSet<>();
		CLASSES.forEach((type) -> {
			if (!type.getPackageName().equals(ROOT)) {
				String name = type.getPackageName().substring(ROOT.length() + 1);
				String[] parts = name.split("\\.");
				rooms.add(parts[0].equals("internal") ? parts[0] + "." + parts[1] : parts[0]);
			}
		});
		assertThat(rooms).containsExactlyInAnyOrder("actuate", "autoconfigure", "command", "event", "identify",
				"internal.cluster", "internal.codec", "internal.compression", "internal.dispatch", "internal.protocol",
				"internal.rest", "internal.shard", "internal.transport", "listener", "model", "session", "simulator",
				"test");
	}

	@Test
	void noPromiseNamesTheEngine() {
		Set<String> broken = new TreeSet<>();
		CLASSES.stream().filter(ArchitectureTests::isPromised).forEach((type) -> {
			Stream
				.of(type.getInterfaces().stream(), type.getSuperclass().stream(),
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
				.forEach((named) -> broken.add(type.getName() + " names " + named.getName()));
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

	/** What is documented as replaceable is an interface, of ours or of everybody. */
	@Test
	void beansThatOneReplacesAreInterfaces() {
		Set<String> broken = new TreeSet<>();
		CLASSES.stream()
			.filter((type) -> type.getPackageName().startsWith(ROOT + ".autoconfigure"))
			.flatMap((type) -> type.getMethods().stream())
			.filter((method) -> method.isAnnotatedWith(ConditionalOnMissingBean.class))
			.forEach((method) -> {
				JavaAnnotation<?> condition = method.getAnnotationOfType(ConditionalOnMissingBean.class.getName());
				boolean named = ((Object[]) condition.get("name").orElse(new Object[0])).length > 0;
				JavaClass[] types = (JavaClass[]) condition.get("value").orElse(new JavaClass[0]);
				Set<JavaClass> replaced = (types.length > 0) ? new HashSet<>(List.of(types))
						: Set.of(method.getRawReturnType());
				if (!named && !replaced.stream().allMatch(JavaClass::isInterface)) {
					broken.add(method.getFullName());
				}
			});
		assertThat(broken).isEmpty();
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
		SlicesRuleDefinition.slices().matching(ROOT + ".(internal.*)..").should().beFreeOfCycles().check(CLASSES);
		SlicesRuleDefinition.slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void onlyTheDriverAndTheTransportTouchTheNetwork() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAnyPackage(ROOT, ROOT + ".event..", ROOT + ".model..", ROOT + ".command..", ROOT + ".listener..",
					ROOT + ".session..", ROOT + ".identify..", ROOT + ".actuate..", INTERNAL + ".protocol..",
					INTERNAL + ".codec..", INTERNAL + ".dispatch..", INTERNAL + ".compression..",
					INTERNAL + ".cluster..")
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

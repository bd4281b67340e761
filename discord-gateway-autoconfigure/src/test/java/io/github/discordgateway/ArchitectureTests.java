package io.github.discordgateway;

import java.util.Set;
import java.util.TreeSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rooms of the house, and which may know which: arrows run downward only.
 * {@code protocol} is the vocabulary that all share.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.discordgateway";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			protocol    | ''
			compression | ''
			session     | protocol
			model       | protocol
			event       | protocol model session
			command     | protocol
			simulator   | protocol compression event model command
			identify    | protocol session
			rest        | protocol
			transport   | protocol compression
			shard       | protocol compression command event transport identify session
			cluster     | protocol event model command shard identify session rest
			dispatch    | protocol event model
			listener    | protocol event model dispatch
			actuate     | protocol event dispatch listener cluster shard identify session rest
			test        | protocol event model command dispatch listener cluster simulator autoconfigure
			""")
	void aRoomKnowsOnlyWhatIsBelowIt(String room, String known) {
		Set<String> allowed = new TreeSet<>(Set.of(ROOT + "." + room + ".."));
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
			String name = type.getPackageName();
			rooms.add(name.substring(ROOT.length() + 1).split("\\.")[0]);
		});
		assertThat(rooms).containsExactlyInAnyOrder("actuate", "autoconfigure", "cluster", "command", "compression",
				"dispatch", "event", "identify", "listener", "model", "protocol", "rest", "session", "shard",
				"simulator", "test", "transport");
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
		SlicesRuleDefinition.slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void onlyTheDriverAndTheTransportTouchTheNetwork() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAnyPackage(ROOT + ".protocol..", ROOT + ".event..", ROOT + ".model..", ROOT + ".command..",
					ROOT + ".dispatch..", ROOT + ".listener..", ROOT + ".session..", ROOT + ".identify..",
					ROOT + ".compression..", ROOT + ".cluster..", ROOT + ".actuate..")
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
					ROOT + ".transport..", ROOT + ".identify..")
			.orShould()
			.callMethod(System.class, "nanoTime")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.check(CLASSES);
	}

}

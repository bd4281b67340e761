package io.github.discordgateway;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The public types outside of {@code internal} are what is promised, and listed in
 * {@code public-types.txt}: none comes, goes or changes its kind by accident.
 */
class PublicTypesTests {

	private static final String UPDATE = "public-types.update";

	private static final Path LIST = Path.of("src/test/resources/public-types.txt");

	private static final String ROOT = "io.github.discordgateway";

	@Test
	void publicTypesAreThoseThatAreListed() throws IOException {
		String types = types();
		if (Boolean.getBoolean(UPDATE)) {
			Files.writeString(LIST, types);
		}
		assertThat(types.lines())
			.as("The public types outside of internal are not those of %s. If that is on purpose, write the list anew "
					+ "with ./mvnw test -pl discord-gateway-autoconfigure -Dtest=PublicTypesTests -D%s=true, "
					+ "and tell of it in CHANGELOG.md. Otherwise make a new type package-private or move it to internal",
					LIST, UPDATE)
			.containsExactlyElementsOf(Files.readAllLines(LIST));
	}

	private static String types() {
		Map<String, Set<String>> packages = new TreeMap<>();
		new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages(ROOT)
			.stream()
			.filter((type) -> !(type.getPackageName() + ".").startsWith(ROOT + ".internal."))
			.map(JavaClass::reflect)
			.filter(PublicTypesTests::isPublic)
			.forEach((type) -> packages.computeIfAbsent(type.getPackageName(), (name) -> new TreeSet<>())
				.add(name(type) + " (" + kind(type) + ")"));
		return packages.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "\n  " + String.join("\n  ", entry.getValue()) + "\n")
			.collect(Collectors.joining("\n"));
	}

	private static boolean isPublic(Class<?> type) {
		Class<?> enclosing = type.getDeclaringClass();
		return Modifier.isPublic(type.getModifiers()) && (enclosing == null || isPublic(enclosing));
	}

	private static String name(Class<?> type) {
		return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
	}

	private static String kind(Class<?> type) {
		if (type.isAnnotation()) {
			return "annotation";
		}
		if (type.isEnum()) {
			return "enum";
		}
		if (type.isRecord()) {
			return "record";
		}
		if (type.isInterface()) {
			return type.isSealed() ? "sealed interface" : "interface";
		}
		if (Modifier.isFinal(type.getModifiers())) {
			return "final class";
		}
		return Modifier.isAbstract(type.getModifiers()) ? "abstract class" : "class";
	}

}

package io.github.discordgateway.autoconfigure;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.discordgateway.BotIdentity;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.EventPlace;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.identify.IdentifyReserve;
import io.github.discordgateway.internal.rest.GatewayBot;
import io.github.discordgateway.model.Flags;
import io.github.discordgateway.model.IntValue;
import io.github.discordgateway.model.TextValue;
import io.github.discordgateway.model.Union;
import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.session.Session;
import io.github.discordgateway.session.SessionTerms;
import io.github.discordgateway.session.StoredSession;
import io.github.discordgateway.session.TokenHash;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.ReflectionHintsPredicates;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GatewayRuntimeHints}: what is needed is found in the class files, not
 * by the walk that the hints are made of.
 */
class GatewayRuntimeHintsTests {

	private static final String ROOT = "io.github.discordgateway.";

	private static final Set<Class<?>> NO_JSON = Set.of(EventEnvelope.class, EventPlace.class, RawEvent.class);

	private static final RuntimeHints hints = hints();

	private static final ReflectionHintsPredicates reflection = RuntimeHintsPredicates.reflection();

	private static RuntimeHints hints() {
		RuntimeHints made = new RuntimeHints();
		new GatewayRuntimeHints().registerHints(made, GatewayRuntimeHintsTests.class.getClassLoader());
		return made;
	}

	/** All that JSON is read as or written from. */
	private static final List<Class<?>> TYPES = types();

	private static List<Class<?>> types() {
		List<Class<?>> types = new ArrayList<>(
				List.of(GatewayBot.class, GatewayBot.StartLimit.class, StoredSession.class, Session.class,
						BotIdentity.class, SessionTerms.class, TokenHash.class, ShardId.class, Snowflake.class));
		new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages(ROOT + "event", ROOT + "model", ROOT + "command")
			.stream()
			.filter((type) -> !type.getPackageName().endsWith(".lifecycle"))
			.filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC))
			.filter((type) -> type.isRecord() || type.isAnnotatedWith(Union.class))
			.map(JavaClass::reflect)
			.filter((type) -> !NO_JSON.contains(type))
			.forEach(types::add);
		return types;
	}

	private static Stream<Class<?>> records() {
		return TYPES.stream().filter(Class::isRecord);
	}

	@Test
	void typesAreKnown() {
		assertThat(TYPES).hasSizeGreaterThan(200).allMatch((type) -> reflection.onType(type).test(hints));
	}

	@Test
	void recordsCanBeReadAndWritten() {
		records().forEach(GatewayRuntimeHintsTests::assertCanBeReadAndWritten);
	}

	private static void assertCanBeReadAndWritten(Class<?> type) {
		for (Constructor<?> constructor : type.getDeclaredConstructors()) {
			assertThat(reflection.onConstructorInvocation(constructor)).as(type.getName()).accepts(hints);
		}
		for (RecordComponent component : type.getRecordComponents()) {
			assertThat(reflection.onMethodInvocation(component.getAccessor())).as(type.getName()).accepts(hints);
		}
		for (Method method : type.getDeclaredMethods()) {
			if (method.isAnnotationPresent(JsonCreator.class)) {
				assertThat(reflection.onMethodInvocation(method)).accepts(hints);
			}
		}
	}

	@Test
	void whatAnnotationsNameCanBeMade() {
		records().forEach(GatewayRuntimeHintsTests::assertWhatAnnotationsNameCanBeMade);
	}

	private static void assertWhatAnnotationsNameCanBeMade(Class<?> type) {
		List<AnnotatedElement> elements = new ArrayList<>(List.of(type));
		for (RecordComponent component : type.getRecordComponents()) {
			elements.add(component.getAccessor());
			elements.add(component.getType());
		}
		for (AnnotatedElement element : elements) {
			MergedAnnotations annotations = MergedAnnotations.from(element,
					MergedAnnotations.SearchStrategy.TYPE_HIERARCHY);
			assertCanBeMade(annotations.get(JsonSerialize.class), "using");
			assertCanBeMade(annotations.get(JsonDeserialize.class), "using");
			assertCanBeMade(annotations.get(JsonInclude.class), "valueFilter");
		}
	}

	private static void assertCanBeMade(MergedAnnotation<? extends Annotation> annotation, String attribute) {
		if (annotation.isPresent() && annotation.getClass(attribute).getName().startsWith(ROOT)) {
			assertThat(annotation.getClass(attribute).getDeclaredConstructors())
				.filteredOn((constructor) -> constructor.getParameterCount() == 0)
				.singleElement()
				.matches((constructor) -> reflection.onConstructorInvocation(constructor).test(hints));
		}
	}

	@Test
	void constantsOfValuesAndFlagsCanBeLookedUp() {
		List<Field> constants = records()
			.filter((type) -> Stream.of(IntValue.class, TextValue.class, Flags.class)
				.anyMatch((kind) -> kind.isAssignableFrom(type)))
			.flatMap((type) -> Arrays.stream(type.getFields()).filter((field) -> field.getType() == type))
			.filter((field) -> Modifier.isStatic(field.getModifiers()))
			.toList();
		assertThat(constants).hasSizeGreaterThan(500).allMatch((field) -> reflection.onFieldAccess(field).test(hints));
	}

	@Test
	void expressionsMayCallWhatEventsAndEnvelopesOffer() {
		for (Class<?> type : List.of(MessageCreate.class, Message.class, EventEnvelope.class, RawEvent.class)) {
			assertThat(Arrays.stream(type.getMethods())
				.filter((method) -> method.getDeclaringClass().getName().startsWith(ROOT)))
				.isNotEmpty()
				.allMatch((method) -> reflection.onMethodInvocation(method).test(hints) || reflection.onType(type)
					.withMemberCategory(MemberCategory.INVOKE_PUBLIC_METHODS)
					.test(hints));
		}
	}

	@Test
	void aReserveCanBeConvertedFromItsText() throws Exception {
		Method method = IdentifyReserve.class.getMethod("of", String.class);
		assertThat(reflection.onMethodInvocation(method)).accepts(hints);
	}

	@Test
	void zstdIsLookedForWhenItsLibraryIsThere() {
		Predicate<RuntimeHints> zstd = reflection.onType(TypeReference.of("com.github.luben.zstd.ZstdDecompressCtx"));
		assertThat(zstd).accepts(hints);
		RuntimeHints without = new RuntimeHints();
		new GatewayRuntimeHints().registerHints(without, new FilteredClassLoader("com.github.luben"));
		assertThat(zstd).rejects(without);
	}

}

package io.github.discordgateway.autoconfigure;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.discordgateway.command.GatewayCommand;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.identify.IdentifyReserve;
import io.github.discordgateway.internal.codec.DiscordDeserializer;
import io.github.discordgateway.internal.codec.DiscordSerializer;
import io.github.discordgateway.internal.rest.GatewayBot;
import io.github.discordgateway.model.TrueIfPresent;
import io.github.discordgateway.session.StoredSession;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.core.ResolvableType;

/**
 * What a native image must keep for reflection: all that is read from JSON or written as
 * such, and what properties are converted to. Nothing is listed twice: the types follow
 * from the sealed types that hold them together, and from the components of records.
 *
 * <p>
 * Resources and proxies are not used. The properties are known to Spring Boot, annotated
 * methods to {@code GatewayListenerBeanRegistrationAotProcessor}.
 */
final class GatewayRuntimeHints implements RuntimeHintsRegistrar {

	private static final String ROOT = "io.github.discordgateway.";

	private static final Class<?>[] JSON = { GatewayEvent.class, GatewayCommand.class, GatewayBot.class,
			StoredSession.class };

	/** What an expression of a listener may look at, beside its event. */
	private static final Class<?>[] LOOKED_AT = { EventEnvelope.class, RawEvent.class };

	private static final Class<?>[] NAMED_INDIRECTLY = { TrueIfPresent.Writer.class, DiscordSerializer.class,
			DiscordDeserializer.class };

	/** Whether zstd-jni is there is found out by this class. */
	private static final String ZSTD = "com.github.luben.zstd.ZstdDecompressCtx";

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		ReflectionHints reflection = hints.reflection();
		registerJson(reflection, Stream.of(JSON).map(ResolvableType::forClass));
		for (Class<?> type : LOOKED_AT) {
			reflection.registerType(type, MemberCategory.INVOKE_PUBLIC_METHODS);
		}
		// Named by annotations within an annotation, where the above does not look.
		for (Class<?> named : NAMED_INDIRECTLY) {
			reflection.registerType(named, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
		}
		new BindingReflectionHintsRegistrar().registerReflectionHints(reflection, IdentifyReserve.class);
		reflection.registerTypeIfPresent(classLoader, ZSTD);
	}

	/**
	 * Keeps what is read from JSON or written as such.
	 * @param reflection takes the hints
	 * @param roots the types from which the others follow
	 */
	static void registerJson(ReflectionHints reflection, Stream<ResolvableType> roots) {
		Set<Class<?>> types = new LinkedHashSet<>();
		roots.forEach((root) -> collect(root, types));
		BindingReflectionHintsRegistrar binding = new BindingReflectionHintsRegistrar();
		for (Class<?> type : types) {
			binding.registerReflectionHints(reflection, type);
			registerMembers(reflection, type);
		}
	}

	/**
	 * Walks from a type to all of the library's types within it.
	 * @param type where to start
	 * @param types takes those that are found
	 */
	private static void collect(ResolvableType type, Set<Class<?>> types) {
		for (ResolvableType generic : type.getGenerics()) {
			collect(generic, types);
		}
		Class<?> raw = type.toClass();
		if (!raw.getName().startsWith(ROOT) || !types.add(raw)) {
			return;
		}
		if (raw.isSealed()) {
			for (Class<?> kind : raw.getPermittedSubclasses()) {
				collect(ResolvableType.forClass(kind), types);
			}
		}
		if (raw.isRecord()) {
			for (RecordComponent component : raw.getRecordComponents()) {
				collect(ResolvableType.forType(component.getGenericType()), types);
			}
		}
	}

	private static void registerMembers(ReflectionHints reflection, Class<?> type) {
		// Fields for the constants of values and flags; methods that are no component for
		// the expressions of listeners.
		reflection.registerType(type, MemberCategory.ACCESS_PUBLIC_FIELDS, MemberCategory.INVOKE_PUBLIC_METHODS);
		for (Method method : type.getDeclaredMethods()) {
			if (method.isAnnotationPresent(JsonCreator.class)) {
				reflection.registerMethod(method, ExecutableMode.INVOKE);
			}
		}
	}

}

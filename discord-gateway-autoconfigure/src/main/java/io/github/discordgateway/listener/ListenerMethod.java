package io.github.discordgateway.listener;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.discordgateway.dispatch.EventForm;
import io.github.discordgateway.dispatch.EventInterest;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GatewayEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;

/**
 * What the signature of a listener says: the events, the arguments, the way to wait. A
 * method that can never work is refused here, once, at start-up.
 *
 * @param description class and method, for logs
 * @param interest the events and their form
 * @param arguments what each parameter takes
 * @param awaiter waits for what the method returns
 */
record ListenerMethod(String description, EventInterest interest, List<ListenerArgument> arguments,
		ReturnValueAwaiter awaiter) {

	/**
	 * Reads a signature.
	 * @param method the method
	 * @param targetClass the class of the bean, which tells what type variables stand for
	 * @param names the names in the annotation
	 * @return what the signature says
	 * @throws InvalidGatewayListenerException when the method can never work
	 */
	static ListenerMethod of(Method method, Class<?> targetClass, Set<String> names) {
		Class<?>[] types = parameterTypes(method, targetClass);
		String description = describe(method, targetClass, types);
		List<ListenerArgument> arguments = Arrays.stream(types).map((type) -> {
			ListenerArgument argument = ListenerArgument.of(type);
			if (argument == null) {
				throw new InvalidGatewayListenerException(description,
						"takes a " + type.getName() + ", for which there is no argument",
						"A listener may take " + ListenerArgument.ALLOWED + ".");
			}
			return argument;
		}).toList();
		names.forEach((name) -> checkName(description, name));
		EventInterest interest = interest(description, types, arguments, names);
		Class<?> returnType = ResolvableType.forMethodReturnType(method, targetClass).resolve(Object.class);
		ReturnValueAwaiter awaiter = ReturnValueAwaiter.of(returnType);
		if (awaiter == null) {
			throw new InvalidGatewayListenerException(description,
					"returns a " + returnType.getName() + ", which cannot be awaited",
					"Let it return void, a Mono, a Flux or a CompletionStage.");
		}
		return new ListenerMethod(description, interest, arguments, awaiter);
	}

	/**
	 * Whether a method of an annotated class is meant to be a listener.
	 * @param method the method
	 * @param targetClass the class of the bean
	 * @return whether a parameter is an event, an envelope or a raw event
	 */
	static boolean takesEvent(Method method, Class<?> targetClass) {
		return Arrays.stream(parameterTypes(method, targetClass)).map(ListenerArgument::of).anyMatch((argument) -> {
			return argument != null && argument.isTelling();
		});
	}

	/**
	 * Whether a method names its event by a parameter.
	 * @param method the method
	 * @param targetClass the class of the bean
	 * @return whether a parameter is the record of an event, or a supertype of such
	 */
	static boolean takesTypedEvent(Method method, Class<?> targetClass) {
		return Arrays.stream(parameterTypes(method, targetClass))
			.anyMatch((type) -> ListenerArgument.of(type) == ListenerArgument.EVENT);
	}

	static String describe(Method method, Class<?> targetClass) {
		return describe(method, targetClass, parameterTypes(method, targetClass));
	}

	/** For example {@code com.acme.Bot.onMessage(MessageCreate)}. */
	private static String describe(Method method, Class<?> targetClass, Class<?>[] types) {
		return targetClass.getName() + "." + signature(method, types);
	}

	/** For example {@code onMessage(MessageCreate)}. */
	static String signature(Method method, Class<?>... types) {
		return Arrays.stream(types)
			.map(Class::getSimpleName)
			.collect(Collectors.joining(", ", method.getName() + "(", ")"));
	}

	static Class<?>[] parameterTypes(Method method, Class<?> targetClass) {
		Class<?>[] types = new Class<?>[method.getParameterCount()];
		for (int i = 0; i < types.length; i++) {
			types[i] = ResolvableType.forMethodParameter(method, i, targetClass).resolve(method.getParameterTypes()[i]);
		}
		return types;
	}

	private static void checkName(String description, String name) {
		if (!name.matches("[A-Z0-9_]+")) {
			throw new InvalidGatewayListenerException(description, "names the event '" + name + "'",
					"Write names as Discord does, for example MESSAGE_CREATE.");
		}
	}

	private static EventInterest interest(String description, Class<?>[] types, List<ListenerArgument> arguments,
			Set<String> names) {
		EventForm form = form(arguments);
		Set<EventType> typed = typedEvents(description, types);
		if (typed == null) {
			if (names.isEmpty() && arguments.stream().noneMatch(ListenerArgument::isTelling)) {
				throw new InvalidGatewayListenerException(description, "does not say which events it wants",
						"Let it take the record of an event, or name events: @GatewayListener(\"MESSAGE_CREATE\").");
			}
			return names.isEmpty() ? EventInterest.inAll(form) : EventInterest.in(names, form);
		}
		Set<String> typedNames = typed.stream().map(EventType::name).collect(Collectors.toSet());
		if (names.isEmpty()) {
			boolean all = typed.equals(eventsOf(GatewayEvent.class));
			return all ? EventInterest.inAll(form) : EventInterest.in(typedNames, form);
		}
		Set<String> others = new LinkedHashSet<>(names);
		others.removeAll(typedNames);
		if (!others.isEmpty()) {
			throw new InvalidGatewayListenerException(description,
					"names the event " + String.join(", ", others) + ", which its event parameter cannot take",
					"Leave the name out, let it take the record of that event, or RawEvent when there is none.");
		}
		return EventInterest.in(names, form);
	}

	private static EventForm form(List<ListenerArgument> arguments) {
		boolean typed = arguments.contains(ListenerArgument.EVENT);
		boolean raw = arguments.stream().anyMatch(ListenerArgument::isRaw);
		if (typed) {
			return raw ? EventForm.TYPED_AND_RAW : EventForm.TYPED;
		}
		if (raw) {
			return EventForm.RAW;
		}
		return arguments.contains(ListenerArgument.ENVELOPE) ? EventForm.ANY : EventForm.HEADER;
	}

	/** The events that fit all event parameters; {@code null} when there is none. */
	private static @Nullable Set<EventType> typedEvents(String description, Class<?>[] types) {
		Set<EventType> common = null;
		for (Class<?> type : types) {
			if (ListenerArgument.of(type) != ListenerArgument.EVENT) {
				continue;
			}
			Set<EventType> events = eventsOf(type);
			if (events.isEmpty()) {
				throw new InvalidGatewayListenerException(description,
						"takes a " + type.getName() + ", which is the record of no event",
						"Let it take a record of the package io.github.discordgateway.event.");
			}
			if (common == null) {
				common = EnumSet.copyOf(events);
			}
			else {
				common.retainAll(events);
			}
		}
		if (common != null && common.isEmpty()) {
			throw new InvalidGatewayListenerException(description,
					"takes two different events, which never come together",
					"Make it two methods, one for each event.");
		}
		return common;
	}

	/** The events whose record is a class, or a subtype of it. */
	private static Set<EventType> eventsOf(Class<?> eventClass) {
		Set<EventType> events = EnumSet.noneOf(EventType.class);
		for (EventType type : EventType.values()) {
			Class<?> candidate = type.eventClass();
			if (candidate != null && eventClass.isAssignableFrom(candidate)) {
				events.add(type);
			}
		}
		return events;
	}

}

package io.github.discordgateway.listener;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.listener.ListenerArguments.Kind;
import io.github.discordgateway.listener.ListenerArguments.Parameter;
import org.jspecify.annotations.Nullable;

import org.springframework.core.KotlinDetector;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * What the signature of a listener says, together with the events that its annotation
 * names and its condition. A method that can never work is refused here, once, at
 * start-up.
 *
 * @param description class and method, for logs
 * @param interest the events and their form
 * @param arguments what each parameter takes
 * @param condition whether an event is wanted; {@code null} when each is
 */
record ListenerMethod(String description, EventInterest interest, List<ListenerArgument> arguments,
		@Nullable ListenerCondition condition) {

	/**
	 * Reads a signature.
	 * @param method the method
	 * @param targetClass the class of the bean, which tells what type variables stand for
	 * @param names the events that the annotation names
	 * @param chooser chooses the arguments
	 * @param condition the condition; {@code null} when there is none
	 * @return what the signature says
	 * @throws InvalidGatewayListenerException when the method can never work
	 */
	static ListenerMethod of(Method method, Class<?> targetClass, Set<String> names, ListenerArguments chooser,
			@Nullable ListenerCondition condition) {
		String description = describe(method, targetClass);
		List<Parameter> parameters = chooser.parameters(method, targetClass);
		for (Parameter parameter : parameters) {
			if (parameter.kind() == Kind.UNKNOWN) {
				throw new InvalidGatewayListenerException(description,
						"takes a " + parameter.type().getName() + ", for which there is no argument",
						"A listener may take " + BuiltInArgument.ALLOWED + ".");
			}
		}
		names.forEach((name) -> checkName(description, name));
		Events events = Events.of(description, parameters, names);
		Set<EventType> decoded = parameters.stream().anyMatch((parameter) -> parameter.kind() == Kind.PART)
				? events.decoded(description) : Set.of();
		List<ListenerArgument> arguments = parameters.stream()
			.map((parameter) -> parameter.argument(description, decoded))
			.toList();
		EventForm form = form(parameters, condition, events);
		if (condition != null) {
			Map<String, ListenerArgument> byName = ListenerArguments.byName(parameters, arguments);
			condition = condition.withParameters(byName);
			condition.check(variables(parameters, events));
		}
		EventInterest interest = events.all() ? EventInterest.inAll(form) : EventInterest.in(events.names(), form);
		return new ListenerMethod(description, interest, arguments, condition);
	}

	/**
	 * The same, for someone who reads the event besides.
	 * @param form what is read of it
	 * @return what the signature says
	 */
	ListenerMethod reading(EventForm form) {
		EventForm both = this.interest.form().and(form);
		return (both == this.interest.form()) ? this : new ListenerMethod(this.description,
				new EventInterest(this.interest.names(), this.interest.all(), both), this.arguments, this.condition);
	}

	/** The arguments that an event may lack, so that the method is not called. */
	List<ListenerArgument> parts() {
		return this.arguments.stream().filter(EventPart.class::isInstance).toList();
	}

	/**
	 * Whether a method of an annotated class is meant to be a listener.
	 * @param method the method
	 * @param targetClass the class of the bean
	 * @return whether a parameter is an event, an envelope or a raw event
	 */
	static boolean takesEvent(Method method, Class<?> targetClass) {
		return Arrays.stream(parameterTypes(method, targetClass)).map(BuiltInArgument::of).anyMatch((argument) -> {
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
			.anyMatch((type) -> BuiltInArgument.of(type) == BuiltInArgument.EVENT);
	}

	/** For example {@code com.acme.Bot.onMessage(MessageCreate)}. */
	static String describe(Method method, Class<?> targetClass) {
		return targetClass.getName() + "." + signature(method, targetClass);
	}

	/** For example {@code onMessage(MessageCreate)}. */
	static String signature(Method method, Class<?> targetClass) {
		return Arrays.stream(parameterTypes(method, targetClass))
			.map(Class::getSimpleName)
			.collect(Collectors.joining(", ", method.getName() + "(", ")"));
	}

	static Class<?>[] parameterTypes(Method method, Class<?> targetClass) {
		int hidden = KotlinDetector.isSuspendingFunction(method) ? 1 : 0;
		Class<?>[] types = new Class<?>[method.getParameterCount() - hidden];
		for (int i = 0; i < types.length; i++) {
			types[i] = ResolvableType.forMethodParameter(method, i, targetClass).resolve(method.getParameterTypes()[i]);
		}
		return types;
	}

	/** The events whose record is a class, or a subtype of it. */
	static Set<EventType> eventsOf(Class<?> eventClass) {
		Set<EventType> events = EnumSet.noneOf(EventType.class);
		for (EventType type : EventType.values()) {
			Class<?> candidate = type.eventClass();
			if (candidate != null && eventClass.isAssignableFrom(candidate)) {
				events.add(type);
			}
		}
		return events;
	}

	static Set<String> namesOf(Collection<EventType> types) {
		return types.stream().map(EventType::name).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static void checkName(String description, String name) {
		if (!name.matches("[A-Z0-9_]+")) {
			throw new InvalidGatewayListenerException(description, "names the event '" + name + "'",
					"Write names as Discord does, for example MESSAGE_CREATE.");
		}
	}

	/** The classes of the variables of a condition, as far as they are known. */
	private static Map<String, Set<Class<?>>> variables(List<Parameter> parameters, Events events) {
		Map<String, Set<Class<?>>> variables = new HashMap<>();
		Set<Class<?>> classes = events.classes();
		if (!classes.isEmpty()) {
			variables.put("event", classes);
		}
		for (Parameter parameter : parameters) {
			String name = parameter.parameter().getParameterName();
			if (name != null) {
				variables.put(name, Set.of(ClassUtils.resolvePrimitiveIfNecessary(parameter.type())));
			}
		}
		return variables;
	}

	private static EventForm form(List<Parameter> parameters, @Nullable ListenerCondition condition, Events events) {
		List<EventForm> forms = parameters.stream().map(Parameter::form).toList();
		boolean typed = forms.stream().anyMatch(EventForm::requiresTyped);
		boolean raw = forms.contains(EventForm.RAW) || forms.contains(EventForm.TYPED_AND_RAW);
		boolean any = forms.contains(EventForm.ANY);
		boolean envelope = parameters.stream().anyMatch((parameter) -> parameter.is(BuiltInArgument.ENVELOPE));
		if (condition != null) {
			raw |= condition.readsRaw();
			if (condition.readsEvent() && !typed) {
				// Decoded where that is possible: such a listener may get unknown events.
				typed = !raw && !any && !envelope && events.areDecoded();
				any |= !typed;
			}
		}
		if (typed) {
			return (raw || any) ? EventForm.TYPED_AND_RAW : EventForm.TYPED;
		}
		if (raw || any) {
			return any ? EventForm.ANY : EventForm.RAW;
		}
		return envelope ? EventForm.ANY : EventForm.HEADER;
	}

	/**
	 * The events that a listener gets.
	 *
	 * @param names their names, when they are not all
	 * @param all whether it gets every event
	 */
	private record Events(Set<String> names, boolean all) {

		static Events of(String description, List<Parameter> parameters, Set<String> names) {
			Set<EventType> typed = typedEvents(description, parameters);
			if (typed == null) {
				boolean telling = parameters.stream().anyMatch((parameter) -> {
					BuiltInArgument builtIn = parameter.builtIn();
					return builtIn != null && builtIn.isTelling();
				});
				if (names.isEmpty() && !telling) {
					throw new InvalidGatewayListenerException(description, "does not say which events it wants",
							"Let it take the record of an event, or name events: @GatewayListener(\"MESSAGE_CREATE\").");
				}
				return new Events(names, names.isEmpty());
			}
			Set<String> typedNames = namesOf(typed);
			if (names.isEmpty()) {
				return new Events(typedNames, typed.equals(eventsOf(GatewayEvent.class)));
			}
			Set<String> others = new LinkedHashSet<>(names);
			others.removeAll(typedNames);
			if (!others.isEmpty()) {
				throw new InvalidGatewayListenerException(description,
						"names the event " + String.join(", ", others) + ", which its event parameter cannot take",
						"Leave the name out, let it take the record of that event, or RawEvent when there is none.");
			}
			return new Events(names, false);
		}

		/** The events that fit all event parameters; {@code null} when there is none. */
		private static @Nullable Set<EventType> typedEvents(String description, List<Parameter> parameters) {
			Set<EventType> common = null;
			for (Parameter parameter : parameters) {
				if (!parameter.is(BuiltInArgument.EVENT)) {
					continue;
				}
				Set<EventType> events = eventsOf(parameter.type());
				if (events.isEmpty()) {
					throw new InvalidGatewayListenerException(description,
							"takes a " + parameter.type().getName() + ", which is the record of no event",
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

		/** The records of the events; none when not all are known. */
		Set<Class<?>> classes() {
			if (this.all) {
				return eventsOf(GatewayEvent.class).stream().map(Events::record).collect(Collectors.toSet());
			}
			return areDecoded() ? this.names.stream()
				.map(Events::decodable)
				.filter(Objects::nonNull)
				.map(Events::record)
				.collect(Collectors.toSet()) : Set.of();
		}

		private static Class<?> record(EventType type) {
			Class<?> record = type.eventClass();
			return (record != null) ? record : GatewayEvent.class;
		}

		boolean areDecoded() {
			return !this.all && this.names.stream().allMatch((name) -> decodable(name) != null);
		}

		/** The events, all of which have records. */
		Set<EventType> decoded(String description) {
			if (this.all) {
				throw new InvalidGatewayListenerException(description,
						"takes a part of the event, but does not say which events it wants",
						"Name them: @GatewayListener(types = MessageCreate.class).");
			}
			Set<EventType> decoded = EnumSet.noneOf(EventType.class);
			for (String name : this.names) {
				EventType type = decodable(name);
				if (type == null) {
					throw new InvalidGatewayListenerException(description,
							"takes a part of the event, but wants " + name + ", for which there is no record",
							"Let it take RawEvent, LazyEvent or JsonNode instead.");
				}
				decoded.add(type);
			}
			return decoded;
		}

		private static @Nullable EventType decodable(String name) {
			EventType type = EventType.of(name);
			return (type != null && type.eventClass() != null) ? type : null;
		}

	}

}

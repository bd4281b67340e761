package io.github.discordgateway.listener;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.LazyEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;

/**
 * Chooses the arguments of listeners, when they are registered.
 */
final class ListenerArguments {

	private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

	private final List<GatewayListenerArgumentResolver> resolvers;

	private final LazyEvent.Source events;

	/**
	 * Makes a chooser.
	 * @param resolvers those of the application, which come first
	 * @param events reads raw events
	 */
	ListenerArguments(List<GatewayListenerArgumentResolver> resolvers, LazyEvent.Source events) {
		this.resolvers = resolvers;
		this.events = events;
	}

	/**
	 * The parameters of a method, without the hidden one of a suspending function.
	 * @param method the method
	 * @param targetClass the class of the bean, which tells what type variables stand for
	 * @return the parameters
	 */
	List<Parameter> parameters(Method method, Class<?> targetClass) {
		int count = ListenerMethod.parameterTypes(method, targetClass).length;
		List<Parameter> parameters = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			MethodParameter parameter = new MethodParameter(method, i).withContainingClass(targetClass);
			parameter.initParameterNameDiscovery(NAMES);
			parameters.add(parameter(parameter));
		}
		return parameters;
	}

	private Parameter parameter(MethodParameter parameter) {
		Class<?> type = parameter.getParameterType();
		for (GatewayListenerArgumentResolver resolver : this.resolvers) {
			if (resolver.supportsParameter(parameter)) {
				return new Parameter(parameter, Kind.RESOLVED, resolver.form(parameter), null,
						(envelope) -> resolver.resolveArgument(parameter, envelope));
			}
		}
		BuiltInArgument builtIn = BuiltInArgument.of(type);
		if (builtIn != null) {
			return new Parameter(parameter, Kind.BUILT_IN, builtIn.form(), builtIn,
					(envelope) -> builtIn.resolve(envelope, this.events));
		}
		if (EventPart.isPart(parameter.nestedIfOptional().getNestedParameterType())) {
			return new Parameter(parameter, Kind.PART, EventForm.TYPED, null, null);
		}
		return new Parameter(parameter, Kind.UNKNOWN, EventForm.HEADER, null, null);
	}

	/** Where an argument comes from. */
	enum Kind {

		/** From a resolver of the application. */
		RESOLVED,

		/** From the table. */
		BUILT_IN,

		/** From the event, once it is known which events there are. */
		PART,

		/** From nowhere. */
		UNKNOWN

	}

	/**
	 * A parameter.
	 *
	 * @param parameter the parameter
	 * @param kind where its argument comes from
	 * @param form what of the event that needs
	 * @param builtIn the row of the table
	 * @param argument gives the argument; {@code null} as long as it is not known
	 */
	record Parameter(MethodParameter parameter, Kind kind, EventForm form, @Nullable BuiltInArgument builtIn,
			@Nullable ListenerArgument argument) {

		boolean is(BuiltInArgument wanted) {
			return this.builtIn == wanted;
		}

		Class<?> type() {
			return this.parameter.getParameterType();
		}

		/**
		 * The argument, now that the events are known.
		 * @param listener the listener, for messages
		 * @param events the events that the listener gets
		 * @return gives the argument
		 * @throws InvalidGatewayListenerException when there is none
		 */
		ListenerArgument argument(String listener, Set<EventType> events) {
			if (this.argument != null) {
				return this.argument;
			}
			MethodParameter nested = this.parameter.nestedIfOptional();
			EventPart.Absence absence = EventPart.Absence.NOT_CALLED;
			if (nested != this.parameter) {
				absence = EventPart.Absence.OPTIONAL;
			}
			else if (this.parameter.isOptional()) {
				absence = EventPart.Absence.NULL;
			}
			return new EventPart(listener, nested.getNestedParameterType(), absence, events);
		}

	}

	/**
	 * The arguments by the names of their parameters.
	 * @param parameters the parameters
	 * @param arguments their arguments
	 * @return the arguments of those whose names were compiled in
	 */
	static Map<String, ListenerArgument> byName(List<Parameter> parameters, List<ListenerArgument> arguments) {
		Map<String, ListenerArgument> byName = new LinkedHashMap<>();
		for (int i = 0; i < parameters.size(); i++) {
			String name = parameters.get(i).parameter().getParameterName();
			if (name != null) {
				byName.put(name, arguments.get(i));
			}
		}
		return byName;
	}

}

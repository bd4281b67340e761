package io.github.discordgateway.listener;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.model.Field;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * A part of the event as an argument: the component of the event's record that has the
 * type of the parameter, or, when the record only wraps the object that Discord sends,
 * the component of that object.
 */
final class EventPart implements ListenerArgument {

	private static final String MODEL = Field.class.getPackageName() + ".";

	private final Class<?> type;

	private final @Nullable Object absent;

	private final boolean optional;

	/** The ways to the part: accessors to call one after the other. */
	private final Map<Class<?>, List<Method>> paths = new HashMap<>();

	/**
	 * Finds the part.
	 * @param listener the listener, for messages
	 * @param type the type of the part
	 * @param absence what to do with an event that lacks the part
	 * @param events the events that the listener gets, all of which have records
	 * @throws InvalidGatewayListenerException when the part is missing or not unique in
	 * one of them
	 */
	EventPart(String listener, Class<?> type, Absence absence, Set<EventType> events) {
		this.type = type;
		this.optional = absence == Absence.OPTIONAL;
		this.absent = (absence == Absence.NULL) ? null : (this.optional ? Optional.empty() : ABSENT);
		events.forEach((event) -> this.paths.put(event.eventClass(), path(listener, event)));
	}

	/** Whether a parameter may be a part of an event. */
	static boolean isPart(Class<?> type) {
		return type.getName().startsWith(MODEL);
	}

	private List<Method> path(String listener, EventType event) {
		Class<?> eventClass = event.eventClass();
		List<RecordComponent> found = matching(eventClass);
		List<Method> path = new ArrayList<>();
		RecordComponent wrapped = wrapped(eventClass);
		if (found.isEmpty() && wrapped != null && wrapped.getType().isRecord()) {
			path.add(wrapped.getAccessor());
			found = matching(wrapped.getType());
		}
		if (found.size() != 1) {
			String name = this.type.getSimpleName();
			throw new InvalidGatewayListenerException(listener,
					"takes a " + this.type.getName() + ", of which " + event + " has "
							+ (found.isEmpty() ? "none" : "several: "
									+ found.stream().map(RecordComponent::getName).collect(Collectors.joining(", "))),
					"Let it take the event, " + eventClass.getSimpleName() + ", and get the " + name + " from it.");
		}
		path.add(found.get(0).getAccessor());
		path.forEach(ReflectionUtils::makeAccessible);
		return path;
	}

	/** The components that may hold the part; of a sealed type only its subtypes. */
	private List<RecordComponent> matching(Class<?> record) {
		return Arrays.stream(record.getRecordComponents()).filter((component) -> {
			Class<?> candidate = component.getType();
			return this.type.isAssignableFrom(candidate)
					|| (candidate.isSealed() && candidate.isAssignableFrom(this.type));
		}).toList();
	}

	private static @Nullable RecordComponent wrapped(Class<?> record) {
		RecordComponent[] components = record.getRecordComponents();
		return (components.length == 1 && components[0].getAccessor().isAnnotationPresent(JsonValue.class))
				? components[0] : null;
	}

	@Override
	public @Nullable Object resolve(EventEnvelope envelope) throws Exception {
		Object value = Objects.requireNonNull(envelope.event(), "The envelope came without the decoded event");
		try {
			for (Method accessor : this.paths.getOrDefault(value.getClass(), List.of())) {
				value = (value != null) ? accessor.invoke(value) : null;
			}
		}
		catch (InvocationTargetException ex) {
			throw MethodInvoker.rethrow(ex.getTargetException());
		}
		if (!this.type.isInstance(value)) {
			return this.absent;
		}
		return this.optional ? Optional.of(value) : value;
	}

	/** What a parameter gets of an event that lacks the part. */
	enum Absence {

		/** Nothing: the method is not called. */
		NOT_CALLED,

		/** A null, which the parameter allows. */
		NULL,

		/** An empty {@link Optional}. */
		OPTIONAL

	}

}

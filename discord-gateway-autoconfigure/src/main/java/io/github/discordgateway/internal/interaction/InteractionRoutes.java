package io.github.discordgateway.internal.interaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.InvalidGatewayListenerException;
import io.github.discordgateway.model.interaction.Interaction;
import org.jspecify.annotations.Nullable;

/**
 * Which interaction goes to which method. It holds the methods of the listeners that are
 * registered and not stopped.
 */
public final class InteractionRoutes {

	private final Map<String, InteractionMethod> known = new ConcurrentHashMap<>();

	private volatile Table table = new Table(Map.of(), List.of(), Map.of());

	/**
	 * Remembers the method of a listener that is about to be registered.
	 * @param id the name of the listener
	 * @param method its method
	 */
	void remember(String id, InteractionMethod method) {
		this.known.put(id, method);
	}

	/**
	 * Sets which listeners there are.
	 * @param handlers all that get events
	 * @throws InvalidGatewayListenerException when two take the same, and nothing is
	 * changed
	 */
	public void update(List<EventHandler> handlers) {
		Map<String, InteractionMethod> active = new LinkedHashMap<>();
		for (EventHandler handler : handlers) {
			InteractionMethod method = this.known.get(handler.id());
			if (method != null) {
				active.put(handler.id(), method);
			}
		}
		this.table = Table.of(active);
	}

	/**
	 * The method of a listener.
	 * @param id the name of the listener
	 * @return the method; {@code null} when it takes no interactions
	 */
	@Nullable InteractionMethod method(String id) {
		return this.known.get(id);
	}

	/** The methods by the names of their listeners. */
	Map<String, InteractionMethod> methods() {
		return this.table.methods;
	}

	/**
	 * Finds the listener of an interaction.
	 * @param interaction the interaction
	 * @return its name; {@code null} when there is none
	 */
	@Nullable String find(Interaction interaction) {
		InteractionKey key = InteractionKey.of(interaction);
		return (key != null) ? this.table.find(key) : null;
	}

	/** A pattern and its listener. */
	private record Custom(InteractionKind kind, CustomIdPattern pattern, String id) {

	}

	/** What is looked up. */
	private record Table(Map<InteractionKey, String> commands, List<Custom> customs,
			Map<String, InteractionMethod> methods) {

		static Table of(Map<String, InteractionMethod> methods) {
			Map<InteractionKey, String> commands = new HashMap<>();
			List<Custom> customs = new ArrayList<>();
			methods.forEach((id, method) -> {
				if (!method.kind().isCustom()) {
					require(methods, commands.put(method.key(), id), method, method.key().toString());
				}
				for (CustomIdPattern pattern : method.patterns()) {
					customs.stream()
						.filter((other) -> other.kind == method.kind() && other.pattern.shape().equals(pattern.shape()))
						.findFirst()
						.ifPresent((other) -> require(methods, other.id, method, method.kind().words() + pattern));
					customs.add(new Custom(method.kind(), pattern, id));
				}
			});
			customs.sort(Comparator.comparing(Custom::pattern));
			return new Table(Map.copyOf(commands), List.copyOf(customs), new LinkedHashMap<>(methods));
		}

		private static void require(Map<String, InteractionMethod> methods, @Nullable String other,
				InteractionMethod method, String what) {
			InteractionMethod taken = (other != null) ? methods.get(other) : null;
			if (taken != null) {
				throw new InvalidGatewayListenerException(method.listener(),
						"takes " + what + ", as does " + taken.listener(), "Leave one method for it.");
			}
		}

		@Nullable String find(InteractionKey key) {
			if (!key.kind().isCustom()) {
				return this.commands.get(key);
			}
			for (Custom custom : this.customs) {
				if (custom.kind == key.kind() && custom.pattern.match(key.name()) != null) {
					return custom.id;
				}
			}
			return null;
		}

	}

	/** The names of all commands, for messages. */
	static Set<String> paths(Collection<InteractionMethod> methods) {
		return methods.stream()
			.filter((method) -> method.kind() == InteractionKind.SLASH_COMMAND)
			.map(InteractionMethod::path)
			.collect(Collectors.toSet());
	}

}

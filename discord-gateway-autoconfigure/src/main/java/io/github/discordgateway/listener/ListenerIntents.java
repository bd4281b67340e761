package io.github.discordgateway.listener;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.discordgateway.Intent;
import io.github.discordgateway.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * The intents of the bot, and what there is to say about them.
 *
 * @param intents the intents to identify with
 * @param findings what to log, in this order
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway#gateway-intents">Gateway
 * intents</a>
 */
public record ListenerIntents(Set<Intent> intents, List<Finding> findings) {

	/** The property that sets the intents. */
	public static final String PROPERTY = "discord.gateway.intents";

	/** Events whose text is empty without MESSAGE_CONTENT. */
	private static final Set<EventType> WITH_CONTENT = EnumSet.of(EventType.MESSAGE_CREATE, EventType.MESSAGE_UPDATE,
			EventType.AUTO_MODERATION_ACTION_EXECUTION);

	private static final String CONTENT_EXCEPTION = "except in direct messages, in messages that mention the bot and in"
			+ " its own";

	/**
	 * Copies both.
	 * @param intents the intents to identify with
	 * @param findings what to log
	 */
	public ListenerIntents {
		intents = copy(intents);
		findings = List.copyOf(findings);
	}

	/**
	 * Settles the intents.
	 * @param handlers all who want events
	 * @param configured the intents that the user has set; {@code null} when they were
	 * left out
	 * @return the intents, and what there is to say about them
	 */
	public static ListenerIntents of(Collection<? extends EventHandler> handlers,
			@Nullable Collection<Intent> configured) {
		return (configured != null) ? given(handlers, copy(configured)) : chosen(handlers);
	}

	/**
	 * What a handler that comes late does not get.
	 * @param handler the handler
	 * @param declared the intents that the bot has identified with
	 * @return a warning for each event that it wants and Discord does not send; when it
	 * wants every event, a hint at what is privileged
	 */
	static List<Finding> missing(EventHandler handler, Set<Intent> declared) {
		List<Finding> findings = new ArrayList<>();
		addPrivilegedHint(findings, List.of(handler), declared);
		for (EventType type : namedEvents(handler)) {
			if (!isSent(type, declared)) {
				findings.add(new Finding(Kind.WARNING,
						"Listener " + handler.description() + " wants " + type + ", which Discord does not send "
								+ (exception(type).isEmpty() ? "" : "(" + exception(type).strip() + ") ")
								+ "with the intents that the bot has declared: " + join(declared) + ". Add "
								+ join(type.intents(), " or ") + " to " + PROPERTY + " and start the application again"
								+ portalAction(type.intents())));
			}
		}
		return findings;
	}

	/** Left out: all that is not privileged and gates what someone wants, and GUILDS. */
	private static ListenerIntents chosen(Collection<? extends EventHandler> handlers) {
		Set<Intent> intents = EnumSet.of(Intent.GUILDS);
		Set<EventType> wanted = EnumSet.noneOf(EventType.class);
		EventHandler catchAll = null;
		for (EventHandler handler : handlers) {
			if (handler.interest().all()) {
				catchAll = (catchAll != null) ? catchAll : handler;
			}
			wanted.addAll(namedEvents(handler));
		}
		if (catchAll != null) {
			intents.addAll(unprivileged(EnumSet.allOf(Intent.class)));
		}
		wanted.forEach((type) -> intents.addAll(unprivileged(type.intents())));
		List<Finding> findings = new ArrayList<>();
		String reason = "what the listeners of " + (wanted.isEmpty() ? "no named event" : join(wanted)) + " need";
		if (catchAll != null) {
			reason = "all that are not privileged, because " + catchAll.description() + " wants every event";
		}
		findings.add(new Finding(Kind.CHOICE, "Chose the intents " + join(intents) + ", as " + PROPERTY
				+ " is not set: " + reason + ((catchAll != null) ? "" : ", and always GUILDS")));
		for (EventHandler handler : handlers) {
			for (EventType type : namedEvents(handler)) {
				if (!isSent(type, intents)) {
					findings.add(new Finding(Kind.WARNING, privilegedOnly(handler, type, intents)));
				}
			}
		}
		if (!addPrivilegedHint(findings, handlers, intents)) {
			addContentHint(findings, handlers, intents);
		}
		return new ListenerIntents(intents, findings);
	}

	/** Given: used as given. */
	private static ListenerIntents given(Collection<? extends EventHandler> handlers, Set<Intent> intents) {
		List<Finding> findings = new ArrayList<>();
		findings.add(new Finding(Kind.CHOICE, "Using the intents " + join(intents) + ", as set in " + PROPERTY));
		for (EventHandler handler : handlers) {
			for (EventType type : namedEvents(handler)) {
				if (!isSent(type, intents)) {
					findings.add(new Finding(Kind.WARNING, neverSent(handler, type)));
				}
			}
		}
		if (!addPrivilegedHint(findings, handlers, intents)) {
			addContentHint(findings, handlers, intents);
		}
		return new ListenerIntents(intents, findings);
	}

	private static String privilegedOnly(EventHandler handler, EventType type, Set<Intent> intents) {
		Set<Intent> complete = EnumSet.copyOf(intents);
		complete.addAll(type.intents());
		return "Listener " + handler.description() + " wants " + type + ", which Discord sends " + exception(type)
				+ "only with the privileged intent " + join(type.intents()) + "; it is never chosen by itself. Set "
				+ PROPERTY + "=" + commas(complete) + portalAction(type.intents());
	}

	private static String neverSent(EventHandler handler, EventType type) {
		Set<Intent> helping = type.intents();
		return "Listener " + handler.description() + " wants " + type + ", which Discord does not send "
				+ (exception(type).isEmpty() ? "" : "(" + exception(type).strip() + ") ") + "with the intents in "
				+ PROPERTY + ". Add " + join(helping, " or ") + " to it" + portalAction(helping);
	}

	/** GUILD_MEMBER_UPDATE about the bot itself comes without its intent. */
	private static String exception(EventType type) {
		return (type == EventType.GUILD_MEMBER_UPDATE) ? "except about the bot itself " : "";
	}

	private static String portalAction(Set<Intent> intents) {
		String switches = intents.stream()
			.filter(Intent::isPrivileged)
			.map((intent) -> "'" + intent.portalSwitch() + "'")
			.collect(Collectors.joining(" and "));
		return switches.isEmpty() ? "" : ", and switch on " + switches
				+ " on the Bot page of the application in https://discord.com/developers/applications";
	}

	/**
	 * Says what who wants every event does not get, as it is privileged.
	 * @return whether that includes the content of messages
	 */
	private static boolean addPrivilegedHint(List<Finding> findings, Collection<? extends EventHandler> handlers,
			Set<Intent> intents) {
		EventHandler catchAll = handlers.stream()
			.filter((handler) -> handler.interest().all())
			.findFirst()
			.orElse(null);
		if (catchAll == null) {
			return false;
		}
		Set<Intent> helping = EnumSet.noneOf(Intent.class);
		List<String> losses = new ArrayList<>();
		for (Intent intent : Intent.values()) {
			Set<EventType> lost = EnumSet.noneOf(EventType.class);
			Arrays.stream(EventType.values())
				.filter((type) -> intent.isPrivileged() && type.intents().contains(intent) && !isSent(type, intents))
				.forEach(lost::add);
			if (!lost.isEmpty()) {
				helping.add(intent);
				losses.add("without " + intent + " no " + join(lost)
						+ (lost.contains(EventType.GUILD_MEMBER_UPDATE) ? " (but about the bot itself)" : ""));
			}
		}
		boolean contentLost = !intents.contains(Intent.MESSAGE_CONTENT)
				&& WITH_CONTENT.stream().anyMatch((type) -> isSent(type, intents));
		if (contentLost) {
			helping.add(Intent.MESSAGE_CONTENT);
			losses.add("without MESSAGE_CONTENT messages with an empty content, " + CONTENT_EXCEPTION);
		}
		if (!losses.isEmpty()) {
			Set<Intent> complete = EnumSet.copyOf(helping);
			complete.addAll(intents);
			findings.add(new Finding(Kind.HINT,
					"Listener " + catchAll.description()
							+ " wants every event, and gets, as privileged intents are never"
							+ " chosen by themselves: " + String.join("; ", losses) + ". If you need them, set "
							+ PROPERTY + "=" + commas(complete) + portalAction(helping)));
		}
		return contentLost;
	}

	private static void addContentHint(List<Finding> findings, Collection<? extends EventHandler> handlers,
			Set<Intent> intents) {
		if (intents.contains(Intent.MESSAGE_CONTENT)) {
			return;
		}
		for (EventHandler handler : handlers) {
			for (EventType type : namedEvents(handler)) {
				if (WITH_CONTENT.contains(type) && isSent(type, intents)) {
					Set<Intent> complete = EnumSet.copyOf(intents);
					complete.add(Intent.MESSAGE_CONTENT);
					findings.add(new Finding(Kind.HINT, "Listener " + handler.description() + " wants " + type
							+ ": without the privileged intent MESSAGE_CONTENT the content of messages is empty, "
							+ CONTENT_EXCEPTION + ". If you need it, set " + PROPERTY + "=" + commas(complete)
							+ portalAction(EnumSet.of(Intent.MESSAGE_CONTENT))));
					return;
				}
			}
		}
	}

	private static boolean isSent(EventType type, Set<Intent> intents) {
		return type.intents().isEmpty() || !Collections.disjoint(type.intents(), intents);
	}

	private static Set<EventType> namedEvents(EventHandler handler) {
		Set<EventType> types = EnumSet.noneOf(EventType.class);
		for (String name : handler.interest().names()) {
			EventType type = EventType.of(name);
			if (type != null) {
				types.add(type);
			}
		}
		return types;
	}

	private static Set<Intent> unprivileged(Set<Intent> intents) {
		return intents.stream()
			.filter((intent) -> !intent.isPrivileged())
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Intent.class)));
	}

	private static Set<Intent> copy(Collection<Intent> intents) {
		Set<Intent> copy = EnumSet.noneOf(Intent.class);
		copy.addAll(intents);
		return Collections.unmodifiableSet(copy);
	}

	private static String join(Set<?> values) {
		return join(values, ", ");
	}

	private static String join(Set<?> values, String separator) {
		return values.isEmpty() ? "none" : values.stream().map(Object::toString).collect(Collectors.joining(separator));
	}

	private static String commas(Set<Intent> intents) {
		return intents.stream().map(Intent::name).collect(Collectors.joining(","));
	}

	/**
	 * Something to say about the intents.
	 *
	 * @param kind how much it matters
	 * @param message the text
	 */
	public record Finding(Kind kind, String message) {
	}

	/**
	 * How much a finding matters.
	 */
	public enum Kind {

		/** Which intents are used, and why. */
		CHOICE,

		/** Something that may surprise. */
		HINT,

		/** A listener that will not be called. */
		WARNING

	}

}

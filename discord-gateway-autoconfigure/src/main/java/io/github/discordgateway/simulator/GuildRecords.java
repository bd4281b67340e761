package io.github.discordgateway.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a guild holds that only requests show: bans, invites, who is in a thread, the
 * audit log. Thread-safe.
 */
final class GuildRecords {

	private static final int MAX_AUDIT_LOG = 1000;

	private final Map<Snowflake, ObjectNode> bans = new TreeMap<>();

	private final Map<String, ObjectNode> invites = new LinkedHashMap<>();

	private final Map<Snowflake, Set<Snowflake>> threadMembers = new LinkedHashMap<>();

	private final Map<Snowflake, ObjectNode> scheduledEvents = new TreeMap<>();

	private final Deque<ObjectNode> auditLog = new ArrayDeque<>();

	synchronized void ban(Snowflake userId, ObjectNode ban) {
		this.bans.put(userId, ban);
	}

	synchronized boolean unban(Snowflake userId) {
		return this.bans.remove(userId) != null;
	}

	synchronized @Nullable ObjectNode ban(Snowflake userId) {
		return this.bans.get(userId);
	}

	/** In the order of the users' ids. */
	synchronized List<ObjectNode> bans() {
		return new ArrayList<>(this.bans.values());
	}

	synchronized void invite(ObjectNode invite) {
		this.invites.put(invite.path("code").asString(), invite);
	}

	synchronized List<ObjectNode> invites(Snowflake channelId) {
		return this.invites.values()
			.stream()
			.filter((invite) -> invite.path("channel").path("id").asString("").equals(channelId.toString()))
			.toList();
	}

	/** Whether the user was not in the thread before. */
	synchronized boolean joinThread(Snowflake threadId, Snowflake userId) {
		return this.threadMembers.computeIfAbsent(threadId, (id) -> new LinkedHashSet<>()).add(userId);
	}

	/** Whether the user was in the thread. */
	synchronized boolean leaveThread(Snowflake threadId, Snowflake userId) {
		Set<Snowflake> members = this.threadMembers.get(threadId);
		return members != null && members.remove(userId);
	}

	synchronized List<Snowflake> threadMembers(Snowflake threadId) {
		return List.copyOf(this.threadMembers.getOrDefault(threadId, Set.of()));
	}

	synchronized void forgetThread(Snowflake threadId) {
		this.threadMembers.remove(threadId);
	}

	synchronized void schedule(Snowflake eventId, ObjectNode event) {
		this.scheduledEvents.put(eventId, event);
	}

	synchronized void unschedule(Snowflake eventId) {
		this.scheduledEvents.remove(eventId);
	}

	synchronized ObjectNode scheduled(Snowflake eventId) {
		ObjectNode event = this.scheduledEvents.get(eventId);
		if (event == null) {
			throw new IllegalStateException(
					"There is no scheduled event " + eventId + ", only " + this.scheduledEvents.keySet());
		}
		return event;
	}

	synchronized void audit(ObjectNode entry) {
		if (this.auditLog.size() == MAX_AUDIT_LOG) {
			this.auditLog.removeLast();
		}
		this.auditLog.addFirst(entry);
	}

	/** The newest first. */
	synchronized List<ObjectNode> auditLog() {
		return new ArrayList<>(this.auditLog);
	}

}

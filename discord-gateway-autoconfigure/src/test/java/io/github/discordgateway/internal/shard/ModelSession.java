package io.github.discordgateway.internal.shard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A session as the server and an all-knowing observer see it: every event that it ever
 * had, and what became of each.
 */
final class ModelSession {

	/** The place of events that nobody waits for, as that of a guild. */
	static final int UNWANTED = -1;

	final String id;

	final @Nullable String resumeUrl;

	/** Whether sequences are as Discord's are. */
	final boolean wellBehaved;

	final List<ModelEvent> log = new ArrayList<>();

	/** The connection that receives its events; null while there is none. */
	@Nullable ModelConnection connection;

	/** Whether the server still knows it. */
	boolean alive = true;

	private final Map<Integer, List<ModelEvent>> byGuild = new HashMap<>();

	private final Map<Integer, Integer> handledByGuild = new HashMap<>();

	private int firstUnhandled;

	private long highest = -1;

	ModelSession(String id, @Nullable String resumeUrl, boolean wellBehaved) {
		this.id = id;
		this.resumeUrl = resumeUrl;
		this.wellBehaved = wellBehaved;
	}

	/** The highest sequence so far. */
	long highest() {
		return this.highest;
	}

	/** Adds an event that is the shard's own, so that no listener must handle it. */
	ModelEvent own(ServerMessage message, long sequence) {
		ModelEvent event = new ModelEvent(this, message, sequence, UNWANTED);
		event.handled = true;
		return add(event);
	}

	/** Adds an event for listeners. */
	ModelEvent event(long sequence, int guild) {
		ModelEvent event = add(new ModelEvent(this, new ServerMessage.Event(sequence), sequence, guild));
		List<ModelEvent> ofGuild = this.byGuild.computeIfAbsent(guild, (key) -> new ArrayList<>());
		event.indexInGuild = ofGuild.size();
		ofGuild.add(event);
		return event;
	}

	private ModelEvent add(ModelEvent event) {
		this.highest = Math.max(this.highest, event.sequence);
		this.log.add(event);
		return event;
	}

	/** What a RESUME with this sequence brings again. */
	List<ModelEvent> after(long sequence) {
		if (!this.wellBehaved) {
			return this.log.stream().filter((event) -> event.sequence > sequence).toList();
		}
		int low = 0;
		int high = this.log.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (this.log.get(middle).sequence > sequence) {
				high = middle;
			}
			else {
				low = middle + 1;
			}
		}
		return List.copyOf(this.log.subList(low, this.log.size()));
	}

	/** Nobody gets an event, which is reported. */
	void passedOver(ModelEvent event) {
		event.handled = true;
		event.passedOver = true;
	}

	/** A listener is done with an event. */
	void handled(ModelEvent event) {
		event.open--;
		event.handled = true;
		int next = this.handledByGuild.getOrDefault(event.guild, 0);
		while (next < event.indexInGuild && this.byGuild.get(event.guild).get(next).passedOver) {
			next++;
		}
		if (this.wellBehaved && event.indexInGuild > next) {
			throw new AssertionError(event + " is handled before " + this.byGuild.get(event.guild).get(next)
					+ ", which came earlier in its guild");
		}
		if (event.indexInGuild == next) {
			this.handledByGuild.put(event.guild, next + 1);
		}
	}

	/** Checks a sequence that somebody was told to be handled. */
	void acknowledged(long sequence, String where) {
		if (sequence > this.highest) {
			throw new AssertionError(where + " names " + sequence + ", but " + this.id + " is at " + this.highest);
		}
		if (this.wellBehaved) {
			while (this.firstUnhandled < this.log.size() && this.log.get(this.firstUnhandled).handled) {
				this.firstUnhandled++;
			}
			if (this.firstUnhandled < this.log.size() && sequence >= this.log.get(this.firstUnhandled).sequence) {
				throw new AssertionError(where + " names " + sequence + ", but " + this.log.get(this.firstUnhandled)
						+ " is not handled");
			}
		}
		else {
			for (ModelEvent event : this.log) {
				if (event.open > 0 && event.sequence != -1 && sequence >= event.sequence) {
					throw new AssertionError(where + " names " + sequence + ", but " + event + " is open");
				}
			}
		}
	}

	/**
	 * The last event up to which everything is handled, the shard's own left aside: they
	 * are not replayed.
	 * @param received the last one that the client has received
	 */
	long handledUpTo(long received) {
		long before = -1;
		for (ModelEvent event : this.log) {
			if (!event.handled || event.open > 0 || event.sequence > received) {
				break;
			}
			before = (event.message instanceof ServerMessage.Event) ? event.sequence : before;
		}
		return before;
	}

	/** An event that no listener has handled; null when there is none. */
	@Nullable ModelEvent unhandled() {
		return this.log.stream().filter((event) -> !event.handled).findFirst().orElse(null);
	}

	/** One event of a session. */
	static final class ModelEvent {

		final ModelSession session;

		final ServerMessage message;

		final long sequence;

		final int guild;

		private int indexInGuild;

		/** Whether a listener was ever done with it. */
		private boolean handled;

		/** Whether it was reported instead. */
		private boolean passedOver;

		/** How often the listeners have it now. */
		int open;

		/** The last process that it was delivered in. */
		int deliveredIn;

		private ModelEvent(ModelSession session, ServerMessage message, long sequence, int guild) {
			this.session = session;
			this.message = message;
			this.sequence = sequence;
			this.guild = guild;
		}

		@Override
		public String toString() {
			return "event " + this.sequence + " of " + this.session.id + " (guild " + this.guild + ")";
		}

	}

}

package io.github.discordgateway.dispatch;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.jspecify.annotations.Nullable;

/**
 * Runs tasks of one key one after the other and tasks of different keys in parallel. A
 * lane is a queue that is itself a task of the executor as long as it holds something;
 * when it is empty it is forgotten. The alternatives lose: a fixed number of queues lets
 * one slow guild hold up those that share its queue, and a thread for each guild costs
 * memory for thousands of idle ones.
 */
final class Lanes {

	/**
	 * After so many tasks a lane goes to the back of the executor's queue, so that a long
	 * one does not keep others off the threads of a bounded pool.
	 */
	static final int BATCH = 32;

	private final ConcurrentMap<Object, Lane> lanes = new ConcurrentHashMap<>();

	private final OverflowExecutor executor;

	private volatile boolean closed;

	Lanes(OverflowExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Hands a task over; never runs it in the caller and never throws.
	 * @param key tasks of the same key keep their order; {@code null} for no order
	 * @param task what to run
	 */
	void submit(@Nullable Object key, LaneTask task) {
		if (key == null) {
			this.executor.execute(() -> {
				if (!this.closed) {
					task.run();
				}
			});
			return;
		}
		while (true) {
			Lane lane = this.lanes.get(key);
			if (lane == null) {
				Lane fresh = new Lane(key, task);
				if (this.lanes.putIfAbsent(key, fresh) == null) {
					this.executor.execute(fresh);
					return;
				}
			}
			else if (lane.offer(task)) {
				return;
			}
			else {
				this.lanes.remove(key, lane);
			}
		}
	}

	/** Starts no further task. Those that run are left alone. */
	void close() {
		this.closed = true;
		this.lanes.clear();
	}

	boolean isClosed() {
		return this.closed;
	}

	/**
	 * The number of lanes that hold something.
	 * @return how many keys have tasks
	 */
	int size() {
		return this.lanes.size();
	}

	private final class Lane implements Runnable {

		private final Object key;

		private @Nullable LaneTask head;

		private @Nullable LaneTask tail;

		/** Set once the lane is empty: from then on the key needs a new lane. */
		private boolean over;

		Lane(Object key, LaneTask first) {
			this.key = key;
			this.head = first;
			this.tail = first;
		}

		synchronized boolean offer(LaneTask task) {
			if (this.over) {
				return false;
			}
			if (this.tail != null) {
				this.tail.next = task;
			}
			else {
				this.head = task;
			}
			this.tail = task;
			return true;
		}

		private synchronized @Nullable LaneTask poll() {
			LaneTask first = this.head;
			if (first == null) {
				this.over = true;
				return null;
			}
			this.head = first.next;
			if (this.head == null) {
				this.tail = null;
			}
			return first;
		}

		@Override
		public void run() {
			boolean empty = false;
			try {
				for (int i = 0; i < BATCH && !empty; i++) {
					if (Lanes.this.closed) {
						return;
					}
					LaneTask task = poll();
					if (task != null) {
						task.run();
					}
					else {
						empty = true;
					}
				}
			}
			finally {
				// Also when a task throws, which only an error of the JVM makes it do:
				// the lane must not stop.
				if (empty) {
					Lanes.this.lanes.remove(this.key, this);
				}
				else if (!Lanes.this.closed) {
					Lanes.this.executor.execute(this);
				}
			}
		}

	}

}

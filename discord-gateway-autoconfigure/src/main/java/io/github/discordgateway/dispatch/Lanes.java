package io.github.discordgateway.dispatch;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Runs tasks of one key one after the other and tasks of different keys in parallel. A
 * lane is a queue that is itself a task of the executor as long as it holds something;
 * when it is empty it is forgotten. A task that waits takes its lane off the threads
 * until it can go on. The alternatives lose: a fixed number of queues lets one slow guild
 * hold up those that share its queue, and a thread for each guild costs memory for
 * thousands of idle ones.
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
			Lane single = new Lane(task, task);
			this.lanes.put(task, single);
			this.executor.execute(single);
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

	/**
	 * Runs no further task and cancels those that wait. Those that run are left alone.
	 */
	void close() {
		this.closed = true;
		forEachRunning((task, thread) -> task.cancel());
		this.lanes.clear();
	}

	/**
	 * Looks at the tasks that are being run or wait.
	 * @param action gets each, and the thread that ran it last; the task may be over
	 * meanwhile
	 */
	void forEachRunning(BiConsumer<LaneTask, Thread> action) {
		this.lanes.values().forEach((lane) -> lane.look(action));
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

	private final class Lane implements Runnable, LaneTask.Hold {

		private final Object key;

		private @Nullable LaneTask head;

		private @Nullable LaneTask tail;

		/** The task that is being run, or waits and is then to be run again. */
		private @Nullable LaneTask running;

		/** Where the lane ran last. */
		private @Nullable Thread thread;

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

		void look(BiConsumer<LaneTask, Thread> action) {
			LaneTask task;
			Thread where;
			synchronized (this) {
				task = this.running;
				where = this.thread;
			}
			if (task != null && where != null) {
				action.accept(task, where);
			}
		}

		/** The task that has waited, or else the first one. */
		private synchronized @Nullable LaneTask begin() {
			this.thread = Thread.currentThread();
			return (this.running != null) ? this.running : poll();
		}

		private synchronized @Nullable LaneTask poll() {
			LaneTask first = this.head;
			this.running = first;
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

		private synchronized void forget() {
			this.running = null;
		}

		@Override
		public void release() {
			if (!Lanes.this.closed) {
				Lanes.this.executor.execute(this);
			}
		}

		@Override
		public void run() {
			LaneTask task = begin();
			boolean held = false;
			try {
				for (int left = BATCH; task != null && !Lanes.this.closed; task = poll()) {
					held = !task.run(this);
					if (held || --left == 0) {
						return;
					}
				}
			}
			finally {
				leave(task, held);
			}
		}

		/**
		 * Sees to what is left, also when a task throws, which only an error of the JVM
		 * makes it do. A lane that is held may be running on another thread already.
		 */
		private void leave(@Nullable LaneTask task, boolean held) {
			if (held && task != null) {
				if (Lanes.this.closed) {
					task.cancel();
				}
			}
			else if (task == null) {
				Lanes.this.lanes.remove(this.key, this);
			}
			else {
				forget();
				release();
			}
		}

	}

}

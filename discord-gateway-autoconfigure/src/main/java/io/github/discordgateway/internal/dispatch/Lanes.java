package io.github.discordgateway.internal.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.github.discordgateway.internal.dispatch.LaneTask.Progress;
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

	private final HandlerThreads threads;

	private volatile boolean closed;

	Lanes(HandlerThreads threads) {
		this.threads = threads;
	}

	/**
	 * Lets a task stand in its lane; a call of {@link HandlerThreads#call()} has to
	 * follow.
	 * @param key tasks of the same key keep their order; {@code null} for no order
	 * @param task what to run
	 */
	void submit(@Nullable Object key, LaneTask task) {
		boolean gated = task.isGated();
		if (key == null) {
			startAlone(task, gated);
			return;
		}
		while (true) {
			Lane lane = this.lanes.get(key);
			if (lane == null) {
				Lane fresh = new Lane(key, task, gated);
				if (this.lanes.putIfAbsent(key, fresh) == null) {
					fresh.start(task, gated);
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

	private Lane startAlone(LaneTask task, boolean gated) {
		Lane single = new Lane(task, task, gated);
		this.lanes.put(task, single);
		single.start(task, gated);
		return single;
	}

	/**
	 * Hands a task over that waits neither for others nor for long for a thread.
	 * @param task what to run
	 */
	void submitUrgently(LaneTask task) {
		Lane single = startAlone(task, task.isGated());
		this.threads.call();
		this.threads.hurry(single);
	}

	/**
	 * Runs no further task and cancels those that wait. Those that run are left alone.
	 */
	void close() {
		this.closed = true;
		forEach((lane) -> lane.first(LaneTask::cancel));
		this.lanes.clear();
	}

	/**
	 * Looks at the lanes that hold something.
	 * @param action gets each
	 */
	void forEach(Consumer<Lane> action) {
		this.lanes.values().forEach(action);
	}

	/** A thread of the executor is busy with something that was given up. */
	void abandon(Thread thread) {
		this.threads.abandon(thread);
	}

	/** A thread that was given up has come back. */
	void threadIsBack(Thread thread) {
		this.threads.threadIsBack(thread);
	}

	/**
	 * The number of lanes that hold something.
	 * @return how many keys have tasks
	 */
	int size() {
		return this.lanes.size();
	}

	/**
	 * The tasks of one key. The first one is being run, waits, or is next.
	 */
	final class Lane implements Runnable, LaneTask.Hold {

		private final Object key;

		private @Nullable LaneTask head;

		private @Nullable LaneTask tail;

		/**
		 * Whether the next thread that comes has to run it: whoever comes without need,
		 * because someone was in a hurry, leaves.
		 */
		private boolean scheduled;

		/** Set once the lane is empty: from then on the key needs a new lane. */
		private boolean over;

		private Lane(Object key, LaneTask first, boolean gated) {
			this.key = key;
			this.head = first;
			this.tail = first;
			this.scheduled = !gated;
		}

		private void start(LaneTask first, boolean gated) {
			if (!gated) {
				Lanes.this.threads.add(this);
			}
			else if (!first.waits(this)) {
				release();
			}
		}

		private synchronized boolean offer(LaneTask task) {
			LaneTask last = this.tail;
			if (this.over || last == null) {
				return false;
			}
			last.next = task;
			this.tail = task;
			return true;
		}

		@Override
		public void release() {
			if (!Lanes.this.closed) {
				synchronized (this) {
					this.scheduled = true;
				}
				Lanes.this.threads.execute(this);
			}
		}

		/**
		 * Looks at the task that is being run, waits, or is next.
		 * @param action gets the task, which may be over meanwhile
		 */
		void first(Consumer<LaneTask> action) {
			LaneTask task;
			synchronized (this) {
				task = this.head;
			}
			if (task != null) {
				action.accept(task);
			}
		}

		/** How many tasks there are. */
		synchronized int size() {
			int size = 0;
			for (LaneTask task = this.head; task != null; task = task.next) {
				size++;
			}
			return size;
		}

		/**
		 * Takes tasks out that stand right behind the first one.
		 * @param wanted asked about each task behind the first one
		 * @return those before the first that is not wanted, which are not run any more
		 */
		synchronized List<LaneTask> takeBehindFirst(Predicate<LaneTask> wanted) {
			LaneTask first = this.head;
			if (first == null) {
				return List.of();
			}
			List<LaneTask> taken = new ArrayList<>();
			LaneTask kept = null;
			for (LaneTask task = first.next; task != null; task = task.next) {
				if (wanted.test(task) && kept == null) {
					taken.add(task);
				}
				else if (kept == null) {
					kept = task;
				}
			}
			first.next = kept;
			if (kept == null) {
				this.tail = first;
			}
			return taken;
		}

		private synchronized @Nullable LaneTask begin() {
			if (!this.scheduled) {
				return null;
			}
			this.scheduled = false;
			return this.head;
		}

		private synchronized @Nullable LaneTask next(LaneTask done) {
			LaneTask following = done.next;
			// Whoever still knows the one that is done must not keep all that came later.
			done.next = null;
			this.head = following;
			if (following == null) {
				this.tail = null;
				this.over = true;
			}
			return following;
		}

		@Override
		public void run() {
			LaneTask task = begin();
			if (task == null) {
				return;
			}
			Progress progress = Progress.OVER;
			boolean returned = true;
			try {
				for (int left = BATCH; task != null && !Lanes.this.closed; left--) {
					if (left == 0) {
						return;
					}
					returned = false;
					progress = task.run(this);
					returned = true;
					if (progress != Progress.OVER) {
						return;
					}
					task = next(task);
				}
			}
			finally {
				if (!returned && task != null) {
					// Only an error of the JVM makes a task throw; it is not run again.
					task = next(task);
				}
				leave(task, progress);
			}
		}

		/**
		 * Sees to what is left. A lane that is held may be running on another thread
		 * already, and one whose task was given up is.
		 */
		private void leave(@Nullable LaneTask task, Progress progress) {
			if (progress == Progress.WAITING && task != null) {
				if (Lanes.this.closed) {
					task.cancel();
				}
			}
			else if (task == null) {
				Lanes.this.lanes.remove(this.key, this);
			}
			else if (progress == Progress.OVER) {
				release();
			}
		}

	}

}

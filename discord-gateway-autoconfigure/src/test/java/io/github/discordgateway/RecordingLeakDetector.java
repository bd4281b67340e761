package io.github.discordgateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakTracker;

/**
 * Keeps the leaks that Netty finds, besides logging them, and knows whether there can be
 * any. Netty makes one for each type of resource, by the system property
 * {@code io.netty.customResourceLeakDetector}.
 *
 * @param <T> the type of resource
 */
public class RecordingLeakDetector<T> extends ResourceLeakDetector<T> {

	static final List<String> LEAKS = new CopyOnWriteArrayList<>();

	/** Of those taken since {@link #anyKept()} was asked, how many are in use. */
	private static volatile LongAdder inUse = new LongAdder();

	public RecordingLeakDetector(Class<?> resourceType, int samplingInterval) {
		super(resourceType, samplingInterval);
	}

	/** Netty asks for this one first, and logs an error when there is none. */
	public RecordingLeakDetector(Class<?> resourceType, int samplingInterval, long maxActive) {
		this(resourceType, samplingInterval);
	}

	/**
	 * Whether a resource is in use that was taken since this was last asked. If there is
	 * none, nothing has leaked.
	 */
	static boolean anyKept() {
		LongAdder before = inUse;
		inUse = new LongAdder();
		return before.sum() != 0;
	}

	@Override
	public ResourceLeakTracker<T> track(T resource) {
		ResourceLeakTracker<T> tracker = super.track(resource);
		return (tracker != null) ? new Counted<>(tracker, inUse) : null;
	}

	@Override
	protected void reportTracedLeak(String resourceType, String records) {
		super.reportTracedLeak(resourceType, records);
		LEAKS.add(resourceType + records);
	}

	@Override
	protected void reportUntracedLeak(String resourceType) {
		super.reportUntracedLeak(resourceType);
		LEAKS.add(resourceType);
	}

	private static final class Counted<T> implements ResourceLeakTracker<T> {

		private final ResourceLeakTracker<T> tracker;

		private final LongAdder inUse;

		Counted(ResourceLeakTracker<T> tracker, LongAdder inUse) {
			this.tracker = tracker;
			this.inUse = inUse;
			inUse.increment();
		}

		@Override
		public void record() {
			this.tracker.record();
		}

		@Override
		public void record(Object hint) {
			this.tracker.record(hint);
		}

		@Override
		public boolean close(T resource) {
			boolean closed = this.tracker.close(resource);
			if (closed) {
				this.inUse.decrement();
			}
			return closed;
		}

		@Override
		public Throwable getCloseStackTraceIfAny() {
			return this.tracker.getCloseStackTraceIfAny();
		}

	}

}

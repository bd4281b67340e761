package io.github.discordgateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakTracker;

/**
 * Keeps the leaks that Netty finds, besides logging them. Netty makes one for each type
 * of resource, by the system property {@code io.netty.customResourceLeakDetector}.
 *
 * @param <T> the type of resource
 */
public class RecordingLeakDetector<T> extends ResourceLeakDetector<T> {

	static final List<String> LEAKS = new CopyOnWriteArrayList<>();

	private static final LongAdder TRACKED = new LongAdder();

	public RecordingLeakDetector(Class<?> resourceType, int samplingInterval) {
		super(resourceType, samplingInterval);
	}

	/** Netty asks for this one first, and logs an error when there is none. */
	public RecordingLeakDetector(Class<?> resourceType, int samplingInterval, long maxActive) {
		this(resourceType, samplingInterval);
	}

	/** How many resources have been in use so far, which may have become leaks. */
	static long tracked() {
		return TRACKED.sum();
	}

	@Override
	public ResourceLeakTracker<T> track(T resource) {
		TRACKED.increment();
		return super.track(resource);
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

}

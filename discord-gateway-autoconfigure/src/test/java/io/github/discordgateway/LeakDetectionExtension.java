package io.github.discordgateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fails a test class after which a buffer was collected that nobody had released (C44).
 * Is registered for all tests.
 */
public final class LeakDetectionExtension implements AfterAllCallback {

	/** What was in use when the heap was last looked through. */
	private static long checked;

	@Override
	public void afterAll(ExtensionContext context) {
		long tracked = RecordingLeakDetector.tracked();
		if (tracked == checked) {
			return;
		}
		System.gc();
		// Netty reports what was collected when the next buffers are allocated.
		for (int i = 0; i < 8; i++) {
			ByteBuf buffer = PooledByteBufAllocator.DEFAULT.buffer(16);
			buffer.release();
		}
		checked = RecordingLeakDetector.tracked();
		assertThat(RecordingLeakDetector.LEAKS).as("leaked buffers").isEmpty();
	}

}

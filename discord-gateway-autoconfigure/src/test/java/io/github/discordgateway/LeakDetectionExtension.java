package io.github.discordgateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fails a test class after which a buffer was collected that nobody had released (C44).
 * The heap is looked through only when the class has left a buffer in use. Is registered
 * for all tests.
 */
public final class LeakDetectionExtension implements AfterAllCallback {

	@Override
	public void afterAll(ExtensionContext context) {
		if (!RecordingLeakDetector.anyKept()) {
			return;
		}
		System.gc();
		// Netty reports what was collected when the next buffers are allocated.
		for (int i = 0; i < 8; i++) {
			ByteBuf buffer = PooledByteBufAllocator.DEFAULT.buffer(16);
			buffer.release();
		}
		assertThat(RecordingLeakDetector.LEAKS).as("leaked buffers").isEmpty();
	}

}

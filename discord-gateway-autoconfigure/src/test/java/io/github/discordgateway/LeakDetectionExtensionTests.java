package io.github.discordgateway;

import java.time.Duration;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link LeakDetectionExtension}.
 */
class LeakDetectionExtensionTests {

	@Test
	@DisplayName("C44 A buffer that is not released is noticed")
	void leakIsNoticed() {
		leak();
		await().atMost(Duration.ofSeconds(20)).until(() -> {
			System.gc();
			ByteBuf buffer = PooledByteBufAllocator.DEFAULT.buffer(16);
			buffer.release();
			return !RecordingLeakDetector.LEAKS.isEmpty();
		});
		List<String> found = List.copyOf(RecordingLeakDetector.LEAKS);
		RecordingLeakDetector.LEAKS.clear();
		assertThat(found).singleElement().asString().contains("LeakDetectionExtensionTests.leak");
	}

	private static void leak() {
		PooledByteBufAllocator.DEFAULT.buffer(16).writeByte(1);
	}

}

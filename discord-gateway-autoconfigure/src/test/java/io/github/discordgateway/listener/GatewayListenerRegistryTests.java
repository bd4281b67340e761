package io.github.discordgateway.listener;

import java.util.ArrayList;
import java.util.List;

import io.github.discordgateway.dispatch.EventHandler;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link GatewayListenerRegistry}.
 */
class GatewayListenerRegistryTests {

	private final GatewayListenerRegistry registry = new GatewayListenerRegistry();

	@Test
	void tellsObserversWhatIsThereAndWhatChanges() {
		List<List<EventHandler>> seen = new ArrayList<>();
		StubHandler first = StubHandler.of("first", "READY");
		StubHandler second = StubHandler.of("second", "READY");
		this.registry.register(first);
		this.registry.observe(seen::add);
		this.registry.register(second);
		assertThat(this.registry.unregister("first")).isTrue();
		assertThat(this.registry.unregister("first")).isFalse();
		assertThat(seen).containsExactly(List.of(first), List.of(first, second), List.of(second));
		assertThat(this.registry.handlers()).containsExactly(second);
	}

	@Test
	void refusesASecondHandlerOfTheSameIdAndKeepsTheFirst() {
		StubHandler first = StubHandler.of("same", "READY");
		this.registry.register(first);
		assertThatExceptionOfType(InvalidGatewayListenerException.class)
			.isThrownBy(() -> this.registry
				.register(List.of(StubHandler.of("other", "READY"), StubHandler.of("same", "RESUMED"))))
			.withMessageContaining("'same'")
			.withMessageContaining("an id of its own");
		assertThat(this.registry.handlers()).containsExactly(first);
	}

	@Test
	void changeThatAnObserverRefusesIsNotMade() {
		this.registry.observe((handlers) -> {
			if (!handlers.isEmpty()) {
				throw new IllegalArgumentException("refused");
			}
		});
		assertThatIllegalArgumentException().isThrownBy(() -> this.registry.register(StubHandler.of("a", "READY")));
		assertThat(this.registry.handlers()).isEmpty();
	}

}

package io.github.discordgateway.actuate.observation;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.listener.EventForm;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.EventInterest;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link GatewayListenerObservationContext} and the default convention's keys.
 */
class GatewayListenerObservationContextTests {

	private final GatewayListenerObservationContext context = new GatewayListenerObservationContext(
			envelope(Snowflake.of(5)), new NamedHandler());

	@Test
	void keysAreKeptAsAnyContextKeepsThem() {
		Observation.Context plain = new Observation.Context();
		KeyValues twice = KeyValues.of("b", "1", "c", "2");
		List<Consumer<Observation.Context>> steps = List.of((it) -> it.addLowCardinalityKeyValues(twice),
				(it) -> it.addLowCardinalityKeyValues(twice),
				(it) -> it.addLowCardinalityKeyValue(KeyValue.of("a", "first")),
				(it) -> it.addLowCardinalityKeyValues(KeyValues.of("a", "last", "d", "3")),
				(it) -> it.removeLowCardinalityKeyValue("c"), (it) -> it.removeLowCardinalityKeyValues("d", "unknown"),
				(it) -> it.addHighCardinalityKeyValue(KeyValue.of("a", "high")),
				(it) -> it.addHighCardinalityKeyValues(twice), (it) -> it.removeHighCardinalityKeyValue("b"),
				(it) -> it.removeHighCardinalityKeyValues("a", "c", "a"));
		for (Consumer<Observation.Context> step : steps) {
			step.accept(plain);
			step.accept(this.context);
			assertThat(this.context.getLowCardinalityKeyValues()).isEqualTo(plain.getLowCardinalityKeyValues());
			assertThat(this.context.getHighCardinalityKeyValues()).isEqualTo(plain.getHighCardinalityKeyValues());
			assertThat(this.context.getAllKeyValues()).isEqualTo(plain.getAllKeyValues());
			for (String key : List.of("a", "b", "c", "d", "unknown")) {
				assertThat(this.context.getLowCardinalityKeyValue(key)).isEqualTo(plain.getLowCardinalityKeyValue(key));
				assertThat(this.context.getHighCardinalityKeyValue(key))
					.isEqualTo(plain.getHighCardinalityKeyValue(key));
			}
		}
		assertThat(this.context).asString().isNotEmpty();
	}

	@Test
	void theEventIsTold() {
		assertThat(DefaultGatewayObservationConvention.INSTANCE.getHighCardinalityKeyValues(this.context))
			.extracting(KeyValue::getKey, KeyValue::getValue)
			.containsExactly(tuple("guild.id", "5"), tuple("sequence", "7"), tuple("shard", "1/2"));
	}

	@Test
	void withoutAGuildTheKeyIsLeftOut() {
		GatewayListenerObservationContext outside = new GatewayListenerObservationContext(envelope(null),
				new NamedHandler());
		assertThat(DefaultGatewayObservationConvention.INSTANCE.getHighCardinalityKeyValues(outside))
			.extracting(KeyValue::getKey)
			.containsExactly("sequence", "shard");
	}

	private static EventEnvelope envelope(Snowflake guildId) {
		return new EventEnvelope(new ShardId(1, 2), "session", 7, "TYPING_START", Instant.EPOCH, false, null, null,
				guildId, Snowflake.of(6));
	}

	private static final class NamedHandler implements EventHandler {

		@Override
		public String id() {
			return "handler";
		}

		@Override
		public EventInterest interest() {
			return EventInterest.inAll(EventForm.TYPED);
		}

		@Override
		public void handle(EventEnvelope envelope) {
		}

	}

}

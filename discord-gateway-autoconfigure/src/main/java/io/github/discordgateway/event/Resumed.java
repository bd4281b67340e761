package io.github.discordgateway.event;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.discordgateway.model.OrEmpty;

/**
 * Replay finished; body carries nothing useful.
 *
 * @param trace debugging breadcrumbs, ignore; empty when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#resumed">Discord's
 * documentation</a>
 */
public record Resumed(@JsonProperty("_trace") List<String> trace) implements GatewayEvent {

	/** Makes absent lists and maps empty, and all of them unmodifiable. */
	public Resumed {
		trace = OrEmpty.list(trace);
	}

}

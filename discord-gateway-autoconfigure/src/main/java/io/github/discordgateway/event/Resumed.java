package io.github.discordgateway.event;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.discordgateway.model.RecordValues;

/**
 * The replay after a resume is complete; what follows is live.
 *
 * @param trace traces for Discord's own use; empty when absent
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#resumed">Discord's
 * documentation</a>
 */
public record Resumed(@JsonProperty("_trace") List<String> trace) implements GatewayEvent {

	public Resumed {
		trace = RecordValues.listOrEmpty(trace);
	}

}

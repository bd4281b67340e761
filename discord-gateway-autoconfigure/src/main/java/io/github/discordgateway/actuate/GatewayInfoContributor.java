package io.github.discordgateway.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.ShardId;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/**
 * Tells which library runs which shards, and how they speak to Discord.
 */
public final class GatewayInfoContributor implements InfoContributor {

	private final Gateway gateway;

	private final Protocol protocol;

	/**
	 * Makes a contributor.
	 * @param gateway knows the shards
	 * @param protocol what is spoken, by which version of the library
	 */
	public GatewayInfoContributor(Gateway gateway, Protocol protocol) {
		this.gateway = gateway;
		this.protocol = protocol;
	}

	@Override
	public void contribute(Info.Builder builder) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("version", this.protocol.libraryVersion());
		details.put("apiVersion", this.protocol.apiVersion());
		details.put("encoding", this.protocol.encoding());
		details.put("compression", this.protocol.compression());
		List<ShardId> ids = this.gateway.shards().stream().map(GatewayShard::id).toList();
		if (!ids.isEmpty()) {
			Map<String, Object> shards = new LinkedHashMap<>();
			shards.put("total", ids.get(0).total());
			shards.put("running", ids.size());
			shards.put("ids", ranges(ids.stream().map(ShardId::number).toList()));
			details.put("shards", shards);
		}
		builder.withDetail("discordGateway", details);
	}

	/**
	 * Writes numbers as the configuration does.
	 * @param ids the numbers, ascending
	 * @return for example {@code 0-15,20}
	 */
	static String ranges(List<Integer> ids) {
		StringJoiner ranges = new StringJoiner(",");
		int from = 0;
		for (int i = 1; i <= ids.size(); i++) {
			if (i == ids.size() || ids.get(i) != ids.get(i - 1) + 1) {
				ranges.add((i - 1 > from) ? ids.get(from) + "-" + ids.get(i - 1) : String.valueOf(ids.get(from)));
				from = i;
			}
		}
		return ranges.toString();
	}

	/**
	 * What is spoken.
	 *
	 * @param libraryVersion the version of the library
	 * @param apiVersion the version of Discord's API
	 * @param encoding how frames are written
	 * @param compression how the server compresses what it sends
	 */
	public record Protocol(String libraryVersion, int apiVersion, String encoding, String compression) {
	}

}

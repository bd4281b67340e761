package io.github.discordgateway.demo.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.github.discordgateway.CoordinationSnapshot;
import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayNode;
import io.github.discordgateway.demo.console.NodeProcesses.NodeProcess;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Shows the processes that share the shards, and kills one of them, so that one can watch
 * what the others do. There is none unless they share them.
 */
@RestController
@RequestMapping(path = "/api/nodes", consumes = MediaType.APPLICATION_JSON_VALUE)
@ConditionalOnProperty(name = "discord.gateway.coordination", havingValue = "redis")
class NodeController {

	private final Gateway gateway;

	private final NodeProcesses processes;

	private final RecoveryLog log;

	NodeController(Gateway gateway, NodeProcesses processes, RecoveryLog log) {
		this.gateway = gateway;
		this.processes = processes;
		this.log = log;
	}

	ConsoleSnapshot.@Nullable Cluster cluster() {
		CoordinationSnapshot coordination = this.gateway.coordination();
		return (coordination != null) ? new ConsoleSnapshot.Cluster(coordination.problem(),
				coordination.nodes().stream().map((node) -> node(node, coordination.node())).toList(),
				coordination.unowned().stream().map((shard) -> shard.number()).toList()) : null;
	}

	private ConsoleSnapshot.Node node(GatewayNode node, String self) {
		Optional<NodeProcess> process = this.processes.find(node.id());
		boolean own = node.id().equals(self);
		return new ConsoleSnapshot.Node(node.id(), node.host(), node.version(),
				Math.max(0, Duration.between(node.since(), Instant.now()).toSeconds()), node.leaving(), own,
				node.shards(), process.filter((found) -> !own).map(NodeProcess::port).orElse(null),
				process.filter(NodeController::mayBeKilled).isPresent());
	}

	/** Without the simulator nobody could watch what comes of it. */
	private static boolean mayBeKilled(NodeProcess process) {
		return process.isOther() && !process.withSimulator();
	}

	@PostMapping("/{node}/kill")
	@ResponseStatus(HttpStatus.ACCEPTED)
	TroubleController.Answer kill(@PathVariable String node) {
		CoordinationSnapshot coordination = this.gateway.coordination();
		GatewayNode found = (coordination != null)
				? coordination.nodes().stream().filter((known) -> known.id().equals(node)).findFirst().orElse(null)
				: null;
		if (found == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no node " + node);
		}
		NodeProcess process = this.processes.find(node)
			.filter(NodeController::mayBeKilled)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT,
					"Node " + node + " is this process, the one with the simulator, or none of this machine"));
		String text = "node " + node + " is killed, which ran " + list(found.shards());
		this.log.add(LogEntry.Kind.TROUBLE, null, text);
		this.processes.kill(node, process);
		return new TroubleController.Answer(text);
	}

	private static String list(List<Integer> shards) {
		if (shards.isEmpty()) {
			return "no shards";
		}
		return ((shards.size() == 1) ? "shard " : "shards ") + StringUtils.collectionToDelimitedString(shards, ", ");
	}

}

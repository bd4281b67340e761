package io.github.discordgateway.internal.interaction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.lifecycle.SessionRestored;
import io.github.discordgateway.event.lifecycle.ShardLifecycleEvent;
import io.github.discordgateway.event.lifecycle.ShardReady;
import io.github.discordgateway.rest.ApplicationCommand;
import io.github.discordgateway.rest.CommandOperations;
import io.github.discordgateway.rest.CommandRequest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.ResolvableType;

/**
 * Checks the commands of the application at the start, and registers them with Discord,
 * once the first shard is ready, if it is told to. It asks what is there, and sends
 * something only when that differs. Commands that a child context brings later are
 * checked when it starts, and registered at once; when it is closed they stay registered,
 * since a restart of the child would otherwise take them from users, and spend creations.
 */
public final class CommandRegistration implements SmartLifecycle, GenericApplicationListener {

	private static final Log logger = LogFactory.getLog(CommandRegistration.class);

	private final AnnotatedCommands commands;

	private final Supplier<CommandOperations> operations;

	private final Supplier<Mono<Snowflake>> application;

	private final Settings settings;

	private final AtomicBoolean due = new AtomicBoolean();

	private final Disposable.Swap request = Disposables.swap();

	private Map<Set<Snowflake>, List<CommandRequest>> known = Map.of();

	private volatile boolean running;

	private volatile boolean connected;

	/**
	 * Makes a registration.
	 * @param commands the commands of the application
	 * @param operations registers them
	 * @param application the id of the application
	 * @param settings what to do
	 */
	public CommandRegistration(AnnotatedCommands commands, Supplier<CommandOperations> operations,
			Supplier<Mono<Snowflake>> application, Settings settings) {
		this.commands = commands;
		this.operations = operations;
		this.application = application;
		this.settings = settings;
	}

	/** Before the gateway, so that what is wrong fails the start before it connects. */
	@Override
	public int getPhase() {
		return SmartLifecycle.DEFAULT_PHASE - 1;
	}

	@Override
	public void start() {
		this.running = true;
		this.connected = false;
		this.known = Map.of();
		update();
	}

	@Override
	public void stop() {
		this.running = false;
		this.due.set(false);
		this.request.update(Disposables.disposed());
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Takes in what commands there are by now. */
	private synchronized void update() {
		Map<Set<Snowflake>, List<CommandRequest>> definitions = this.commands.definitions();
		boolean more = definitions.entrySet()
			.stream()
			.anyMatch((list) -> !this.known.getOrDefault(list.getKey(), List.of()).containsAll(list.getValue()));
		this.known = definitions;
		if (!more) {
			return;
		}
		export();
		if (this.settings.scope() == Scope.OFF) {
			List<String> names = this.commands.names();
			logger.info("The application has the commands " + String.join(", ", names) + ", which it does not register."
					+ " If nobody else does, set " + Settings.PROPERTY + "=global, or =guilds for single guilds");
			return;
		}
		this.due.set(true);
		registerIfDue();
	}

	@Override
	public boolean supportsEventType(ResolvableType eventType) {
		return PayloadApplicationEvent.class.isAssignableFrom(eventType.toClass())
				|| ContextRefreshedEvent.class.isAssignableFrom(eventType.toClass());
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		if (!this.running) {
			return;
		}
		if (event instanceof ContextRefreshedEvent) {
			update();
		}
		else if (event instanceof PayloadApplicationEvent<?> published
				&& published.getPayload() instanceof ShardLifecycleEvent lifecycle && isConnected(lifecycle)) {
			this.connected = true;
			registerIfDue();
		}
	}

	private void registerIfDue() {
		if (this.connected && this.due.compareAndSet(true, false)) {
			this.request.update(register().subscribe((nothing) -> {
			}, (ex) -> logger.error("The commands could not be registered", ex)));
		}
	}

	private static boolean isConnected(ShardLifecycleEvent event) {
		return event instanceof ShardReady || event instanceof SessionRestored;
	}

	/**
	 * Registers what differs.
	 * @return completes when all is as it should be
	 */
	Mono<Void> register() {
		return this.application.get()
			.flatMapMany((id) -> Flux.fromIterable(lists().entrySet())
				.concatMap((list) -> new ListOfCommands(id, list.getKey().orElseNull()).update(list.getValue())))
			.then();
	}

	private Map<Place, List<CommandRequest>> lists() {
		Map<Place, List<CommandRequest>> lists = new LinkedHashMap<>();
		List<CommandRequest> global = this.commands.global();
		Map<Snowflake, List<CommandRequest>> guilds = new TreeMap<>(this.commands.ofGuilds());
		if (this.settings.scope() == Scope.GLOBAL) {
			lists.put(new Place(null), global);
		}
		else {
			for (Snowflake guild : this.settings.guilds()) {
				List<CommandRequest> all = new ArrayList<>(global);
				all.addAll(guilds.getOrDefault(guild, List.of()));
				guilds.put(guild, all);
			}
		}
		guilds.forEach((guild, list) -> lists.put(new Place(guild), list));
		return lists;
	}

	private void export() {
		Path file = this.settings.export();
		if (file == null) {
			return;
		}
		write(file, this.commands.global());
		String name = String.valueOf(file.getFileName());
		int dot = (name.lastIndexOf('.') > 0) ? name.lastIndexOf('.') : name.length();
		this.commands.ofGuilds()
			.forEach((guild, list) -> write(
					file.resolveSibling(name.substring(0, dot) + "-" + guild + name.substring(dot)), list));
	}

	private void write(Path file, List<CommandRequest> list) {
		try {
			Path directory = file.toAbsolutePath().getParent();
			if (directory != null) {
				Files.createDirectories(directory);
			}
			Files.writeString(file, this.commands.toJson(list));
			logger.info("Wrote " + list.size() + " commands to " + file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The commands could not be written to " + file, ex);
		}
	}

	/** A guild, or all of them. */
	private record Place(@Nullable Snowflake guild) {

		@Nullable Snowflake orElseNull() {
			return this.guild;
		}

	}

	/** The commands for all guilds, or for one. */
	private final class ListOfCommands {

		private final Snowflake application;

		private final @Nullable Snowflake guild;

		ListOfCommands(Snowflake application, @Nullable Snowflake guild) {
			this.application = application;
			this.guild = guild;
		}

		Mono<Void> update(List<CommandRequest> wanted) {
			return registered().collectList().flatMap((registered) -> update(wanted, registered));
		}

		private Flux<ApplicationCommand> registered() {
			CommandOperations rest = CommandRegistration.this.operations.get();
			return (this.guild != null) ? rest.listGuild(this.application, this.guild, true)
					: rest.listGlobal(this.application, true);
		}

		private Mono<Void> update(List<CommandRequest> wanted, List<ApplicationCommand> registered) {
			Map<String, CommandRequest> there = registered.stream()
				.filter(RegisteredCommands::isKnown)
				.map(RegisteredCommands::request)
				.collect(Collectors.toMap(RegisteredCommands::identity, (command) -> command, (one, other) -> one,
						LinkedHashMap::new));
			List<CommandRequest> changed = wanted.stream().filter((command) -> {
				CommandRequest same = there.get(RegisteredCommands.identity(command));
				return same == null || !RegisteredCommands.isSame(command, same);
			}).toList();
			wanted.forEach((command) -> there.remove(RegisteredCommands.identity(command)));
			boolean others = CommandRegistration.this.settings.removeOthers() && !there.isEmpty();
			if (changed.isEmpty() && !others) {
				logger.info("The " + wanted.size() + " commands " + place() + " are registered as they are");
				return Mono.empty();
			}
			String done = "Registered " + changed.size() + " of " + wanted.size() + " commands " + place()
					+ (others ? ", and removed " + names(there.values()) : "");
			return send(wanted, changed, there, registered).doOnSuccess((nothing) -> logger.info(done));
		}

		/**
		 * One request for all; what cannot be repeated without a loss is left alone.
		 */
		private Mono<Void> send(List<CommandRequest> wanted, List<CommandRequest> changed,
				Map<String, CommandRequest> others, List<ApplicationCommand> registered) {
			CommandOperations rest = CommandRegistration.this.operations.get();
			if (!registered.stream().allMatch(RegisteredCommands::isKnown)) {
				return Flux.fromIterable(changed)
					.concatMap(
							(command) -> (this.guild != null) ? rest.createGuild(this.application, this.guild, command)
									: rest.createGlobal(this.application, command))
					.thenMany(Flux.fromIterable(registered)
						.filter((command) -> CommandRegistration.this.settings.removeOthers()
								&& RegisteredCommands.isKnown(command)
								&& others.containsKey(RegisteredCommands.identity(RegisteredCommands.request(command))))
						.concatMap((command) -> (this.guild != null)
								? rest.deleteGuild(this.application, this.guild, command.id())
								: rest.deleteGlobal(this.application, command.id())))
					.then();
			}
			List<CommandRequest> all = new ArrayList<>(wanted);
			if (!CommandRegistration.this.settings.removeOthers()) {
				all.addAll(others.values());
			}
			return ((this.guild != null) ? rest.overwriteGuild(this.application, this.guild, all)
					: rest.overwriteGlobal(this.application, all))
				.then();
		}

		private String place() {
			return (this.guild != null) ? "of guild " + this.guild : "for all guilds";
		}

		private static String names(java.util.Collection<CommandRequest> commands) {
			return commands.stream().map(CommandRequest::name).collect(Collectors.joining(", "));
		}

	}

	/** Where commands are registered. */
	public enum Scope {

		/** Nowhere: somebody else does it. */
		OFF,

		/** In single guilds, where they are there at once. */
		GUILDS,

		/** For all guilds, but those that name guilds. */
		GLOBAL

	}

	/**
	 * What to do with commands.
	 *
	 * @param scope where they are registered
	 * @param guilds the guilds in which those are registered that name none
	 * @param removeOthers whether commands that the application does not have are removed
	 * @param export where they are written as JSON; {@code null} for nowhere
	 */
	public record Settings(Scope scope, List<Snowflake> guilds, boolean removeOthers, @Nullable Path export) {

		/** The property that says where commands are registered. */
		public static final String PROPERTY = "discord.gateway.interactions.commands.register";

	}

}

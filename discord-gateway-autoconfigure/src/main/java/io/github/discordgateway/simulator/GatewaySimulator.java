package io.github.discordgateway.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.github.discordgateway.CloseCode;
import io.github.discordgateway.Intent;
import io.github.discordgateway.Opcode;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.command.GatewayCommand;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.model.message.Message;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.InitializingBean;

/**
 * A Discord gateway on a loopback port. It keeps to the protocol so closely that any
 * client can connect to it, and it misbehaves on demand. All methods may be called from
 * any thread.
 *
 * <pre>{@code
 * try (GatewaySimulator simulator = GatewaySimulator.builder().shards(2).build()) {
 *     simulator.start();
 *     // connect a client to simulator.apiUrl() with simulator.token()
 *     simulator.guild("garden").member("alice").says("!ping");
 *     UpdatePresence answer = simulator.expectCommand(UpdatePresence.class);
 *     simulator.disconnect();
 *     simulator.awaitResumed();
 * }
 * }</pre>
 *
 * <p>
 * As a bean it is started and closed with its context. Where
 * {@code discord.gateway.simulator.enabled} is set, a bean of this type takes the place
 * of the one that the properties describe.
 */
public final class GatewaySimulator implements AutoCloseable, InitializingBean {

	private static final Log logger = LogFactory.getLog(GatewaySimulator.class);

	/** How long clients have to echo the close when the simulator stops. */
	private static final Duration CLOSE_TIMEOUT = Duration.ofMillis(500);

	private final GatewaySimulatorBuilder settings;

	private final SimulatedRest rest;

	private final SimulatedCommands commands = new SimulatedCommands();

	private final SimulatedWorld world;

	private final SessionRegistry sessions;

	private final GatewayProtocol protocol;

	private final RestApi restApi;

	private final BehaviourQueue behaviours;

	private final IdentifyLimits identifyLimits;

	private volatile int recommendedShards;

	private volatile UnaryOperator<String> resumeUrl;

	private volatile boolean budgetChanged;

	/** Connections whose end was told by {@link #takeFatalClose()}. */
	private final Set<SimulatedConnection> reportedCloses = ConcurrentHashMap.newKeySet();

	private final SentFrames sentFrames = new SentFrames();

	private final Recording<SimulatedConnection> connections = new Recording<>(1000);

	private final Expectations expectations;

	private final LiveWorld liveWorld;

	private final SimulatorControl control = new SimulatorControl(this);

	private volatile @Nullable SimulatorServer server;

	private @Nullable AmbientTraffic ambient;

	private boolean closed;

	GatewaySimulator(GatewaySimulatorBuilder settings) {
		this.settings = settings;
		this.rest = new SimulatedRest(
				new RestLimits(settings.restLimit, settings.globalRestLimit, Map.of(), System::nanoTime));
		this.world = new SimulatedWorld(settings.guildsPerShard, settings.membersPerGuild, settings.seed,
				new InteractionLog(settings.interactionDeadline, settings.interactionLifetime, System::nanoTime));
		this.sessions = new SessionRegistry(settings.sessionLifetime, settings.replayLimit, System::nanoTime);
		IdentifyLimits limits = new IdentifyLimits(settings.maxConcurrency, settings.identifyWindow,
				settings.identifyTotal, settings.identifyRemaining, settings.identifyResetAfter, System::nanoTime);
		this.identifyLimits = limits;
		this.recommendedShards = settings.shards;
		this.resumeUrl = settings.resumeUrl;
		this.protocol = new GatewayProtocol(settings.rules(), () -> this.resumeUrl.apply(url().toString()),
				this.sessions, limits, this.world, this.commands);
		this.behaviours = new BehaviourQueue(settings.behaviour);
		this.expectations = new Expectations(settings.timeout, this.sessions, this.connections);
		this.liveWorld = new LiveWorld(this.world, this.sessions, this.expectations);
		this.restApi = new RestApi(this.rest, this::token, this.rest.limits(), new RestWorld(this.liveWorld),
				() -> gatewayBot(limits), () -> url().toString());
		this.liveWorld.commands(this.restApi.commands(), this.rest);
	}

	/**
	 * Starts with the defaults: a free port, one shard, and Discord's own limits.
	 * @return a builder
	 */
	public static GatewaySimulatorBuilder builder() {
		return new GatewaySimulatorBuilder();
	}

	/**
	 * Listens. Does nothing when it already does.
	 * @throws SimulatorPortInUseException when the port is taken
	 * @throws IllegalStateException when the simulator was closed
	 */
	public synchronized void start() {
		if (this.closed) {
			throw new IllegalStateException("The gateway simulator was closed: build a new one");
		}
		if (this.server == null) {
			this.server = new SimulatorServer(this.settings.port, this.settings.ssl,
					new AllowedOrigins(this.settings.allowedOrigins), this.restApi,
					this.settings.control ? new ControlApi(this) : null, this.behaviours::next, this::connect);
			if (this.settings.control) {
				logger.info("The gateway simulator listens on " + url() + ", for requests on " + apiUrl()
						+ ", with the token " + token() + ", and takes orders on http" + url().toString().substring(2)
						+ ControlApi.PATH);
			}
			if (this.settings.ambientEventsPerSecond > 0) {
				this.ambient = new AmbientTraffic(this.settings.ambientEventsPerSecond, this.sessions, this.world,
						this.settings.seed);
				this.ambient.start();
			}
		}
	}

	/** Called when the simulator is a bean: {@linkplain #start() starts} it. */
	@Override
	public void afterPropertiesSet() {
		start();
	}

	private ObjectNode gatewayBot(IdentifyLimits limits) {
		IdentifyLimits.SessionStartLimit limit = limits.current();
		ObjectNode body = ObjectPayloads.template("{}")
			.put("url", url().toString())
			.put("shards", this.recommendedShards);
		body.putObject("session_start_limit")
			.put("total", limit.total())
			.put("remaining", limit.remaining())
			.put("reset_after", limit.resetAfterMillis())
			.put("max_concurrency", limit.maxConcurrency());
		return body;
	}

	private SimulatedConnection connect(GatewayBehaviour behaviour, ConnectionWriter writer, String uri,
			Map<String, String> headers) {
		SimulatedConnection connection = new SimulatedConnection(behaviour, this.protocol, writer,
				new SlidingWindow(this.settings.sendLimit, this.settings.sendWindow), this.expectations.inbox(),
				this.sentFrames, uri, headers);
		this.connections.add(connection);
		return connection;
	}

	/**
	 * Closes all connections with 1001 and gives port and threads back. Does nothing when
	 * that is done.
	 */
	@Override
	public synchronized void close() {
		this.closed = true;
		if (this.ambient != null) {
			this.ambient.close();
			this.ambient = null;
		}
		SimulatorServer running = this.server;
		if (running != null) {
			List<SimulatedConnection> open = connections().stream().filter(SimulatedConnection::isOpen).toList();
			open.forEach((connection) -> connection.close(CloseCode.GOING_AWAY.code(), "The simulator stops."));
			long deadline = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
			open.forEach((connection) -> connection.writer().awaitClosed(deadline - System.nanoTime()));
			running.stop();
			this.server = null;
		}
	}

	/**
	 * The port that the simulator listens on.
	 * @return the port, chosen by the system if 0 was configured
	 * @throws IllegalStateException when the simulator does not run
	 */
	public int port() {
		return running().port();
	}

	private SimulatorServer running() {
		SimulatorServer running = this.server;
		if (running == null) {
			synchronized (this) {
				// A client may be here before start() returns.
				running = this.server;
			}
		}
		if (running == null) {
			throw new IllegalStateException("The gateway simulator does not run: call start() first");
		}
		return running;
	}

	/**
	 * Where to open a WebSocket.
	 * @return for example {@code ws://127.0.0.1:40123}, with {@code wss} when there is
	 * TLS
	 * @throws IllegalStateException when the simulator does not run
	 */
	public URI url() {
		return URI.create(((this.settings.ssl != null) ? "wss" : "ws") + "://127.0.0.1:" + port());
	}

	/**
	 * The base of the REST resources.
	 * @return for example {@code http://127.0.0.1:40123/api/v10}, with {@code https} when
	 * there is TLS
	 * @throws IllegalStateException when the simulator does not run
	 */
	public URI apiUrl() {
		return URI.create(((this.settings.ssl != null) ? "https" : "http") + "://127.0.0.1:" + port() + "/api/v10");
	}

	/**
	 * The only token that the simulator accepts.
	 * @return the token
	 */
	public String token() {
		return this.protocol.rules().token();
	}

	/**
	 * The REST side, to see what was asked and to let requests fail.
	 * @return the REST side
	 */
	public SimulatedRest rest() {
		return this.rest;
	}

	/**
	 * The answers to requests for members, to change their size and to let them fail.
	 * @return the answers
	 */
	public SimulatedCommands commands() {
		return this.commands;
	}

	/**
	 * The guilds, and bodies of events that happen in them.
	 * @return the world
	 */
	public SimulatedWorld world() {
		return this.world;
	}

	/**
	 * Changes how all further connections are treated.
	 * @param behaviour the behaviour
	 */
	public void behaviour(GatewayBehaviour behaviour) {
		this.behaviours.set(behaviour);
	}

	/**
	 * Changes how the next connections are treated; those after them are treated as
	 * before.
	 * @param count how many connections
	 * @param behaviour the behaviour
	 */
	public void nextConnections(int count, GatewayBehaviour behaviour) {
		this.behaviours.add(count, behaviour);
	}

	/**
	 * Answers the next requests for a WebSocket, instead of accepting them.
	 * @param count how many
	 * @param answer the answer
	 */
	public void nextHandshakes(int count, ScriptedAnswer answer) {
		nextConnections(count, new GatewayBehaviour() {

			@Override
			public ScriptedAnswer onHandshake(Map<String, String> headers) {
				return answer;
			}

		});
	}

	/**
	 * Changes how the next sessions are resumed; those after them are resumed as the
	 * protocol says.
	 * @param count how many
	 * @param replay how
	 */
	public void nextResumes(int count, Replay replay) {
		for (int i = 0; i < count; i++) {
			this.protocol.replays().addLast(replay);
		}
	}

	/**
	 * Begins a chaos, which causes trouble when it is told to, or from time to time. The
	 * seed is logged, so that what a test has found can be repeated.
	 * @param seed from which what happens follows
	 * @return the chaos, to be closed
	 */
	public Chaos chaos(long seed) {
		return new Chaos(this, seed);
	}

	/**
	 * Leaves the next IDENTIFYs without an answer, while heartbeats are acknowledged: no
	 * READY comes.
	 * @param count how many
	 */
	public void ignoreIdentifies(int count) {
		this.protocol.ignoreIdentifies(count);
	}

	/**
	 * Refuses the next IDENTIFYs with INVALID_SESSION, as if they violated
	 * {@code max_concurrency}, also where the client has kept to it.
	 * @param count how many
	 */
	public void refuseIdentifies(int count) {
		this.protocol.refuseIdentifies(count);
	}

	/**
	 * Resets the next TCP connections before a byte was exchanged, for WebSockets and
	 * requests: with TLS the handshake of it fails.
	 * @param count how many
	 * @throws IllegalStateException when the simulator does not run
	 */
	public void refuseConnections(int count) {
		running().refuse(count);
	}

	/**
	 * Changes how many of its latest events each session keeps for a replay, those that
	 * run included.
	 * @param events the number of events
	 */
	public void replayLimit(int events) {
		this.sessions.replayLimit(GatewaySimulatorBuilder.atLeast(0, events, "replay limit"));
	}

	/**
	 * Begins an outage of all guilds: GUILD_DELETE with {@code unavailable}, also for who
	 * identifies during it.
	 * @see LiveGuild#goesDown()
	 */
	public void outage() {
		this.liveWorld.outage(this.sessions.live());
	}

	/**
	 * Begins an outage of all guilds of a shard.
	 * @param shardId the shard
	 * @throws IllegalStateException when the shard has no session
	 */
	public void outage(int shardId) {
		this.liveWorld.outage(sessionsOf(shardId));
	}

	/**
	 * Ends outages that were begun here: GUILD_CREATE with each guild.
	 */
	public void endOutage() {
		this.liveWorld.endOutage();
	}

	/**
	 * All that the simulator can be told, by names, as a page or a script does it.
	 * @return the control
	 */
	public SimulatorControl control() {
		return this.control;
	}

	/**
	 * Ends the sessions of a shard, connected or not: nothing is dispatched to them any
	 * more, and who wants to resume one gets INVALID_SESSION.
	 * @param shardId the shard
	 * @throws IllegalStateException when the shard has no session
	 */
	public void endSessions(int shardId) {
		sessionsOf(shardId).forEach(this.sessions::end);
	}

	private List<SimulatedSession> sessionsOf(int shardId) {
		List<SimulatedSession> live = this.sessions.live();
		List<SimulatedSession> found = live.stream().filter((session) -> session.shard().number() == shardId).toList();
		if (found.isEmpty()) {
			throw new IllegalStateException("Shard " + shardId + " has no session, "
					+ (live.isEmpty() ? "nor has any other: wait until a client has identified"
							: "only " + live.stream().map(SimulatedSession::shard).distinct().toList()));
		}
		return found;
	}

	/**
	 * Restarts the gateway piece by piece: asks each connection to reconnect (op 7),
	 * spread evenly over a while.
	 * @param duration until the last one is asked
	 */
	public void restart(Duration duration) {
		List<SimulatedConnection> open = connections().stream().filter(SimulatedConnection::isOpen).toList();
		for (int i = 0; i < open.size(); i++) {
			SimulatedConnection connection = open.get(i);
			connection.writer().later(duration.multipliedBy(i + 1).dividedBy(open.size()), connection::reconnect);
		}
	}

	/**
	 * Gives the bot another token: the old one is refused from now on (close 4004, and
	 * 401), where it is shown again.
	 * @param token the token without a prefix
	 */
	public void resetToken(String token) {
		this.protocol.rules(this.protocol.rules().withToken(token));
	}

	/**
	 * Switches privileged intents on and off: the next IDENTIFY with another one ends in
	 * close 4014.
	 * @param intents those that are on
	 */
	public void allowedPrivilegedIntents(Set<Intent> intents) {
		this.protocol.rules(this.protocol.rules().withDisallowedIntents(GatewaySimulatorBuilder.disallowed(intents)));
	}

	/**
	 * Changes how many shards the bot needs at least, and how many are recommended: the
	 * next IDENTIFY with fewer ends in close 4011.
	 * @param minimum the least number of shards
	 * @param recommended what {@code GET /gateway/bot} recommends
	 */
	public void shards(int minimum, int recommended) {
		this.recommendedShards = GatewaySimulatorBuilder.atLeast(1, recommended, "number of shards");
		this.protocol.rules(this.protocol.rules()
			.withMinimumShards(GatewaySimulatorBuilder.atLeast(1, minimum, "least number of shards")));
	}

	/**
	 * Changes the daily budget of IDENTIFYs.
	 * @param total what a fresh budget has
	 * @param remaining what is left of it
	 * @param resetAfter when it is fresh again
	 */
	public void sessionStartLimit(int total, int remaining, Duration resetAfter) {
		this.budgetChanged = true;
		this.identifyLimits.budget(total, remaining, resetAfter);
	}

	/**
	 * Changes what the next READY names as {@code resume_gateway_url}.
	 * @param resumeUrl makes the URL from the simulator's own
	 */
	public void resumeUrl(UnaryOperator<String> resumeUrl) {
		this.resumeUrl = resumeUrl;
	}

	/**
	 * Undoes all that was scripted: behaviours, answers and limits are again those that
	 * the simulator was built with. The world stays as it is, and so do connections that
	 * are open. In tests with the kit this happens after each test method.
	 */
	public void undoScripts() {
		this.behaviours.clear();
		this.behaviours.set(this.settings.behaviour);
		this.protocol.replays().clear();
		ignoreIdentifies(0);
		refuseIdentifies(0);
		replayLimit(this.settings.replayLimit);
		this.sessions.live().forEach(SimulatedSession::endSwaps);
		endOutage();
		SimulatorServer running = this.server;
		if (running != null) {
			running.refuse(0);
		}
		this.protocol.rules(this.settings.rules());
		this.recommendedShards = this.settings.shards;
		this.resumeUrl = this.settings.resumeUrl;
		this.rest.answerTruly();
		this.rest.limits().reset(this.settings.restLimit, this.settings.globalRestLimit);
		this.commands.reset();
		if (this.budgetChanged) {
			this.budgetChanged = false;
			sessionStartLimit(this.settings.identifyTotal, this.settings.identifyRemaining,
					this.settings.identifyResetAfter);
			this.budgetChanged = false;
		}
	}

	/**
	 * Whether a shard was ended for good, by a close code after which no client connects
	 * again, since the last call.
	 * @return what was closed with which code; {@code null} when nothing was
	 */
	public @Nullable String takeFatalClose() {
		String found = null;
		List<SimulatedConnection> all = connections();
		for (SimulatedConnection connection : all) {
			int code = connection.serverCloseCode();
			if (code != 0 && CloseCode.outcomeOf(code) == CloseCode.Outcome.FATAL
					&& this.reportedCloses.add(connection)) {
				found = "the simulator closed " + connection + " with " + code;
			}
		}
		this.reportedCloses.retainAll(all);
		return found;
	}

	/**
	 * Dispatches an event to a shard. It is kept in the log of the session, so that a
	 * client that is not connected gets it when it resumes.
	 * @param shardId the shard
	 * @param eventName Discord's name of the event, known or not
	 * @param json the JSON of {@code d}, which is sent as it is, even if it is broken
	 * @return the event's sequence in the shard's newest session; -1 when its intents
	 * hold the event back
	 * @throws IllegalStateException when the shard has no session
	 */
	public long dispatch(int shardId, String eventName, String json) {
		OutgoingEvent event = OutgoingEvent.of(eventName, json);
		return dispatch(event, "Shard " + shardId, sessionsOf(shardId));
	}

	/**
	 * Dispatches an event to the shard that its guild belongs to, or to shard 0 when it
	 * has no guild.
	 * @param eventName Discord's name of the event, known or not
	 * @param json the JSON of {@code d}
	 * @return the event's sequence in the shard's newest session; -1 when its intents
	 * hold the event back
	 * @throws IllegalStateException when the shard has no session
	 */
	public long dispatch(String eventName, String json) {
		OutgoingEvent event = OutgoingEvent.of(eventName, json);
		Snowflake guildId = event.routingGuildId();
		return dispatch(event, (guildId != null) ? "The shard of guild " + guildId : "Shard 0",
				this.sessions.live().stream().filter((session) -> session.hears(guildId)).toList());
	}

	private long dispatch(OutgoingEvent event, String target, Collection<SimulatedSession> receivers) {
		if (receivers.isEmpty()) {
			throw new IllegalStateException(
					target + " has no session: wait until a client has identified before dispatching " + event.name());
		}
		return this.liveWorld.dispatch(event, receivers);
	}

	/**
	 * Dispatches a typed event to the shard that its guild belongs to, or to shard 0 when
	 * it has no guild. Waits for a bot that has not identified yet.
	 * @param event the record of an event, for example {@code new MessageCreate(message)}
	 * @return the event's sequence in the shard's newest session; -1 when its intents
	 * hold the event back
	 * @throws AssertionError when nobody identifies within the timeout
	 */
	public long dispatch(GatewayEvent event) {
		OutgoingEvent written = OutgoingEvent.of(EventWriter.name(event), EventWriter.write(event));
		return this.liveWorld.dispatch(written, this.expectations.awaitSessions(written.routingGuildId()));
	}

	/**
	 * A guild in which a test lets things happen. When there is none of this name yet, it
	 * is made: with the bot, an owner, text channels and a voice channel, and announced
	 * by GUILD_CREATE as one that the bot has just joined.
	 * @param name any name
	 * @return the guild, the same one for the same name
	 */
	public LiveGuild guild(String name) {
		return this.liveWorld.guild(name);
	}

	/**
	 * A guild, as {@link #guild(String)} has it, on a shard of one's choice.
	 * @param name any name
	 * @param shardId the number of the shard; how many there are, says the bot that is
	 * connected, or else what {@code GET /gateway/bot} recommends
	 * @return the guild, the same one for the same name
	 * @throws IllegalArgumentException when there is no such shard
	 * @throws IllegalStateException when there is a guild of this name on another shard
	 */
	public LiveGuild guild(String name, int shardId) {
		int total = this.sessions.live()
			.stream()
			.mapToInt((session) -> session.shard().total())
			.max()
			.orElse(this.recommendedShards);
		if (shardId < 0 || shardId >= total) {
			throw new IllegalArgumentException(
					"There is no shard " + shardId + ": the bot has those from 0 to " + (total - 1));
		}
		return this.liveWorld.guild(name, new ShardId(shardId, total));
	}

	/**
	 * A user who writes direct messages to the bot.
	 * @param username the user's name; in guilds it is the same user
	 * @return the user
	 */
	public LiveUser user(String username) {
		return new LiveUser(this.liveWorld, username);
	}

	/**
	 * Waits for a command of the bot: the oldest of this kind, from any shard, that was
	 * not expected before. It may have come already.
	 * @param <C> the type of the command
	 * @param type for example {@code UpdatePresence.class}
	 * @return the command
	 * @throws AssertionError when none comes within the timeout; its message shows what
	 * came instead
	 */
	public <C extends GatewayCommand> C expectCommand(Class<C> type) {
		return this.expectations.expectCommand(type, (connection, command) -> true, "");
	}

	/**
	 * Waits for a command of the bot that fits, as {@link #expectCommand(Class)} does;
	 * others of this kind stay to be expected.
	 * @param <C> the type of the command
	 * @param type for example {@code UpdatePresence.class}
	 * @param wanted which of them
	 * @return the command
	 * @throws AssertionError when none comes within the timeout; its message shows what
	 * came instead
	 * @see LiveGuild#expectCommand(Class)
	 */
	public <C extends GatewayCommand> C expectCommand(Class<C> type, Predicate<? super C> wanted) {
		return this.expectations.expectCommand(type, (connection, command) -> wanted.test(command), " that fits");
	}

	/**
	 * Waits for a command of one of the bot's shards, as {@link #expectCommand(Class)}
	 * does; those of others stay to be expected.
	 * @param <C> the type of the command
	 * @param type for example {@code UpdatePresence.class}
	 * @param shardId the number of the shard
	 * @return the command
	 * @throws AssertionError when none comes within the timeout; its message shows what
	 * came instead
	 */
	public <C extends GatewayCommand> C expectCommand(Class<C> type, int shardId) {
		return this.expectations.expectCommand(type, (connection, command) -> connection.isOf(shardId),
				" from shard " + shardId);
	}

	/**
	 * Waits for a frame of the bot, as {@link #expectCommand(Class)} does: for IDENTIFY
	 * and RESUME, and for what is not to be read as a command.
	 * @param opcode what to wait for
	 * @return the frame
	 * @throws AssertionError when none comes within the timeout; its message shows what
	 * came instead
	 */
	public ReceivedFrame expectCommand(Opcode opcode) {
		return this.expectations.expectFrame(opcode);
	}

	/**
	 * Makes sure that the bot has not sent a command: waits until all events are handled
	 * and all that the bot has sent by then is here.
	 * @param type the kind of command, of which none may be left that was not expected
	 * @throws AssertionError when there is one, or when the bot is not through within the
	 * timeout
	 */
	public void expectNoCommand(Class<? extends GatewayCommand> type) {
		this.expectations.expectNoCommand(type, (connection, command) -> true);
	}

	/**
	 * Waits for the next message that the bot sends to a channel by REST, answers to
	 * interactions excepted. It may have come already.
	 * @param channelId the id of the channel
	 * @return the oldest message that no earlier call has returned
	 * @throws AssertionError when none comes within the timeout; its message shows what
	 * was requested instead
	 */
	public Message expectMessage(Snowflake channelId) {
		return this.liveWorld.expectMessage(channelId);
	}

	/**
	 * Makes sure that the bot has sent no message to a channel: waits until all events
	 * are handled.
	 * @param channelId the id of the channel
	 * @throws AssertionError when there is one that was not expected, or when the bot is
	 * not through within the timeout
	 */
	public void expectNoMessage(Snowflake channelId) {
		awaitHandled();
		ObjectNode message = this.liveWorld.takeMessage(channelId);
		if (message != null) {
			throw new AssertionError("No message was expected in the channel " + channelId + ", but this came: "
					+ message.path("content").asString(""));
		}
	}

	/**
	 * Waits for a request of REST. It may have come already.
	 * @param method for example {@code POST}
	 * @param route the end of its path, with {@code {id}} or another name in braces in
	 * the place of what varies, for example {@code /channels/{id}/messages}
	 * @return the oldest such request that was not expected before, refused ones included
	 * @throws AssertionError when none comes within the timeout; its message shows what
	 * was requested instead
	 */
	public ReceivedRequest expectRequest(String method, String route) {
		Pattern path = Pattern.compile(Pattern.quote(route).replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q") + "$");
		return Polling.await(this.settings.timeout, () -> this.rest.take(method, path),
				() -> "No request " + method + " " + route + " came within " + this.settings.timeout.toMillis()
						+ " ms. Requests, the latest last: " + this.rest.describe());
	}

	/**
	 * Forgets what the bot has sent so far: commands, messages, requests and failures to
	 * expect are those that come from now on.
	 */
	public void forgetCommands() {
		this.expectations.forget();
		this.liveWorld.forgetSent();
		this.rest.forget();
	}

	/**
	 * Waits until the bot is through with all events that were dispatched so far: its
	 * listeners have returned, and what they gave back has completed.
	 * @throws AssertionError when it is not within the timeout; its message tells how far
	 * it has come. Also when a listener has failed that no {@link #expectFailure} has
	 * expected; its cause is the failure
	 * @throws IllegalStateException when nobody tells what the bot has handled: see
	 * {@link #observe}
	 */
	public void awaitHandled() {
		this.expectations.awaitHandled();
	}

	/**
	 * Waits for a listener to fail. It may have failed already.
	 * @param <T> the type of the exception
	 * @param type what the listener throws, or what is the cause of it
	 * @return the exception of the oldest such failure that was not expected before
	 * @throws AssertionError when none fails so within the timeout; its message shows
	 * other failures
	 */
	public <T extends Throwable> T expectFailure(Class<T> type) {
		return this.expectations.expectFailure(type);
	}

	/**
	 * Makes sure that no listener has failed that was not expected to. Waits until the
	 * bot is through with what it has got, up to 5 seconds. In tests with the kit this
	 * happens at the end of each test method.
	 * @throws AssertionError when one has failed; its cause is the failure
	 */
	public void expectNoFailure() {
		this.expectations.expectNoFailure();
	}

	/**
	 * Tells the simulator that a listener has failed, which a server cannot know. The
	 * auto-configuration does so for the bot of its application.
	 * @param failure what failed
	 */
	public void listenerFailed(ListenerFailure failure) {
		this.expectations.failures().add(failure);
	}

	/**
	 * Waits until the bot is ready: each session is connected, and the bot has seen READY
	 * or RESUMED of all its shards.
	 * @throws AssertionError when it is not within the timeout; its message shows what
	 * came instead
	 */
	public void awaitReady() {
		this.expectations.awaitReady();
	}

	/**
	 * Waits until the bot is ready after a resume that no earlier call has waited for.
	 * @throws AssertionError when it is not within the timeout; its message shows what
	 * came instead
	 */
	public void awaitResumed() {
		this.expectations.awaitResumed();
	}

	/**
	 * Drops the TCP connections of all shards with a reset, without a close frame. Waits
	 * before that until the bot is ready, so that it has sessions to resume.
	 * @throws AssertionError when the bot is not ready within the timeout
	 */
	public void disconnect() {
		awaitReady();
		connections().stream().filter(SimulatedConnection::isOpen).forEach(SimulatedConnection::drop);
	}

	/**
	 * Tells the simulator how far the bot is, which a server cannot know. The
	 * auto-configuration does so for the bot of its application.
	 * @param progress asked again and again while the simulator waits
	 */
	public void observe(BotProgress progress) {
		this.expectations.observe(progress);
	}

	/**
	 * The open connection over which a shard's session runs; the newest, if there are
	 * several.
	 * @param shardId the shard
	 * @return the connection
	 * @throws IllegalStateException when there is none
	 */
	public SimulatedConnection connection(int shardId) {
		List<SimulatedConnection> all = connections();
		for (int i = all.size() - 1; i >= 0; i--) {
			SimulatedConnection connection = all.get(i);
			ShardId shard = connection.shard();
			if (shard != null && shard.number() == shardId && connection.isOpen()) {
				return connection;
			}
		}
		throw new IllegalStateException("Shard " + shardId
				+ " has no open connection that identified or resumed: wait for it; so far there were " + all);
	}

	/**
	 * What was sent to all clients so far, before compression, binary messages of a
	 * test's own excepted.
	 * @return the latest 10 000, and no more than 32 MB, in the order in which they left
	 * @see SimulatedConnection#sentFrames()
	 */
	public List<SentFrame> sentFrames() {
		return this.sentFrames.list(null);
	}

	/**
	 * What came over all connections so far, unreadable and refused frames included.
	 * @return a copy, in the order of arrival
	 * @see SimulatedConnection#receivedFrames()
	 */
	public List<ReceivedFrame> receivedFrames() {
		return connections().stream()
			.flatMap((connection) -> connection.receivedFrames().stream())
			.sorted(Comparator.comparingLong(ReceivedFrame::nanoTime))
			.toList();
	}

	/**
	 * All connections so far, closed ones included.
	 * @return the latest 1000, in the order in which they were opened
	 */
	public List<SimulatedConnection> connections() {
		return this.connections.list();
	}

}

package io.github.discordgateway.internal.interaction;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.InteractionCreate;
import io.github.discordgateway.interaction.FallbackReplies;
import io.github.discordgateway.interaction.Reply;
import io.github.discordgateway.internal.protocol.ServerText;
import io.github.discordgateway.listener.EventForm;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.EventInterest;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import io.github.discordgateway.model.interaction.Interaction;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * Takes interactions for which there is no method: says so once for each, and answers if
 * it is told to. When another listener takes INTERACTION_CREATE by itself they are that
 * one's concern.
 */
public final class UnknownInteractions implements EventHandler {

	private static final Log logger = LogFactory.getLog(UnknownInteractions.class);

	/** Of a component each may have a name of its own. */
	private static final int MAX_REPORTED = 100;

	private final InteractionRoutes routes;

	private final InteractionExchanges exchanges;

	private final FallbackReplies fallback;

	private final boolean reply;

	private final Set<InteractionKey> reported = ConcurrentHashMap.newKeySet();

	private volatile boolean othersTakeThem;

	/**
	 * Makes a handler.
	 * @param routes knows the methods
	 * @param exchanges sends answers
	 * @param fallback what is answered
	 * @param reply whether something is answered
	 */
	public UnknownInteractions(InteractionRoutes routes, InteractionExchanges exchanges, FallbackReplies fallback,
			boolean reply) {
		this.routes = routes;
		this.exchanges = exchanges;
		this.fallback = fallback;
		this.reply = reply;
	}

	/**
	 * Sets which listeners there are.
	 * @param handlers all that get events
	 */
	public void update(List<EventHandler> handlers) {
		this.othersTakeThem = handlers.stream()
			.anyMatch((handler) -> !handler.id().equals(id()) && this.routes.method(handler.id()) == null
					&& handler.interest().names().contains(EventType.INTERACTION_CREATE.name()));
	}

	@Override
	public String id() {
		return "discordUnknownInteractions";
	}

	@Override
	public EventInterest interest() {
		return EventInterest.in(Set.of(EventType.INTERACTION_CREATE.name()), EventForm.TYPED);
	}

	@Override
	public void handle(EventEnvelope envelope) {
		Mono<Void> rest = handleAsync(envelope);
		if (rest != null) {
			rest.block();
		}
	}

	@Override
	public @Nullable Mono<Void> handleAsync(EventEnvelope envelope) {
		if (this.othersTakeThem || !(envelope.event() instanceof InteractionCreate created)) {
			return NOT_WANTED;
		}
		Interaction interaction = created.interaction();
		InteractionKey key = InteractionKey.of(interaction);
		if (key == null || this.routes.find(interaction) != null) {
			return NOT_WANTED;
		}
		report(key);
		this.exchanges.tell((observer) -> observer.unknown(interaction));
		if (!this.reply || key.kind() == InteractionKind.AUTOCOMPLETE
				|| this.exchanges.isLate(interaction, envelope.replayed())) {
			return null;
		}
		Reply answer = this.fallback.unknown(interaction);
		return (answer != null) ? this.exchanges.of(interaction, true, false).reply(answer.ephemeral()) : null;
	}

	private void report(InteractionKey key) {
		String text = "There is no method for " + ServerText.clean(key.toString());
		if (this.reported.size() < MAX_REPORTED && this.reported.add(key)) {
			logger.warn(text + ": its users are not answered. This is said once");
		}
		else {
			logger.debug(text);
		}
	}

	/**
	 * Registers the handler when the application has methods that take interactions, be
	 * it that a child context brings the first.
	 */
	public static final class Registrar implements SmartLifecycle, ApplicationListener<ContextRefreshedEvent> {

		private final GatewayListenerRegistry registry;

		private final UnknownInteractions handler;

		private volatile boolean running;

		private boolean registered;

		/**
		 * Makes a registrar.
		 * @param registry has all listeners
		 * @param handler the handler
		 */
		public Registrar(GatewayListenerRegistry registry, UnknownInteractions handler) {
			this.registry = registry;
			this.handler = handler;
			registry.observe(handler::update);
		}

		/** Before the gateway. */
		@Override
		public int getPhase() {
			return SmartLifecycle.DEFAULT_PHASE - 1;
		}

		@Override
		public void start() {
			this.running = true;
			register();
		}

		@Override
		public void onApplicationEvent(ContextRefreshedEvent event) {
			register();
		}

		private synchronized void register() {
			if (this.running && !this.registered && !this.handler.routes.methods().isEmpty()) {
				this.registry.register(this.handler);
				this.registered = true;
			}
		}

		@Override
		public synchronized void stop() {
			this.running = false;
			this.registered = false;
			this.registry.unregister(this.handler.id());
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

	}

}

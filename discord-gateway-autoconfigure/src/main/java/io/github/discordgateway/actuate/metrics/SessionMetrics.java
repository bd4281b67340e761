package io.github.discordgateway.actuate.metrics;

import java.util.function.Supplier;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.session.SessionStoreAccess;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

/**
 * The meters of the sessions that are lost, and of the store that keeps them.
 */
public final class SessionMetrics implements MeterBinder {

	private final Gateway gateway;

	private final Supplier<@Nullable SessionStoreAccess> access;

	/**
	 * Measures the gateway.
	 * @param gateway knows what is lost
	 */
	public SessionMetrics(Gateway gateway) {
		this(gateway, () -> null);
	}

	/**
	 * Measures the gateway and the store of its sessions.
	 * @param gateway knows what is lost
	 * @param access knows what became of the changes of the store; {@code null} as long
	 * as there was none
	 */
	public SessionMetrics(Gateway gateway, Supplier<@Nullable SessionStoreAccess> access) {
		this.gateway = gateway;
		this.access = access;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		GatewayMeters.SESSIONS_LOST.counter(registry, Tags.empty(), this.gateway,
				(gateway) -> gateway.snapshot().sessionsLost());
		GatewayMeters.SESSION_SAVES.counter(registry, Tags.empty(), this.access, (supplier) -> {
			SessionStoreAccess current = supplier.get();
			return (current != null) ? current.saves() : 0;
		});
		GatewayMeters.SESSION_FAILURES.counter(registry, Tags.empty(), this.access, (supplier) -> {
			SessionStoreAccess current = supplier.get();
			return (current != null) ? current.failures() : 0;
		});
	}

}

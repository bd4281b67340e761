package io.github.discordgateway.autoconfigure.health;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.AdditionalPathsMapper;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.actuate.endpoint.AdditionalHealthEndpointPath;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.core.env.Environment;

/**
 * The health groups of the application, with the gateway as a member of
 * {@code readiness}. When there is no such group, one is made that has this member only.
 */
final class GatewayReadinessGroups implements HealthEndpointGroups, AdditionalPathsMapper {

	private static final String READINESS = "readiness";

	private static final String GROUP = "management.endpoint.health.group." + READINESS;

	/** The name under which health shows the bean. */
	private static final String CONTRIBUTOR = "discordGatewayReadiness";

	private final HealthEndpointGroups groups;

	private final Set<String> names;

	private final HealthEndpointGroup readiness;

	private GatewayReadinessGroups(HealthEndpointGroups groups, boolean configured) {
		this.groups = groups;
		this.names = new LinkedHashSet<>(groups.getNames());
		this.names.add(READINESS);
		HealthEndpointGroup members = groups.get(READINESS);
		this.readiness = new ReadinessGroup(members, (members != null && configured) ? members : groups.getPrimary());
	}

	/**
	 * Adds the gateway, unless the application says itself who is a member of the group.
	 * @param groups the groups without the gateway
	 * @param environment has what is configured of the group
	 * @return the groups with the gateway, or as they were
	 */
	static HealthEndpointGroups of(HealthEndpointGroups groups, Environment environment) {
		Binder binder = Binder.get(environment);
		if (isSet(binder, ".include") || isSet(binder, ".exclude")) {
			return groups;
		}
		boolean configured = binder.bind(GROUP, Bindable.mapOf(String.class, Object.class)).isBound();
		return new GatewayReadinessGroups(groups, configured);
	}

	private static boolean isSet(Binder binder, String property) {
		return binder.bind(GROUP + property, Bindable.setOf(String.class)).isBound();
	}

	@Override
	public HealthEndpointGroup getPrimary() {
		return this.groups.getPrimary();
	}

	@Override
	public Set<String> getNames() {
		return Set.copyOf(this.names);
	}

	@Override
	public @Nullable HealthEndpointGroup get(String name) {
		return name.equals(READINESS) ? this.readiness : this.groups.get(name);
	}

	@Override
	public @Nullable List<String> getAdditionalPaths(EndpointId endpointId, WebServerNamespace webServerNamespace) {
		return (this.groups instanceof AdditionalPathsMapper mapper)
				? mapper.getAdditionalPaths(endpointId, webServerNamespace) : null;
	}

	/**
	 * A group with the gateway.
	 *
	 * @param members the group without it; {@code null} when there is none
	 * @param shown says what is shown: the primary group for one that the application has
	 * not configured, since Boot's own shows no components
	 */
	private record ReadinessGroup(@Nullable HealthEndpointGroup members,
			HealthEndpointGroup shown) implements HealthEndpointGroup {

		@Override
		public boolean isMember(String name) {
			return name.equals(CONTRIBUTOR) || (this.members != null && this.members.isMember(name));
		}

		@Override
		public boolean showComponents(SecurityContext securityContext) {
			return this.shown.showComponents(securityContext);
		}

		@Override
		public boolean showDetails(SecurityContext securityContext) {
			return this.shown.showDetails(securityContext);
		}

		@Override
		public StatusAggregator getStatusAggregator() {
			return this.shown.getStatusAggregator();
		}

		@Override
		public HttpCodeStatusMapper getHttpCodeStatusMapper() {
			return this.shown.getHttpCodeStatusMapper();
		}

		@Override
		public @Nullable AdditionalHealthEndpointPath getAdditionalPath() {
			return (this.members != null) ? this.members.getAdditionalPath() : null;
		}

	}

}

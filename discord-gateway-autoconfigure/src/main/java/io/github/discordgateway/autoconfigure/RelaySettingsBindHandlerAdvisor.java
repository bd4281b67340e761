package io.github.discordgateway.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.convert.ConverterNotFoundException;

/**
 * Lets {@code discord.gateway.relay} be a value and have properties below it. The binder
 * knows that from itself as soon as one of them is set; without any, it would want to
 * make them of the value.
 */
final class RelaySettingsBindHandlerAdvisor implements ConfigurationPropertiesBindHandlerAdvisor {

	private static final ConfigurationPropertyName RELAY = ConfigurationPropertyName.of("discord.gateway.relay");

	@Override
	public BindHandler apply(BindHandler bindHandler) {
		return new AbstractBindHandler(bindHandler) {

			@Override
			public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
					Exception error) throws Exception {
				if (name.equals(RELAY) && target.getType().resolve() == DiscordGatewayRelayProperties.class
						&& error instanceof ConverterNotFoundException) {
					return new Binder(List.of()).bindOrCreate(name.toString(), DiscordGatewayRelayProperties.class);
				}
				return super.onFailure(name, target, context, error);
			}

		};
	}

}

package io.github.discordgateway.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.util.StringUtils;

/**
 * Binds a property of the gateway that is set to an empty text as if it was left out. So
 * does who deploys set variables that are optional.
 */
final class EmptyValueBindHandlerAdvisor implements ConfigurationPropertiesBindHandlerAdvisor {

	private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("discord.gateway");

	@Override
	public BindHandler apply(BindHandler bindHandler) {
		return new AbstractBindHandler(bindHandler) {

			@Override
			public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target,
					BindContext context) {
				return (PREFIX.isAncestorOf(name) && isEmpty(name, context)) ? null
						: super.onStart(name, target, context);
			}

		};
	}

	private static boolean isEmpty(ConfigurationPropertyName name, BindContext context) {
		for (ConfigurationPropertySource source : context.getSources()) {
			ConfigurationProperty property = source.getConfigurationProperty(name);
			if (property != null) {
				String text = String.valueOf(property.getValue());
				return !StringUtils.hasText(text) || (text.contains("${")
						&& !StringUtils.hasText(context.getBinder().bind(name, Bindable.of(String.class)).orElse("")));
			}
		}
		return false;
	}

}

package io.github.discordgateway.model.component;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.channel.ChannelType;
import org.jspecify.annotations.Nullable;

/**
 * A menu to choose from the channels of a guild.
 *
 * @param type the kind of component
 * @param id number of the component in its message; {@code null} when absent
 * @param customId the developer's own id, which a use of the menu tells
 * @param channelTypes the kinds of channel that may be chosen; all when empty
 * @param placeholder the hint that is shown while nothing is chosen; {@code null} when
 * absent
 * @param defaultValues what is chosen beforehand; empty when absent
 * @param minValues the least number of choices, by default 1; {@code null} when absent
 * @param maxValues the greatest number of choices, by default 1; {@code null} when absent
 * @param required whether something must be chosen; only in modals; otherwise
 * {@code null}
 * @param disabled whether it is greyed out, by default not; {@code false} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#channel-select-channel-select-structure">Discord's
 * documentation</a>
 */
@Kind("8")
public record ChannelSelect(ComponentType type, @Nullable Integer id, String customId,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<ChannelType> channelTypes, @Nullable String placeholder,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<SelectDefaultValue> defaultValues, @Nullable Integer minValues,
		@Nullable Integer maxValues, @Nullable Boolean required, boolean disabled) implements MessageComponent {

	public ChannelSelect {
		channelTypes = RecordValues.listOrEmpty(channelTypes);
		defaultValues = RecordValues.listOrEmpty(defaultValues);
	}

	/**
	 * A menu of which one channel is taken.
	 * @param customId the developer's own id, 1 to 100 characters
	 * @param channelTypes which kinds of channels it offers; none for all
	 * @return the menu
	 */
	public static ChannelSelect of(String customId, ChannelType... channelTypes) {
		return new ChannelSelect(ComponentType.CHANNEL_SELECT, null, customId, List.of(channelTypes), null, List.of(),
				null, null, null, false);
	}

}

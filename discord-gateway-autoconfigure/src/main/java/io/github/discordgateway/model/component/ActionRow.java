package io.github.discordgateway.model.component;

import java.util.List;

import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.RecordValues;
import org.jspecify.annotations.Nullable;

/**
 * A row of up to five buttons, or with one select menu.
 *
 * @param type the kind of component
 * @param id number of the component in its message; {@code null} when absent
 * @param components the buttons, or the select menu
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#action-row-action-row-structure">Discord's
 * documentation</a>
 */
@Kind("1")
public record ActionRow(ComponentType type, @Nullable Integer id,
		List<MessageComponent> components) implements MessageComponent {

	public ActionRow {
		components = RecordValues.listOrEmpty(components);
	}

	/**
	 * A row.
	 * @param components one to five buttons, or a select menu
	 * @return the row
	 */
	public static ActionRow of(MessageComponent... components) {
		return new ActionRow(ComponentType.ACTION_ROW, null, List.of(components));
	}

}

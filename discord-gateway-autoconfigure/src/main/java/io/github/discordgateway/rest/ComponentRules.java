package io.github.discordgateway.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.discordgateway.model.component.ActionRow;
import io.github.discordgateway.model.component.Button;
import io.github.discordgateway.model.component.ButtonStyle;
import io.github.discordgateway.model.component.ChannelSelect;
import io.github.discordgateway.model.component.Checkbox;
import io.github.discordgateway.model.component.CheckboxGroup;
import io.github.discordgateway.model.component.Container;
import io.github.discordgateway.model.component.FileComponent;
import io.github.discordgateway.model.component.FileUpload;
import io.github.discordgateway.model.component.GroupOption;
import io.github.discordgateway.model.component.Label;
import io.github.discordgateway.model.component.MediaGallery;
import io.github.discordgateway.model.component.MentionableSelect;
import io.github.discordgateway.model.component.MessageComponent;
import io.github.discordgateway.model.component.RadioGroup;
import io.github.discordgateway.model.component.RoleSelect;
import io.github.discordgateway.model.component.Section;
import io.github.discordgateway.model.component.SelectOption;
import io.github.discordgateway.model.component.Separator;
import io.github.discordgateway.model.component.StringSelect;
import io.github.discordgateway.model.component.TextDisplay;
import io.github.discordgateway.model.component.TextInput;
import io.github.discordgateway.model.component.Thumbnail;
import io.github.discordgateway.model.component.UnknownComponent;
import io.github.discordgateway.model.component.UserSelect;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What Discord demands of the components of one message or modal. What is not known is
 * left to Discord.
 *
 * @see <a href="https://discord.com/developers/docs/components/reference">Components</a>
 */
final class ComponentRules {

	private static final int MAX_COMPONENTS = 40;

	private static final int MAX_TEXT = 4000;

	private static final int MAX_IN_ROW = 5;

	private static final int MAX_SELECTED = 25;

	private static final int MAX_IN_GROUP = 10;

	private static final List<Class<? extends MessageComponent>> SELECTS = List.of(StringSelect.class, UserSelect.class,
			RoleSelect.class, MentionableSelect.class, ChannelSelect.class);

	private static final List<Class<? extends MessageComponent>> OF_CONTAINERS = List.of(ActionRow.class,
			TextDisplay.class, Section.class, MediaGallery.class, Separator.class, FileComponent.class);

	private static final List<Class<? extends MessageComponent>> FIELDS = List.of(TextInput.class, StringSelect.class,
			UserSelect.class, RoleSelect.class, MentionableSelect.class, ChannelSelect.class, FileUpload.class,
			RadioGroup.class, CheckboxGroup.class, Checkbox.class);

	private final Set<String> customIds = new HashSet<>();

	private int components;

	private int text;

	private ComponentRules() {
	}

	/**
	 * Checks the components of a message.
	 * @param components the outermost ones
	 * @param rowsOnly whether they are action rows, since the message may have a content
	 */
	static void message(List<MessageComponent> components, boolean rowsOnly) {
		ComponentRules rules = new ComponentRules();
		for (MessageComponent component : components) {
			if (rowsOnly) {
				Assert.isTrue(component instanceof ActionRow || component instanceof UnknownComponent,
						() -> "A message without the flag IS_COMPONENTS_V2 has components in action rows only: put the "
								+ name(component) + " into ActionRow.of(…), or set the flag");
			}
			else {
				Assert.isTrue(component instanceof Container || fits(component, OF_CONTAINERS),
						() -> "A " + name(component) + " does not stand in a message by itself: put it into "
								+ (component instanceof Thumbnail ? "a Section" : "ActionRow.of(…)"));
			}
			rules.check(component);
		}
		rules.checkAll();
	}

	/**
	 * Checks the components of a modal.
	 * @param components the outermost ones
	 */
	static void modal(List<MessageComponent> components) {
		ComponentRules rules = new ComponentRules();
		for (MessageComponent component : components) {
			Assert.isTrue(fits(component, List.of(Label.class, TextDisplay.class, ActionRow.class)),
					() -> "A modal consists of labels with a field each, and of texts: put the " + name(component)
							+ " into Label.of(…)");
			if (component instanceof ActionRow row) {
				row.components()
					.forEach((field) -> Assert.isTrue(fits(field, List.of(TextInput.class)),
							() -> "An action row of a modal holds a TextInput: put the " + name(field)
									+ " into Label.of(…)"));
			}
			rules.check(component);
		}
		rules.checkAll();
	}

	private static boolean fits(MessageComponent component, List<Class<? extends MessageComponent>> types) {
		return component instanceof UnknownComponent || types.contains(component.getClass());
	}

	private static String name(MessageComponent component) {
		return component.getClass().getSimpleName();
	}

	private void checkAll() {
		Assert.isTrue(this.components <= MAX_COMPONENTS, () -> "A message has at most " + MAX_COMPONENTS
				+ " components, those within others counted, not " + this.components);
		Assert.isTrue(this.text <= MAX_TEXT, () -> "The texts of a message's components have at most " + MAX_TEXT
				+ " characters together, not " + this.text);
	}

	private void check(MessageComponent component) {
		this.components++;
		if (component instanceof ActionRow row) {
			row(row);
		}
		else if (component instanceof Label label) {
			label(label);
		}
		else if (component instanceof Container container) {
			Assert.notEmpty(container.components(), "A container is not empty");
			container.components()
				.forEach(
						(part) -> Assert.isTrue(fits(part, OF_CONTAINERS), () -> "A container holds no " + name(part)));
			container.components().forEach(this::check);
		}
		else if (component instanceof Section section) {
			section(section);
		}
		else if (component instanceof TextDisplay display) {
			Limits.text("A text", display.content(), 1, MAX_TEXT);
			this.text += display.content().codePointCount(0, display.content().length());
		}
		else if (component instanceof MediaGallery gallery) {
			Limits.size("A gallery", gallery.items(), 1, 10);
			gallery.items().forEach((item) -> Limits.text("The description of a picture", item.description(), 1, 1024));
		}
		else if (component instanceof Thumbnail thumbnail) {
			Limits.text("The description of a picture", thumbnail.description(), 1, 1024);
		}
		else {
			interactive(component);
		}
	}

	private void interactive(MessageComponent component) {
		if (component instanceof Button button) {
			button(button);
		}
		else if (component instanceof StringSelect select) {
			customId(select, select.customId());
			options(select.options());
			select(select.placeholder(), select.minValues(), select.maxValues());
		}
		else if (component instanceof UserSelect select) {
			customId(select, select.customId());
			select(select.placeholder(), select.minValues(), select.maxValues());
		}
		else if (component instanceof RoleSelect select) {
			customId(select, select.customId());
			select(select.placeholder(), select.minValues(), select.maxValues());
		}
		else if (component instanceof MentionableSelect select) {
			customId(select, select.customId());
			select(select.placeholder(), select.minValues(), select.maxValues());
		}
		else if (component instanceof ChannelSelect select) {
			customId(select, select.customId());
			select(select.placeholder(), select.minValues(), select.maxValues());
		}
		else {
			field(component);
		}
	}

	private void field(MessageComponent component) {
		if (component instanceof TextInput input) {
			customId(input, input.customId());
			Limits.text("The label of an input", input.label(), 1, 45);
			Limits.text("The value of an input", input.value(), 0, 4000);
			Limits.text("The placeholder of an input", input.placeholder(), 0, 100);
			range("length of an input", input.minLength(), input.maxLength(), 4000);
		}
		else if (component instanceof FileUpload upload) {
			customId(upload, upload.customId());
			range("number of files", upload.minValues(), upload.maxValues(), MAX_IN_GROUP);
		}
		else if (component instanceof RadioGroup group) {
			customId(group, group.customId());
			group(group.options(), 2);
		}
		else if (component instanceof CheckboxGroup group) {
			customId(group, group.customId());
			group(group.options(), 1);
			range("number of checked boxes", group.minValues(), group.maxValues(), MAX_IN_GROUP);
		}
		else if (component instanceof Checkbox box) {
			customId(box, box.customId());
		}
	}

	private void row(ActionRow row) {
		Limits.size("An action row", row.components(), 1, MAX_IN_ROW);
		boolean alone = row.components().stream().anyMatch((part) -> SELECTS.contains(part.getClass()));
		Assert.isTrue(!alone || row.components().size() == 1,
				"An action row holds up to five buttons, or one select menu: give the menu a row of its own");
		for (MessageComponent part : row.components()) {
			Assert.isTrue(alone || fits(part, List.of(Button.class, TextInput.class)),
					() -> "An action row holds no " + name(part));
			check(part);
		}
	}

	private void label(Label label) {
		Limits.text("The text of a label", label.label(), 1, 45);
		Limits.text("The description of a label", label.description(), 1, 100);
		Assert.isTrue(fits(label.component(), FIELDS), () -> "A label holds no " + name(label.component()));
		check(label.component());
	}

	private void section(Section section) {
		Limits.size("A section", section.components(), 1, 3);
		section.components()
			.forEach((part) -> Assert.isTrue(fits(part, List.of(TextDisplay.class)),
					() -> "A section holds texts, no " + name(part)));
		section.components().forEach(this::check);
		Assert.isTrue(fits(section.accessory(), List.of(Button.class, Thumbnail.class)),
				() -> "Beside a section is a button or a thumbnail, no " + name(section.accessory()));
		check(section.accessory());
	}

	private void button(Button button) {
		Limits.text("The label of a button", button.label(), 0, 80);
		if (button.style().equals(ButtonStyle.LINK)) {
			Assert.isTrue(button.customId() == null && button.url() != null,
					"A button that is a link has an url and no custom_id");
			Limits.text("The url of a button", button.url(), 1, 512);
		}
		else if (!button.style().equals(ButtonStyle.PREMIUM)) {
			customId(button, button.customId());
			Assert.isTrue(button.url() == null, "A button with an url has the style LINK");
			Assert.isTrue((button.label() != null && !button.label().isEmpty()) || button.emoji() != null,
					"A button has a label or an emoji");
		}
	}

	private void customId(MessageComponent component, @Nullable String customId) {
		Assert.notNull(customId, () -> "A " + name(component) + " has a custom_id");
		Limits.text("The custom_id of a component", customId, 1, 100);
		Assert.isTrue(this.customIds.add(customId),
				() -> "The custom_id '" + customId + "' stands twice, though each component has one of its own");
	}

	private static void options(List<SelectOption> options) {
		Limits.size("The list of a menu's choices", options, 1, MAX_SELECTED);
		Set<String> values = new HashSet<>();
		options.forEach((option) -> option(values, option.label(), option.value(), option.description()));
	}

	private static void group(List<GroupOption> options, int least) {
		Limits.size("The list of a group's choices", options, least, MAX_IN_GROUP);
		Set<String> values = new HashSet<>();
		options.forEach((option) -> option(values, option.label(), option.value(), option.description()));
	}

	private static void option(Set<String> values, String label, String value, @Nullable String description) {
		Limits.text("The label of a choice", label, 1, 100);
		Limits.text("The value of a choice", value, 1, 100);
		Limits.text("The description of a choice", description, 0, 100);
		Assert.isTrue(values.add(value), () -> "The value '" + value + "' stands twice, and each choice has its own");
	}

	private static void select(@Nullable String placeholder, @Nullable Integer min, @Nullable Integer max) {
		Limits.text("The placeholder of a menu", placeholder, 0, 150);
		range("number of choices", min, max, MAX_SELECTED);
	}

	private static void range(String what, @Nullable Integer min, @Nullable Integer max, int most) {
		Limits.number("The least " + what, min, 0, most);
		Limits.number("The greatest " + what, max, 1, most);
		Assert.isTrue(min == null || max == null || min <= max,
				() -> "The least " + what + " is not more than the greatest: " + min + ", " + max);
	}

}

package io.github.discordgateway.rest;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.discordgateway.GatewayJson;
import io.github.discordgateway.interaction.Reply;
import io.github.discordgateway.model.channel.ChannelType;
import io.github.discordgateway.model.component.ActionRow;
import io.github.discordgateway.model.component.Button;
import io.github.discordgateway.model.component.ButtonStyle;
import io.github.discordgateway.model.component.ChannelSelect;
import io.github.discordgateway.model.component.Checkbox;
import io.github.discordgateway.model.component.CheckboxGroup;
import io.github.discordgateway.model.component.ComponentType;
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
import io.github.discordgateway.model.component.StringSelect;
import io.github.discordgateway.model.component.TextDisplay;
import io.github.discordgateway.model.component.TextInput;
import io.github.discordgateway.model.component.Thumbnail;
import io.github.discordgateway.model.component.UserSelect;
import io.github.discordgateway.model.message.MessageFlags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Components of all kinds in messages and modals: what is sent, and what Discord would
 * refuse.
 */
class ComponentRulesTests {

	private static final SelectOption OPTION = SelectOption.of("One", "1");

	private static final GroupOption CHOICE = GroupOption.of("One", "1");

	private static final Button BUTTON = Button.primary("b", "B");

	@Test
	void aMessageMayConsistOfComponents() {
		Reply reply = Reply
			.of(Container.of(TextDisplay.of("# Title"),
					Section.of(Thumbnail.of("https://a.example/b.png"), "one", "two"),
					MediaGallery.of("attachment://a.png", "https://a.example/b.png"), FileComponent.of("log.txt"),
					ActionRow.of(ChannelSelect.of("c", ChannelType.GUILD_TEXT))), TextDisplay.of("end"))
			.files(Upload.of("a.png", new byte[1]), Upload.of("log.txt", new byte[1]));
		assertThat(GatewayJson.write(reply.toMessage())).isEqualTo("""
				{"tts":false,"components":[{"type":17,"components":[{"type":10,"content":"# Title"},{"type":9,\
				"components":[{"type":10,"content":"one"},{"type":10,"content":"two"}],"accessory":{"type":11,\
				"media":{"url":"https://a.example/b.png"},"spoiler":false}},{"type":12,"items":[{"media":\
				{"url":"attachment://a.png"},"spoiler":false},{"media":{"url":"https://a.example/b.png"},\
				"spoiler":false}]},{"type":13,"file":{"url":"attachment://log.txt"},"spoiler":false},\
				{"type":1,"components":[{"type":8,"custom_id":"c","channel_types":[0],"disabled":false}]}],\
				"spoiler":false},{"type":10,"content":"end"}],"attachments":[{"id":"0","filename":"a.png"},\
				{"id":"1","filename":"log.txt"}],"flags":32768}""");
	}

	@Test
	void aModalMayHaveFieldsOfAllKinds() {
		assertThat(
				GatewayJson.write(Modal.of("m", "Modal", TextDisplay.of("text"), Label.of("Files", FileUpload.of("f")),
						Label.of("Radio", RadioGroup.of("r", CHOICE, GroupOption.of("Two", "2"))),
						Label.of("Boxes", CheckboxGroup.of("g", CHOICE)), Label.of("Box", Checkbox.of("b")))))
			.isEqualTo("""
					{"custom_id":"m","title":"Modal","components":[{"type":10,"content":"text"},{"type":18,\
					"label":"Files","component":{"type":19,"custom_id":"f"}},{"type":18,"label":"Radio","component":\
					{"type":21,"custom_id":"r","options":[{"value":"1","label":"One","default":false},{"value":"2",\
					"label":"Two","default":false}]}},{"type":18,"label":"Boxes","component":{"type":22,\
					"custom_id":"g","options":[{"value":"1","label":"One","default":false}]}},{"type":18,\
					"label":"Box","component":{"type":23,"custom_id":"b","default":false}}]}""");
		assertThat(Modal
			.of("m", "Modal", Label.of("a", TextInput.line("a")), Label.of("b", UserSelect.of("b")),
					Label.of("c", RoleSelect.of("c")), Label.of("d", MentionableSelect.of("d")),
					Label.of("e", StringSelect.of("e", OPTION)))
			.components()).hasSize(5);
	}

	@Test
	void aChangeOfAMessageThatConsistsOfComponentsNeedNotSaySo() {
		assertThat(Reply.update().components(TextDisplay.of("changed")).toEdit().components()).hasSize(1);
		assertThatIllegalArgumentException().isThrownBy(() -> Reply.of("x").components(TextDisplay.of("y")).toMessage())
			.withMessageContaining("in action rows only: put the TextDisplay");
	}

	static Stream<Arguments> refusedInMessages() {
		return Stream.of(row("has at most 5, not 6", buttons(6)), row("has at least 1, not 0"),
				row("give the menu a row of its own", UserSelect.of("u"), BUTTON),
				row("An action row holds no TextDisplay", TextDisplay.of("x")),
				row("The custom_id of a component has at least 1 characters", Button.danger("", "x")),
				row("The custom_id of a component has at most 100 characters, not 101",
						Button.danger("c".repeat(101), "x")),
				row("The label of a button has at most 80 characters, not 81", Button.success("c", "x".repeat(81))),
				row("A button has a label or an emoji", Button.secondary("c", "")),
				row("The url of a button has at most 512 characters", Button.link("x".repeat(513), "x")),
				row("A button that is a link has an url and no custom_id", button(ButtonStyle.LINK, "c", null)),
				row("A Button has a custom_id", button(ButtonStyle.PRIMARY, null, null)),
				row("A button with an url has the style LINK", button(ButtonStyle.PRIMARY, "c", "https://a.example")),
				row("The custom_id 'b' stands twice", BUTTON, BUTTON),
				row("The list of a menu's choices has at least 1, not 0", StringSelect.of("s")),
				row("The list of a menu's choices has at most 25, not 26",
						StringSelect.of("s",
								IntStream.range(0, 26)
									.mapToObj((i) -> SelectOption.of("x", "" + i))
									.toArray(SelectOption[]::new))),
				row("The value '1' stands twice", StringSelect.of("s", OPTION, OPTION)),
				row("The label of a choice has at most 100 characters",
						StringSelect.of("s", SelectOption.of("x".repeat(101), "1"))),
				row("The value of a choice has at least 1 characters", StringSelect.of("s", SelectOption.of("x", ""))),
				row("The placeholder of a menu has at most 150 characters",
						StringSelect.of("s", OPTION).withPlaceholder("x".repeat(151))),
				row("The least number of choices is not more than the greatest: 3, 2",
						StringSelect.of("s", OPTION).withValues(3, 2)),
				row("The greatest number of choices is from 1 to 25, not 0",
						StringSelect.of("s", OPTION).withValues(0, 0)));
	}

	@ParameterizedTest
	@MethodSource("refusedInMessages")
	void whatDiscordWouldRefuseInAMessageIsRefused(String rule, MessageComponent component) {
		assertThatIllegalArgumentException().isThrownBy(() -> CreateMessage.builder().components(component).build())
			.withMessageContaining(rule);
		assertThatIllegalArgumentException().isThrownBy(() -> EditMessage.builder().components(component).build())
			.withMessageContaining(rule);
	}

	private static Arguments row(String rule, MessageComponent... components) {
		return arguments(rule, ActionRow.of(components));
	}

	private static Button[] buttons(int count) {
		return IntStream.range(0, count).mapToObj((i) -> Button.primary("b" + i, "B")).toArray(Button[]::new);
	}

	private static Button button(ButtonStyle style, String customId, String url) {
		return new Button(ComponentType.BUTTON, null, style, "x", null, customId, null, url, false);
	}

	static Stream<Arguments> refusedAmongComponents() {
		return Stream.of(arguments("A Button does not stand in a message by itself", List.of(BUTTON)),
				arguments("put it into a Section", List.of(Thumbnail.of("x"))),
				arguments("A text has at least 1 characters", List.of(TextDisplay.of(""))),
				arguments("at most 4000 characters together, not 4001",
						List.of(TextDisplay.of("x".repeat(4000)), TextDisplay.of("x"))),
				arguments("A container is not empty", List.of(Container.of())),
				arguments("A container holds no Container", List.of(Container.of(Container.of(TextDisplay.of("x"))))),
				arguments("A section has at most 3, not 4", List.of(Section.of(BUTTON, "1", "2", "3", "4"))),
				arguments("Beside a section is a button or a thumbnail, no TextDisplay",
						List.of(Section.of(TextDisplay.of("x"), "1"))),
				arguments("A gallery has at least 1, not 0", List.of(MediaGallery.of())),
				arguments("at most 40 components, those within others counted, not 41",
						List.of(Container.of(IntStream.range(0, 40)
							.mapToObj((i) -> TextDisplay.of("x"))
							.toArray(MessageComponent[]::new)))));
	}

	@ParameterizedTest
	@MethodSource("refusedAmongComponents")
	void whatDiscordWouldRefuseAmongComponentsIsRefused(String rule, List<MessageComponent> components) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CreateMessage.builder()
				.flags(MessageFlags.IS_COMPONENTS_V2)
				.components(components.toArray(MessageComponent[]::new))
				.build())
			.withMessageContaining(rule);
	}

	static Stream<Arguments> refusedInModals() {
		return Stream.of(arguments("put the TextInput into Label.of(…)", TextInput.line("t")),
				arguments("put the Button into Label.of(…)", ActionRow.of(BUTTON)),
				arguments("A label holds no Button", Label.of("x", BUTTON)),
				arguments("The text of a label has at most 45 characters",
						Label.of("x".repeat(46), TextInput.line("t"))),
				arguments("The least length of an input is from 0 to 4000, not -1",
						Label.of("x", TextInput.line("t").withLength(-1, 5))),
				arguments("The list of a group's choices has at least 2, not 1",
						Label.of("x", RadioGroup.of("r", CHOICE))),
				arguments("The custom_id of a component has at least 1 characters", Label.of("x", Checkbox.of(""))));
	}

	@ParameterizedTest
	@MethodSource("refusedInModals")
	void whatDiscordWouldRefuseInAModalIsRefused(String rule, MessageComponent component) {
		assertThatIllegalArgumentException().isThrownBy(() -> Modal.of("m", "Modal", component))
			.withMessageContaining(rule);
	}

}

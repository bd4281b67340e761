package io.github.discordgateway.internal.interaction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.interaction.Autocomplete;
import io.github.discordgateway.interaction.CommandGroup;
import io.github.discordgateway.interaction.CommandTarget;
import io.github.discordgateway.interaction.ComponentListener;
import io.github.discordgateway.interaction.MessageCommand;
import io.github.discordgateway.interaction.ModalField;
import io.github.discordgateway.interaction.ModalListener;
import io.github.discordgateway.interaction.Option;
import io.github.discordgateway.interaction.Selected;
import io.github.discordgateway.interaction.SlashCommand;
import io.github.discordgateway.interaction.UserCommand;
import io.github.discordgateway.model.channel.Channel;
import io.github.discordgateway.model.guild.Member;
import io.github.discordgateway.model.guild.Role;
import io.github.discordgateway.model.interaction.Interaction;
import io.github.discordgateway.model.message.Attachment;
import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.model.message.PartialMessage;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What the parameters of methods take.
 */
class InteractionArgumentTests {

	private static String option(String name, int type, String value) {
		return "{\"name\":\"" + name + "\",\"type\":" + type + ",\"value\":" + value + "}";
	}

	private static String answer(String content) {
		return "4 {\"content\":\"" + content + "\",\"tts\":false}";
	}

	@Test
	void optionsOfEveryType() {
		InteractionRunner.run(Options.class, (bot) -> {
			bot.uses(InteractionRunner.command("all",
					String.join(",", option("text", 3, "\"x\""), option("whole", 4, "42"), option("decimal", 10, "5"),
							option("yes", 5, "true"), option("user", 6, "\"11\""), option("member", 6, "\"11\""),
							option("role", 8, "\"12\""), option("channel", 7, "\"13\""), option("file", 11, "\"14\""),
							option("anybody", 9, "\"11\""), option("color", 3, "\"RED\"")),
					"""
							{"users":{"11":{"id":"11","username":"bob"}},"members":{"11":{"roles":["12"]}},
							"roles":{"12":{"id":"12","name":"mods"}},"channels":{"13":{"id":"13","type":0,"name":"c"}},
							"attachments":{"14":{"id":"14","filename":"f.txt"}}}"""));
			assertThat(bot.sent()).containsExactly(answer("x 42 5.0 true bob bob mods c f.txt 11 RED"));
		});
	}

	@Test
	void optionsThatMayBeLeftOut() {
		InteractionRunner.run(Options.class, (bot) -> {
			bot.uses(InteractionRunner.command("some", ""));
			bot.uses(InteractionRunner.command("some", String.join(",", option("reason", 3, "\"spam\""),
					option("max-age", 4, "3"), option("times", 4, "2"), option("sure", 5, "true"))));
			assertThat(bot.sent()).containsExactly(answer("null Optional.empty 1 null"),
					answer("spam Optional[3] 2 true"));
		});
	}

	@Test
	void aRecordTakesManyOptions() {
		InteractionRunner.run(Options.class, (bot) -> {
			bot.uses(InteractionRunner.command("bundle", option("whom", 3, "\"bob\"")));
			assertThat(bot.sent()).containsExactly(answer("Ban[whom=bob, reason=null, days=7]"));
		});
	}

	@Test
	void subCommandsAreFoundByTheirWholeName() {
		InteractionRunner.run(Tags.class, (bot) -> {
			bot.uses(InteractionRunner.command("tag",
					"{\"name\":\"show\",\"type\":1,\"options\":[" + option("name", 3, "\"a\"") + "]}"));
			bot.uses(InteractionRunner.command("tag",
					"{\"name\":\"admin\",\"type\":2,\"options\":[{\"name\":\"delete\",\"type\":1,\"options\":["
							+ option("name", 3, "\"b\"") + "]}]}"));
			assertThat(bot.sent()).containsExactly(answer("shows a"), answer("deletes b"));
		});
	}

	@Test
	void whatIsTypedAndTheOtherOptions() {
		InteractionRunner.run(Tags.class, (bot) -> {
			bot.uses(InteractionRunner.interaction(4, """
					"data":{"id":"2","type":1,"name":"tag","options":[{"name":"show","type":1,"options":[
					{"name":"name","type":3,"value":"ta","focused":true},{"name":"page","type":4,"value":"x"}]}]}"""));
			assertThat(bot.sent()).containsExactly("8 {\"choices\":[{\"name\":\"ta-1\",\"value\":\"ta-1\"},"
					+ "{\"name\":\"null\",\"value\":\"null\"}]}");
		});
	}

	@Test
	void whoAndWhere() {
		InteractionRunner.run(Options.class, (bot) -> {
			bot.uses(InteractionRunner.command("who", ""));
			assertThat(bot.sent()).containsExactly(answer("alice alice garden de /who 5"));
		});
	}

	@Test
	void whatIsOnlyInGuildsMustBeNullable() {
		InteractionRunner.run(Options.class, (bot) -> {
			Interaction direct = InteractionRunner.interaction(2, """
					"user":{"id":"5","username":"alice"},"data":{"id":"2","type":1,"name":"who"}""");
			assertThatIllegalStateException().isThrownBy(() -> bot.uses(direct))
				.withMessageContaining("There is no Member here for")
				.withMessageContaining("Options.who");
		});
	}

	@Test
	void targetsOfContextMenus() {
		InteractionRunner.run(Menus.class, (bot) -> {
			bot.uses(InteractionRunner.interaction(2, InteractionRunner.MEMBER + """
					"data":{"id":"2","type":2,"name":"Report user","target_id":"11","resolved":
					{"users":{"11":{"id":"11","username":"bob"}}}}"""));
			bot.uses(InteractionRunner.interaction(2, InteractionRunner.MEMBER + """
					"data":{"id":"2","type":3,"name":"Report","target_id":"21","resolved":
					{"messages":{"21":{"id":"21","content":"bad"}}}}"""));
			assertThat(bot.sent()).containsExactly(answer("alice reports bob null"), answer("bad"));
		});
	}

	@Test
	void variablesSelectionsAndTheMessage() {
		InteractionRunner.run(Components.class, (bot) -> {
			bot.uses(InteractionRunner.component("vote:yes", ""));
			bot.uses(InteractionRunner.component("vote:42:RED", ""));
			bot.uses(InteractionRunner.component("colors", ",\"values\":[\"RED\",\"BLUE\"]"));
			bot.uses(InteractionRunner.component("people",
					",\"values\":[\"11\"],\"resolved\":{\"users\":{\"11\":{\"id\":\"11\",\"username\":\"bob\"}}}"));
			bot.uses(InteractionRunner.component("one", ",\"values\":[\"7\"]"));
			assertThat(bot.sent()).containsExactly(answer("yes for vote"), answer("43 RED"), answer("[RED, BLUE]"),
					answer("bob"), answer("7"));
		});
	}

	@Test
	void fieldsOfModals() {
		InteractionRunner.run(Modals.class, (bot) -> {
			bot.uses(InteractionRunner.interaction(5, InteractionRunner.MEMBER + """
					"data":{"custom_id":"feedback:3","components":[
					{"type":18,"id":1,"component":{"type":4,"id":2,"custom_id":"text","value":"nice"}},
					{"type":1,"components":[{"type":4,"id":3,"custom_id":"empty","value":""}]},
					{"type":18,"id":1,"component":{"type":3,"id":4,"custom_id":"topics","values":["a","b"]}},
					{"type":18,"id":1,"component":{"type":23,"id":5,"custom_id":"agreed","value":true}},
					{"type":18,"id":1,"component":{"type":21,"id":6,"custom_id":"stars","value":"5"}},
					{"type":18,"id":1,"component":{"type":5,"id":7,"custom_id":"friend","values":["11"]}},
					{"type":18,"id":1,"component":{"type":19,"id":8,"custom_id":"files","values":["14"]}}],
					"resolved":{"users":{"11":{"id":"11","username":"bob"}},
					"attachments":{"14":{"id":"14","filename":"f.txt"}}}}"""));
			assertThat(bot.sent()).containsExactly(answer("3 nice null [a, b] true 5 bob [f.txt]"));
		});
	}

	@Test
	void conditionsSeeTheOptions() {
		InteractionRunner.run(Conditions.class, (bot) -> {
			bot.uses(InteractionRunner.command("roll", option("dice", 4, "1")));
			bot.uses(InteractionRunner.command("roll", option("dice", 4, "2")));
			assertThat(bot.sent()).containsExactly(answer("2"));
		});
	}

	@Test
	void parametersThatCannotBeAreRefused() {
		InteractionRunner.assertRefused(Unnamed.class)
			.hasMessageContaining("Unnamed.command takes a String, and does not say of what")
			.hasMessageContaining("@Option");
		InteractionRunner.assertRefused(Misplaced.class)
			.hasMessageContaining("has a parameter with @Selected, which is for a method of a component");
		InteractionRunner.assertRefused(Unreadable.class).hasMessageContaining("which no option has");
		InteractionRunner.assertRefused(WrongDefault.class)
			.hasMessageContaining("with the default 'many', which is none of its values");
		InteractionRunner.assertRefused(HalfRecord.class).hasMessageContaining("whose component other is no option");
	}

	enum Color {

		RED, BLUE

	}

	record Ban(@Option("whom") String whom, @Option @Nullable String reason, @Option(defaultValue = "7") int days) {

	}

	static class Options {

		@SlashCommand("all")
		String all(@Option("text") String text, @Option("whole") int whole, @Option("decimal") double decimal,
				@Option("yes") boolean yes, @Option("user") User user, @Option("member") Member member,
				@Option("role") Role role, @Option("channel") Channel channel, @Option("file") Attachment file,
				@Option("anybody") Snowflake anybody, @Option("color") Color color) {
			return String.join(" ", text, "" + whole, "" + decimal, "" + yes, user.username(), member.user().username(),
					role.name(), channel.name(), file.filename(), anybody.toString(), color.name());
		}

		@SlashCommand("some")
		String some(@Option @Nullable String reason, @Option Optional<Integer> maxAge,
				@Option(defaultValue = "1") int times, @Option @Nullable Boolean sure) {
			return reason + " " + maxAge + " " + times + " " + sure;
		}

		@SlashCommand("bundle")
		String bundle(Ban ban) {
			return ban.toString();
		}

		@SlashCommand("who")
		String who(User user, Member member, Channel channel, Locale locale, Interaction interaction,
				Optional<User> again) {
			return String.join(" ", user.username(), member.user().username(), channel.name(), locale.toString(),
					"/" + InteractionMethod.command(interaction).name(), again.orElseThrow().id().toString());
		}

	}

	@CommandGroup("tag")
	static class Tags {

		@SlashCommand("show")
		String show(@Option("name") String name, @Option @Nullable Integer page) {
			return "shows " + name;
		}

		@SlashCommand("admin delete")
		String delete(@Option("name") String name) {
			return "deletes " + name;
		}

		@Autocomplete(command = "show", option = "name")
		List<String> complete(String typed, @Option @Nullable Integer page) {
			return List.of(typed + "-1", "" + page);
		}

	}

	static class Menus {

		@UserCommand("Report user")
		String user(@CommandTarget User target, User user, @CommandTarget @Nullable Member member) {
			return user.username() + " reports " + target.username() + " " + member;
		}

		@MessageCommand("Report")
		String message(@CommandTarget PartialMessage message) {
			return String.valueOf(message.content());
		}

	}

	static class Components {

		@ComponentListener("vote:{choice}")
		String vote(String choice, Message message) {
			return choice + " for " + message.content();
		}

		@ComponentListener("vote:{number}:{color}")
		String numbered(int number, Color color) {
			return (number + 1) + " " + color;
		}

		@ComponentListener("colors")
		String colors(@Selected List<Color> colors) {
			return colors.toString();
		}

		@ComponentListener("people")
		String people(@Selected User[] people) {
			return Arrays.stream(people).map(User::username).toList().get(0);
		}

		@ComponentListener("one")
		String one(@Selected long one) {
			return "" + one;
		}

	}

	static class Modals {

		@ModalListener("feedback:{id}")
		String feedback(int id, @ModalField("text") String text, @ModalField @Nullable String empty,
				@ModalField List<String> topics, @ModalField boolean agreed, @ModalField int stars,
				@ModalField("friend") User friend, @ModalField("files") List<Attachment> files) {
			return id + " " + text + " " + empty + " " + topics + " " + agreed + " " + stars + " " + friend.username()
					+ " " + files.stream().map(Attachment::filename).toList();
		}

	}

	static class Conditions {

		@SlashCommand(name = "roll", condition = "#dice > 1")
		String roll(@Option("dice") int dice) {
			return "" + dice;
		}

	}

	static class Unnamed {

		@SlashCommand("command")
		void command(String text) {
		}

	}

	static class Misplaced {

		@SlashCommand("command")
		void command(@Selected List<String> values) {
		}

	}

	static class Unreadable {

		@SlashCommand("command")
		void command(@Option("task") Runnable task) {
		}

	}

	static class WrongDefault {

		@SlashCommand("command")
		void command(@Option(name = "times", defaultValue = "many") int times) {
		}

	}

	record Half(@Option("one") String one, String other) {

	}

	static class HalfRecord {

		@SlashCommand("command")
		void command(Half half) {
		}

	}

}

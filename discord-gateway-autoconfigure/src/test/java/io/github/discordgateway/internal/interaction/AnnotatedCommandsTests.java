package io.github.discordgateway.internal.interaction;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.github.discordgateway.GatewayJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.interaction.Autocomplete;
import io.github.discordgateway.interaction.CommandGroup;
import io.github.discordgateway.interaction.CommandTarget;
import io.github.discordgateway.interaction.MessageCommand;
import io.github.discordgateway.interaction.Option;
import io.github.discordgateway.interaction.SlashCommand;
import io.github.discordgateway.interaction.UserCommand;
import io.github.discordgateway.model.channel.Channel;
import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.model.user.User;
import io.github.discordgateway.rest.CommandRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * The definitions of commands that follow from methods, and what Discord would refuse.
 */
class AnnotatedCommandsTests {

	private static void assertDefined(Class<?> bean, String... commands) {
		InteractionRunner.run(bean, (bot) -> {
			List<CommandRequest> global = bot.bean(AnnotatedCommands.class).global();
			assertThat(global.stream().map((command) -> json(GatewayJson.write(command))))
				.containsExactlyElementsOf(List.of(commands).stream().map(AnnotatedCommandsTests::json).toList());
		});
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

	@Test
	void aCommandWithNothingButAName() {
		assertDefined(Plain.class, """
				{"name":"ping","description":"ping"}""");
	}

	@Test
	void optionsWithAllThatIsSaidAboutThem() {
		assertDefined(Full.class, """
				{"name":"ban","description":"Bans a member","default_member_permissions":"6","contexts":[0],
				"integration_types":[0],"nsfw":true,"options":[
				{"type":6,"name":"whom","description":"Who is banned","required":true},
				{"type":3,"name":"max-age","description":"max-age","min_length":2,"max_length":10},
				{"type":4,"name":"days","description":"days","min_value":0,"max_value":7},
				{"type":10,"name":"factor","description":"factor","min_value":0.5},
				{"type":3,"name":"color","description":"color",
				"choices":[{"name":"red","value":"RED"},{"name":"blue","value":"BLUE"}]},
				{"type":4,"name":"times","description":"times",
				"choices":[{"name":"1","value":1},{"name":"10","value":10}]},
				{"type":7,"name":"where","description":"where","channel_types":[0,5]}]}""");
	}

	@Test
	void numbersAreThoseThatTheParameterCanHold() {
		assertDefined(Numbers.class, """
				{"name":"numbers","description":"numbers","options":[
				{"type":4,"name":"one","description":"one","required":true,"min_value":1,"max_value":2147483647},
				{"type":4,"name":"two","description":"two","required":true,"min_value":-32768,"max_value":32767},
				{"type":4,"name":"three","description":"three","required":true,"min_value":-128,"max_value":127},
				{"type":4,"name":"four","description":"four","required":true},
				{"type":10,"name":"five","description":"five","required":true}]}""");
		InteractionRunner.assertRefused(HalfOfOne.class)
			.hasMessageContaining("has the option 'number', which has a min that is out of the whole numbers from "
					+ "-2147483648 to 2147483647");
		InteractionRunner.assertRefused(TooMuchForDiscord.class)
			.hasMessageContaining(
					"has a max that is out of the whole numbers from -9007199254740992 to " + "9007199254740992");
	}

	@Test
	void textsInOtherLanguagesKeepToTheRules() {
		InteractionRunner.run(Full.class, (bot) -> {
			StaticMessageSource messages = bot.bean(StaticMessageSource.class);
			messages.addMessage("discord.commands.ban.options.color.description", Locale.FRENCH, "x".repeat(101));
			assertThat(catchThrowable(() -> bot.bean(AnnotatedCommands.class).definitions()))
				.hasMessageContaining("Full.ban is the command /ban, which Discord would refuse: ")
				.hasMessageContaining("at most 100 characters, not 101");
		});
	}

	@Test
	void groupsAndSubCommands() {
		assertDefined(Tags.class, """
				{"name":"tag","description":"Tags of this guild","default_member_permissions":"32","options":[
				{"type":2,"name":"admin","description":"admin","options":[
				{"type":1,"name":"delete","description":"Deletes a tag"}]},
				{"type":1,"name":"show","description":"Shows a tag","options":[
				{"type":3,"name":"name","description":"name","required":true,"autocomplete":true}]}]}""");
	}

	@Test
	void contextMenus() {
		assertDefined(Menus.class, """
				{"type":3,"name":"Report"}""", """
				{"type":2,"name":"Report user"}""");
	}

	@Test
	void commandsOfGuildsAreApart() {
		InteractionRunner.run(OfGuild.class, (bot) -> {
			AnnotatedCommands commands = bot.bean(AnnotatedCommands.class);
			assertThat(commands.global()).extracting(CommandRequest::name).containsExactly("everywhere");
			assertThat(commands.ofGuilds()).containsOnlyKeys(Snowflake.of(8), Snowflake.of(9));
			assertThat(commands.ofGuilds().get(Snowflake.of(9))).extracting(CommandRequest::name)
				.containsExactly("here");
			assertThat(json(commands.toJson(commands.global()))).isEqualTo(json("""
					[{"name":"everywhere","description":"everywhere"}]"""));
			bot.uses(InteractionRunner.command("everywhere", ""));
			assertThat(bot.sent()).hasSize(2);
		});
	}

	@Test
	void textsOfTheMessageSource() {
		InteractionRunner.run(Plain.class, (bot) -> {
			StaticMessageSource messages = bot.bean(StaticMessageSource.class);
			messages.addMessage("discord.commands.ping.description", Locale.ROOT, "Says pong");
			messages.addMessage("discord.commands.ping.description", Locale.GERMAN, "Sagt Pong");
			messages.addMessage("discord.commands.ping.description", Locale.FRENCH, "Says pong");
			messages.addMessage("discord.commands.ping.name", Locale.GERMAN, "klingel");
			assertThat(json(GatewayJson.write(bot.bean(AnnotatedCommands.class).global().get(0)))).isEqualTo(json("""
					{"name":"ping","description":"Says pong","name_localizations":{"de":"klingel"},
					"description_localizations":{"de":"Sagt Pong"}}"""));
			messages.addMessage("discord.commands.ping.name", Locale.GERMAN, "Klingel!");
			assertThat(catchThrowable(() -> bot.bean(AnnotatedCommands.class).definitions()))
				.hasMessageContaining("Plain.ping is the command /ping, which Discord would refuse: ")
				.hasMessageContaining("not 'Klingel!'");
		});
	}

	@Test
	void textsOfOptionsAndChoices() {
		InteractionRunner.run(Full.class, (bot) -> {
			StaticMessageSource messages = bot.bean(StaticMessageSource.class);
			messages.addMessage("discord.commands.ban.options.color.description", Locale.ROOT, "Which");
			messages.addMessage("discord.commands.ban.options.color.name", Locale.GERMAN, "farbe");
			messages.addMessage("discord.commands.ban.options.color.choices.RED", Locale.GERMAN, "Rot");
			JsonNode option = json(GatewayJson.write(bot.bean(AnnotatedCommands.class).global().get(0)))
				.at("/options/4");
			assertThat(option).isEqualTo(json("""
					{"type":3,"name":"color","description":"Which","name_localizations":{"de":"farbe"},
					"choices":[{"name":"red","value":"RED","name_localizations":{"de":"Rot"}},
					{"name":"blue","value":"BLUE"}]}"""));
		});
	}

	@Test
	void aTargetOfAnotherTypeIsRefusedWithTheTypesThatThereAre() {
		InteractionRunner.assertRefused(WrongTarget.class)
			.hasMessageContaining("Let it be a User, a Member or a PartialMessage");
	}

	@Test
	void whatDiscordWouldRefuseIsRefusedWithMethodAndRule() {
		InteractionRunner.assertRefused(UpperCase.class)
			.hasMessageContaining("UpperCase.command is the command /Ban, which Discord would refuse: ")
			.hasMessageContaining("in lower case");
		InteractionRunner.assertRefused(LongDescription.class)
			.hasMessageContaining("LongDescription.command is the command /tag show, which Discord would refuse")
			.hasMessageContaining("at most 100 characters, not 101");
		InteractionRunner.assertRefused(TooManyChoices.class)
			.hasMessageContaining("TooManyChoices.command")
			.hasMessageContaining("at most 25");
		InteractionRunner.assertRefused(TwoOptions.class).hasMessageContaining("has the option 'name' twice");
		InteractionRunner.assertRefused(CommandAndGroup.class)
			.hasMessageContaining("is the command /tag, of which others are sub-commands");
		InteractionRunner.assertRefused(FourWords.class).hasMessageContaining("has more than one group");
		InteractionRunner.assertRefused(SubCommandAndGroup.class)
			.hasMessageContaining("is the command /tag show, which is a group of others");
		InteractionRunner.assertRefused(Disagreeing.class)
			.hasMessageContaining("has other permissions than another sub-command of /tag");
		InteractionRunner.assertRefused(UnknownPermission.class)
			.hasMessageContaining("has 'BANNING' in permissions, which there is not")
			.hasMessageContaining("BAN_MEMBERS");
		InteractionRunner.assertRefused(LimitOfText.class).hasMessageContaining("has min or max, and is no number");
		InteractionRunner.assertRefused(LongerThanLongest.class)
			.hasMessageContaining("has a minLength that is more than its maxLength");
		InteractionRunner.assertRefused(SameChoice.class)
			.hasMessageContaining("The choice 'a' of the option text stands twice");
		InteractionRunner.assertRefused(CompletedCommand.class)
			.hasMessageContaining("completes an option of /find, which there is not");
		InteractionRunner.assertRefused(CompletedOption.class)
			.hasMessageContaining("completes the option 'name' of /find, which has no such option");
		InteractionRunner.assertRefused(CompletedChoices.class).hasMessageContaining("has choices and autocompletion");
	}

	enum Color {

		RED, BLUE;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	static class Plain {

		@SlashCommand
		String ping() {
			return "pong";
		}

	}

	static class Full {

		@SlashCommand(name = "ban", description = "Bans a member", permissions = { "BAN_MEMBERS", "KICK_MEMBERS" },
				contexts = "GUILD", integrationTypes = "guild-install", nsfw = true)
		void ban(@Option(minLength = 2, maxLength = 10) @Nullable String maxAge,
				@Option(name = "whom", description = "Who is banned") User user,
				@Option(min = 0, max = 7) Optional<Integer> days, @Option(min = 0.5) @Nullable Double factor,
				@Option @Nullable Color color, @Option(choices = { "1", "10" }, defaultValue = "1") int times,
				@Option(channelTypes = { "GUILD_TEXT", "GUILD_ANNOUNCEMENT" }) @Nullable Channel where) {
		}

	}

	static class Numbers {

		@SlashCommand("numbers")
		void numbers(@Option(min = 1) int one, @Option short two, @Option byte three, @Option long four,
				@Option double five) {
		}

	}

	static class HalfOfOne {

		@SlashCommand("command")
		void command(@Option(min = 0.5) int number) {
		}

	}

	static class TooMuchForDiscord {

		@SlashCommand("command")
		void command(@Option(max = 1e17) long number) {
		}

	}

	static class LongerThanLongest {

		@SlashCommand("command")
		void command(@Option(minLength = 5, maxLength = 4) String text) {
		}

	}

	static class SameChoice {

		@SlashCommand("command")
		void command(@Option(choices = { "a", "a" }) String text) {
		}

	}

	@CommandGroup(name = "tag", description = "Tags of this guild", permissions = "MANAGE_GUILD")
	static class Tags {

		@SlashCommand(name = "show", description = "Shows a tag")
		void show(@Option("name") String name) {
		}

		@SlashCommand(name = "admin delete", description = "Deletes a tag")
		void delete() {
		}

		@Autocomplete(command = "show", option = "name")
		List<String> complete() {
			return List.of();
		}

	}

	static class Menus {

		@UserCommand("Report user")
		void user() {
		}

		@MessageCommand("Report")
		void message() {
		}

	}

	static class OfGuild {

		@SlashCommand(name = "here", guilds = { "8", "9" })
		void here() {
		}

		@SlashCommand("everywhere")
		void everywhere() {
		}

	}

	static class WrongTarget {

		@MessageCommand("Report")
		void command(@CommandTarget Message message) {
		}

	}

	static class UpperCase {

		@SlashCommand("Ban")
		void command() {
		}

	}

	static class LongDescription {

		@SlashCommand(name = "tag show", description = "01234567890123456789012345678901234567890123456789"
				+ "01234567890123456789012345678901234567890123456789!")
		void command() {
		}

	}

	static class TooManyChoices {

		@SlashCommand("choose")
		void command(@Option(name = "one", choices = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12",
				"13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26" }) String one) {
		}

	}

	static class TwoOptions {

		@SlashCommand("find")
		void command(@Option("name") String one, @Option("name") String two) {
		}

	}

	static class CommandAndGroup {

		@SlashCommand("tag")
		void command() {
		}

		@SlashCommand("tag show")
		void show() {
		}

	}

	static class FourWords {

		@SlashCommand("tag admin all delete")
		void command() {
		}

	}

	static class SubCommandAndGroup {

		@SlashCommand("tag show")
		void show() {
		}

		@SlashCommand("tag show all")
		void all() {
		}

	}

	static class Disagreeing {

		@SlashCommand(name = "tag one", permissions = "BAN_MEMBERS")
		void one() {
		}

		@SlashCommand(name = "tag two", permissions = "KICK_MEMBERS")
		void two() {
		}

	}

	static class UnknownPermission {

		@SlashCommand(name = "ban", permissions = "BANNING")
		void command() {
		}

	}

	static class LimitOfText {

		@SlashCommand("find")
		void command(@Option(name = "name", min = 1) String name) {
		}

	}

	static class CompletedCommand {

		@Autocomplete(command = "find", option = "name")
		List<String> complete() {
			return List.of();
		}

	}

	static class CompletedOption {

		@SlashCommand("find")
		void find() {
		}

		@Autocomplete(command = "find", option = "name")
		List<String> complete() {
			return List.of();
		}

	}

	static class CompletedChoices {

		@SlashCommand("find")
		void find(@Option("name") Color color) {
		}

		@Autocomplete(command = "find", option = "name")
		List<String> complete() {
			return List.of();
		}

	}

}

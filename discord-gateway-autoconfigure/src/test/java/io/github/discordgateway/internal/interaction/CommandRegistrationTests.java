package io.github.discordgateway.internal.interaction;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.discordgateway.GatewayJson;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.lifecycle.SessionRestored;
import io.github.discordgateway.event.lifecycle.ShardReady;
import io.github.discordgateway.interaction.Option;
import io.github.discordgateway.interaction.SlashCommand;
import io.github.discordgateway.internal.interaction.CommandRegistration.Scope;
import io.github.discordgateway.internal.interaction.CommandRegistration.Settings;
import io.github.discordgateway.rest.ApplicationCommand;
import io.github.discordgateway.rest.CommandOperations;
import io.github.discordgateway.rest.CommandRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.mockito.stubbing.Answer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.PayloadApplicationEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is sent to register commands, given what is there.
 */
@ExtendWith(OutputCaptureExtension.class)
class CommandRegistrationTests {

	/** As Discord returns what {@link Commands} defines. */
	private static final String DICE = """
			{"id":"31","application_id":"9","version":"1","type":1,"name":"dice","description":"Rolls dice",
			"name_localizations":null,"description_localizations":null,"default_member_permissions":null,
			"dm_permission":true,"contexts":[0,1,2],"integration_types":[0],"nsfw":false,
			"options":[{"type":10,"name":"factor","description":"factor","min_value":1,"max_value":2.5}]}""";

	private static final String HERE = """
			{"id":"32","application_id":"9","version":"1","type":1,"name":"here","description":"here"}""";

	private static final String OTHER = """
			{"id":"33","application_id":"9","version":"1","type":1,"name":"other","description":"Somebody else's",
			"nsfw":false,"options":[{"type":3,"name":"x","description":"y","required":false}]}""";

	private static final String ENTRY_POINT = """
			{"id":"34","application_id":"9","version":"1","type":4,"name":"launch","description":""}""";

	private final List<String> requests = new ArrayList<>();

	private CommandOperations discord(String... registered) {
		List<ApplicationCommand> commands = List.of(registered)
			.stream()
			.map((json) -> GatewayJson.read(ApplicationCommand.class, json))
			.toList();
		return Mockito.mock(CommandOperations.class, (Answer<Object>) (call) -> {
			String name = call.getMethod().getName();
			Object last = call.getArgument(call.getArguments().length - 1);
			String body = (last instanceof List<?> list) ? names(list)
					: (last instanceof CommandRequest request) ? request.name() : last.toString();
			if (name.startsWith("list")) {
				return Flux.defer(() -> {
					this.requests.add(name + (name.endsWith("Guild") ? " " + call.getArgument(1) : ""));
					return Flux.fromIterable(commands);
				});
			}
			String line = name + (name.endsWith("Guild") ? " " + call.getArgument(1) : "") + " " + body;
			return name.startsWith("overwrite") ? Flux.defer(() -> {
				this.requests.add(line);
				return Flux.empty();
			}) : Mono.defer(() -> {
				this.requests.add(line);
				return Mono.empty();
			});
		});
	}

	private static String names(List<?> commands) {
		return commands.stream().map((command) -> ((CommandRequest) command).name()).toList().toString();
	}

	private void register(Settings settings, String... registered) {
		InteractionRunner.run(Commands.class,
				(bot) -> registration(bot, settings, discord(registered)).register().block());
	}

	private static CommandRegistration registration(InteractionRunner.Bot bot, Settings settings,
			CommandOperations discord) {
		return new CommandRegistration(bot.bean(AnnotatedCommands.class), () -> discord,
				() -> Mono.just(Snowflake.of(9)), settings);
	}

	private static Settings global(boolean removeOthers) {
		return new Settings(Scope.GLOBAL, List.of(), removeOthers, null);
	}

	@Test
	void nothingIsSentWhenAllIsThere() {
		register(global(false), DICE, OTHER, HERE);
		assertThat(this.requests).containsExactly("listGlobal", "listGuild 8");
	}

	@Test
	void oneRequestWhenSomethingDiffers() {
		register(global(false), DICE.replace("\"max_value\":2.5", "\"max_value\":3"), HERE, OTHER);
		assertThat(this.requests).containsExactly("listGlobal", "overwriteGlobal [dice, here, other]", "listGuild 8");
	}

	@Test
	void othersAreRemovedIfAskedFor() {
		register(global(true), DICE, HERE);
		assertThat(this.requests).containsExactly("listGlobal", "overwriteGlobal [dice]", "listGuild 8",
				"overwriteGuild 8 [here]");
	}

	@Test
	void whatCannotBeSentAgainIsNeverOverwritten() {
		register(global(true), ENTRY_POINT, OTHER);
		assertThat(this.requests).containsExactly("listGlobal", "createGlobal dice", "deleteGlobal 33", "listGuild 8",
				"createGuild 8 here", "deleteGuild 8 33");
	}

	@Test
	void guildsGetAllThatNameNoOther() {
		register(new Settings(Scope.GUILDS, List.of(Snowflake.of(8), Snowflake.of(5)), false, null));
		assertThat(this.requests).containsExactly("listGuild 5", "overwriteGuild 5 [dice]", "listGuild 8",
				"overwriteGuild 8 [dice, here]");
	}

	@Test
	void itHappensOnceWhenTheFirstShardIsReady() {
		for (Object ready : List.of(new ShardReady(new ShardId(0, 2)), new SessionRestored(new ShardId(0, 2), null))) {
			this.requests.clear();
			InteractionRunner.run(Commands.class, (bot) -> {
				CommandRegistration registration = registration(bot, global(false), discord(DICE, HERE));
				registration.onApplicationEvent(new PayloadApplicationEvent<>(this, ready));
				assertThat(this.requests).as("not started").isEmpty();
				registration.start();
				registration.onApplicationEvent(new PayloadApplicationEvent<>(this, ready));
				registration.onApplicationEvent(new PayloadApplicationEvent<>(this, new ShardReady(new ShardId(1, 2))));
				assertThat(this.requests).containsExactly("listGlobal", "listGuild 8");
				registration.stop();
				registration.start();
				registration.onApplicationEvent(new PayloadApplicationEvent<>(this, ready));
				assertThat(this.requests).as("after another start").hasSize(4);
			});
		}
	}

	@Test
	void whoDoesNotRegisterIsToldHowTo(CapturedOutput output) {
		InteractionRunner.run(Commands.class, (bot) -> {
			CommandRegistration registration = registration(bot, new Settings(Scope.OFF, List.of(), false, null),
					discord());
			registration.start();
			registration.onApplicationEvent(new PayloadApplicationEvent<>(this, new ShardReady(new ShardId(0, 1))));
			assertThat(this.requests).isEmpty();
			assertThat(output).containsOnlyOnce("The application has the commands /dice, /here, which it does not "
					+ "register. If nobody else does, set discord.gateway.interactions.commands.register=global");
		});
	}

	@Test
	void aFailureIsLogged(CapturedOutput output) {
		InteractionRunner.run(Commands.class, (bot) -> {
			CommandOperations discord = Mockito.mock(CommandOperations.class,
					(call) -> Flux.error(new IllegalStateException("refused")));
			CommandRegistration registration = registration(bot, global(false), discord);
			registration.start();
			registration.onApplicationEvent(new PayloadApplicationEvent<>(this, new ShardReady(new ShardId(0, 1))));
			assertThat(output).contains("The commands could not be registered").contains("refused");
		});
	}

	@Test
	void commandsAreWrittenAsJson(@TempDir Path directory) throws Exception {
		Path file = directory.resolve("new/commands.json");
		InteractionRunner.run(Commands.class,
				(bot) -> registration(bot, new Settings(Scope.OFF, List.of(), false, file), discord()).start());
		assertThat(Files.readString(file)).startsWith("[").contains("\"name\":\"dice\"");
		assertThat(Files.readString(directory.resolve("new/commands-8.json"))).contains("\"name\":\"here\"");
	}

	static class Commands {

		@SlashCommand(name = "dice", description = "Rolls dice")
		void dice(@Option(min = 1, max = 2.5) @Nullable Double factor) {
		}

		@SlashCommand(name = "here", guilds = "8")
		void here() {
		}

	}

}

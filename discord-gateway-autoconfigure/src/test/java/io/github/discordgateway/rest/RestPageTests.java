package io.github.discordgateway.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.model.expression.Emoji;
import io.github.discordgateway.model.guild.Member;
import io.github.discordgateway.model.interaction.Interaction;
import io.github.discordgateway.model.message.Message;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.FileSystemResource;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The code on the page about requests is code that compiles: it is found here.
 */
class RestPageTests {

	private static final Path PAGE = Path.of("../discord-gateway-starter/docs/rest.md");

	private static final Path SOURCE = Path
		.of("src/test/java/io/github/discordgateway/rest/" + RestPageTests.class.getSimpleName() + ".java");

	@Test
	void theCodeOfThePageCompiles() throws IOException {
		List<String> snippets = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
			.matcher(Files.readString(PAGE))
			.results()
			.map((snippet) -> snippet.group(1))
			.map(RestPageTests::plain)
			.toList();
		assertThat(snippets).hasSizeGreaterThan(4)
			.allSatisfy((snippet) -> assertThat(plain(Files.readString(SOURCE))).contains(snippet));
	}

	@Test
	void thePageNamesAllOperations() throws IOException {
		assertThat(Pattern.compile("(?m)^\\| `(\\w+Operations)`")
			.matcher(Files.readString(PAGE))
			.results()
			.map((MatchResult row) -> row.group(1))).hasSize(11);
	}

	private static String plain(String code) {
		return code.replaceAll("\\s+", "");
	}

	/** Not run. */
	static final class Bot {

		private final MessageOperations messages;

		private final MemberOperations members;

		private final InteractionOperations interactions;

		Bot(MessageOperations messages, MemberOperations members, InteractionOperations interactions) {
			this.messages = messages;
			this.members = members;
			this.interactions = interactions;
		}

		@GatewayListener
		Mono<Message> pong(MessageCreate event) {
			if (!event.message().content().equals("!ping")) {
				return Mono.empty();
			}
			return this.messages.create(event.message().channelId(),
					CreateMessage.builder().content("pong").replyTo(event.message().id()).build());
		}

		Flux<Object> bodies(Snowflake guild, Snowflake channel, Snowflake message, Snowflake user) {
			Mono<Message> edited = this.messages.edit(channel, message,
					EditMessage.builder().content("better").embeds().build());
			Mono<Member> timedOut = this.members.edit(guild, user, EditMember.timeOut(Duration.ofHours(1)), "spam");
			Mono<Message> withFile = this.messages.create(channel,
					CreateMessage.builder()
						.content("the log")
						.files(Upload.of("log.txt", new FileSystemResource("log.txt")))
						.build());
			return Flux.concat(edited, timedOut, withFile);
		}

		Mono<Void> answer(Interaction interaction) {
			Mono<Void> answer = this.interactions.respond(interaction.id(), interaction.token(), InteractionResponse
				.message(InteractionMessage.builder().content("only you see this").ephemeral().build()));
			return answer;
		}

		Flux<Message> lists(Snowflake channel, Snowflake self) {
			Flux<Message> mine = this.messages.history(channel, null)
				.filter((message) -> message.author().id().equals(self))
				.take(10);
			return mine;
		}

	}

	/** Not run. */
	static final class Emojis {

		private final WebClient client;

		Emojis(@DiscordRest WebClient client) {
			this.client = client;
		}

		Flux<Emoji> list(Snowflake guild) {
			return this.client.get().uri("/guilds/{guild}/emojis", guild).retrieve().bodyToFlux(Emoji.class);
		}

	}

}

package io.github.discordgateway.test.app;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.channel.Channel;
import io.github.discordgateway.model.channel.ChannelType;
import io.github.discordgateway.model.guild.Permissions;
import io.github.discordgateway.model.guild.Role;
import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.rest.ApplicationOperations;
import io.github.discordgateway.rest.BanOperations;
import io.github.discordgateway.rest.BulkBan;
import io.github.discordgateway.rest.BulkDelete;
import io.github.discordgateway.rest.ChannelOperations;
import io.github.discordgateway.rest.CommandOperations;
import io.github.discordgateway.rest.CommandRequest;
import io.github.discordgateway.rest.CreateChannel;
import io.github.discordgateway.rest.CreateInvite;
import io.github.discordgateway.rest.CreateMessage;
import io.github.discordgateway.rest.CreateRole;
import io.github.discordgateway.rest.CreateWebhook;
import io.github.discordgateway.rest.DiscordApiException;
import io.github.discordgateway.rest.EditChannel;
import io.github.discordgateway.rest.EditGuild;
import io.github.discordgateway.rest.EditMember;
import io.github.discordgateway.rest.EditMessage;
import io.github.discordgateway.rest.EditRole;
import io.github.discordgateway.rest.ExecuteWebhook;
import io.github.discordgateway.rest.GuildOperations;
import io.github.discordgateway.rest.MemberOperations;
import io.github.discordgateway.rest.MessageOperations;
import io.github.discordgateway.rest.RoleOperations;
import io.github.discordgateway.rest.StartThread;
import io.github.discordgateway.rest.Upload;
import io.github.discordgateway.rest.UserOperations;
import io.github.discordgateway.rest.Webhook;
import io.github.discordgateway.rest.WebhookOperations;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.LiveGuild;
import io.github.discordgateway.test.GatewayTest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the operations of REST on the simulator's world, as an application calls
 * them: what the simulator answers is what the records expect.
 */
@GatewayTest(value = PingListener.class, properties = "discord.gateway.simulator.timeout=50s")
class SimulatedOperationsTests {

	private static final Duration LIMIT = Duration.ofSeconds(50);

	@Autowired
	private GatewaySimulator simulator;

	@Autowired
	private MessageOperations messages;

	@Autowired
	private ChannelOperations channels;

	@Autowired
	private MemberOperations members;

	@Autowired
	private RoleOperations roles;

	@Autowired
	private GuildOperations guilds;

	private static <T> T get(Mono<T> result) {
		T value = result.block(LIMIT);
		assertThat(value).isNotNull();
		return value;
	}

	private static <T> List<T> all(Flux<T> result) {
		return get(result.collectList());
	}

	private static void done(Mono<Void> result) {
		result.block(LIMIT);
	}

	@Test
	void messages() {
		Snowflake channel = this.simulator.guild("messages").channel("general");
		Message sent = get(this.messages.create(channel,
				CreateMessage.builder()
					.content("hello")
					.nonce("1")
					.files(Upload.of("note.txt", "text".getBytes(StandardCharsets.UTF_8)))
					.build()));
		assertThat(sent.attachments()).hasSize(1);
		Message reply = get(
				this.messages.create(channel, CreateMessage.builder().content("more").replyTo(sent.id()).build()));
		assertThat(get(this.messages.edit(channel, reply.id(), EditMessage.of("less"))).content()).isEqualTo("less");
		done(this.messages.react(channel, sent.id(), "👍"));
		assertThat(all(this.messages.reactions(channel, sent.id(), "👍"))).hasSize(1);
		done(this.messages.pin(channel, sent.id(), "keep"));
		assertThat(all(this.messages.pins(channel))).hasSize(1);
		done(this.messages.unpin(channel, sent.id(), null));
		assertThat(all(this.messages.history(channel, null))).hasSize(2);
		done(this.messages.bulkDelete(channel, new BulkDelete(List.of(sent.id(), reply.id())), null));
		assertThatExceptionOfType(DiscordApiException.class)
			.isThrownBy(() -> this.messages.get(channel, sent.id()).block(LIMIT))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(10008));
	}

	@Test
	void channels() {
		LiveGuild guild = this.simulator.guild("channels");
		Channel made = get(this.channels.create(guild.id(),
				CreateChannel.builder("news").type(ChannelType.GUILD_ANNOUNCEMENT).build(), null));
		assertThat(get(this.channels.edit(made.id(), EditChannel.builder().topic("all").build(), null)).topic())
			.isEqualTo("all");
		Message message = get(this.messages.create(made.id(), CreateMessage.of("big")));
		get(this.messages.crosspost(made.id(), message.id()));
		Channel thread = get(
				this.channels.startThread(made.id(), message.id(), StartThread.builder("talk").build(), null));
		done(this.channels.addThreadMember(thread.id(), guild.member("alice").id()));
		assertThat(get(this.channels.listActiveThreads(guild.id())).threads()).hasSize(1);
		get(this.channels.createInvite(made.id(), CreateInvite.builder().build(), null));
		assertThat(all(this.channels.listInvites(made.id()))).hasSize(1);
		done(this.channels.typing(made.id()));
		Channel direct = get(this.channels.directMessage(guild.member("alice").id()));
		get(this.messages.create(direct.id(), CreateMessage.of("psst")));
		assertThat(all(this.channels.list(guild.id()))).extracting(Channel::id).contains(made.id());
		get(this.channels.delete(made.id(), null));
	}

	@Test
	void membersRolesAndBans(@Autowired BanOperations bans) {
		LiveGuild guild = this.simulator.guild("members");
		Snowflake alice = guild.member("alice").id();
		Snowflake bob = guild.member("bob").id();
		Role role = get(this.roles.create(guild.id(),
				CreateRole.builder().name("green").permissions(Permissions.SEND_MESSAGES).build(), null));
		done(this.members.addRole(guild.id(), alice, role.id(), null));
		assertThat(get(this.members.get(guild.id(), alice)).roles()).containsExactly(role.id());
		get(this.roles.edit(guild.id(), role.id(), EditRole.builder().name("blue").build(), null));
		assertThat(all(this.roles.list(guild.id()))).extracting(Role::name).contains("blue");
		get(this.members.edit(guild.id(), alice, EditMember.timeOut(Duration.ofMinutes(1)), null));
		assertThat(all(this.members.all(guild.id()))).hasSize(4);
		assertThat(all(this.members.search(guild.id(), "ali", 5))).hasSize(1);
		done(bans.create(guild.id(), alice, "spam"));
		assertThat(get(bans.get(guild.id(), alice)).reason()).isEqualTo("spam");
		assertThat(get(bans.bulkCreate(guild.id(), new BulkBan(List.of(bob), null), null)).bannedUsers()).hasSize(1);
		assertThat(all(bans.all(guild.id()))).hasSize(2);
		done(bans.delete(guild.id(), alice, null));
		done(this.roles.delete(guild.id(), role.id(), null));
		assertThat(all(this.guilds.auditLog(guild.id(), null))).hasSizeGreaterThan(5);
	}

	@Test
	void guildUsersAndApplication(@Autowired UserOperations users, @Autowired ApplicationOperations applications) {
		LiveGuild guild = this.simulator.guild("guild");
		get(this.guilds.edit(guild.id(), EditGuild.builder().name("orchard").build(), null));
		assertThat(get(this.guilds.get(guild.id(), true)).name()).isEqualTo("orchard");
		assertThat(get(users.me()).id()).isEqualTo(this.simulator.world().botId());
		assertThat(get(users.get(guild.member("alice").id())).username()).isEqualTo("alice");
		assertThat(all(users.guilds())).extracting((one) -> one.name()).contains("orchard");
		assertThat(get(applications.me()).id()).isEqualTo(this.simulator.world().botId());
	}

	@Test
	void commandsAndWebhooks(@Autowired CommandOperations commands, @Autowired WebhookOperations webhooks) {
		Snowflake application = this.simulator.world().botId();
		assertThat(all(commands.overwriteGlobal(application, List.of(CommandRequest.of("ping", "Answers")))))
			.hasSize(1);
		assertThat(all(commands.listGlobal(application, true))).extracting((one) -> one.name()).containsExactly("ping");
		LiveGuild guild = this.simulator.guild("webhooks");
		Snowflake channel = guild.channel("general");
		Webhook webhook = get(webhooks.create(channel, new CreateWebhook("news", null), null));
		Message message = get(webhooks.execute(webhook.id(), String.valueOf(webhook.token()), null,
				ExecuteWebhook.builder().content("read").build()));
		assertThat(message.webhookId()).isEqualTo(webhook.id());
		assertThat(all(webhooks.list(channel))).hasSize(1);
		done(webhooks.delete(webhook.id(), null));
	}

}

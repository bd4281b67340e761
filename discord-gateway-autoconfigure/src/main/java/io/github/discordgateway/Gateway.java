package io.github.discordgateway;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.github.discordgateway.command.GatewayCommand;
import io.github.discordgateway.command.RequestChannelInfo;
import io.github.discordgateway.command.RequestGuildMembers;
import io.github.discordgateway.command.RequestSoundboardSounds;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.command.UpdateVoiceState;
import io.github.discordgateway.event.ChannelInfo;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.GuildMembersChunk;
import io.github.discordgateway.event.SoundboardSounds;
import io.github.discordgateway.model.guild.Member;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The bot's connection to Discord, as the application sees it. Nothing is sent before its
 * {@code Mono} or {@code Flux} is subscribed to. Commands wait until their shard is ready
 * and the send limit allows, and are sent once, in order, whatever becomes of the
 * connection meanwhile; see {@link GatewayShard#send} for how that ends.
 *
 * <p>
 * Requests are commands that Discord answers. The answers do not pass through the
 * listeners, and are there for them nonetheless: a listener may wait for an answer, and
 * one that wants the events gets them as well. Answers come on threads that may be
 * blocked. A request fails with a {@link RequestTimeoutException} when neither its answer
 * nor a further part of it comes within {@code discord.gateway.commands.answer-timeout}
 * after it was sent, with a {@link UnansweredRequestException} when its session or its
 * shard ends before that, and with a
 * {@link io.github.discordgateway.CommandRejectedException CommandRejectedException} when
 * it cannot be sent. What still comes for a request that was cancelled is ignored. Where
 * processes share the shards, the process that runs the shard makes the request, once at
 * most, and the answers come back with back-pressure: all of them in their order, or an
 * {@link UnansweredRequestException} when a part was lost or that process has died.
 *
 * <p>
 * What goes to one guild goes to the guild's shard; methods throw an
 * {@link IllegalArgumentException} when that does not run here and processes do not share
 * the shards, and when Discord would refuse the command.
 */
public interface Gateway {

	/**
	 * The shards that run here, by number.
	 * @return the shards; empty until it is known how many there are
	 */
	List<GatewayShard> shards();

	/**
	 * One of the shards that run here.
	 * @param id its number
	 * @return the shard
	 * @throws IllegalArgumentException when it does not run here; the message says which
	 * do
	 */
	GatewayShard shard(int id);

	/**
	 * The shard that a guild belongs to.
	 * @param guildId the guild
	 * @return the shard
	 * @throws IllegalArgumentException when it does not run here; the message says which
	 * do
	 */
	GatewayShard shardFor(Snowflake guildId);

	/**
	 * Who the bot is. Known from the first READY on, and with a session of an earlier
	 * process, which brings no READY, from when it was loaded.
	 * @return the ids of the bot's user and application; {@code null} as long as they are
	 * not known
	 */
	@Nullable BotIdentity self();

	/**
	 * The guilds of the shards that run here, also those that have an outage. Known in
	 * the same way.
	 * @return their ids; those of a shard are missing as long as it does not know them
	 */
	Set<Snowflake> guildIds();

	/**
	 * Returns what is known of the gateway at this moment. May be called from any thread,
	 * at any time.
	 * @return whether it runs, and what is wrong
	 */
	GatewaySnapshot snapshot();

	/**
	 * Tells which processes share the shards, and which of them runs what.
	 * @return the state as far as this process knows it; {@code null} when no others
	 * share the shards ({@code discord.gateway.coordination} is not set), which is the
	 * default
	 */
	default @Nullable CoordinationSnapshot coordination() {
		return null;
	}

	/**
	 * Tells somebody which shards run here: those that do now, and then each time that
	 * their number changes. A shard that is restarted, or an observer that is registered
	 * meanwhile, may make it tell the same twice.
	 * @param observer given the shards by number; it must return at once
	 */
	void observeShards(Consumer<List<GatewayShard>> observer);

	/**
	 * Stops one shard and keeps its session: its listeners finish, and nobody else is
	 * disturbed.
	 * @param id its number
	 * @return completes when the shard has stopped
	 * @throws IllegalArgumentException (as an error) when it does not run here
	 * @throws IllegalStateException (as an error) while the number of shards is being
	 * changed, or when the gateway is stopped
	 */
	Mono<Void> stopShard(int id);

	/**
	 * Starts a shard that was stopped, or that Discord has closed for good. It resumes
	 * its session if it can. {@link #shard(int)} gives another object from now on.
	 * @param id its number
	 * @return completes when the shard is on its way; at once when it is running
	 * @throws IllegalArgumentException (as an error) when it does not run here
	 * @throws IllegalStateException (as an error) while the number of shards is being
	 * changed, or when the gateway is stopped
	 */
	Mono<Void> startShard(int id);

	/**
	 * Stops and starts one shard.
	 * @param id its number
	 * @return completes when the shard is on its way again
	 * @throws IllegalArgumentException (as an error) when it does not run here
	 * @throws IllegalStateException (as an error) while the number of shards is being
	 * changed, or when the gateway is stopped
	 */
	Mono<Void> restartShard(int id);

	/**
	 * Changes the number of shards without a pause. The new shards come up silently, as
	 * fast as permits to identify allow, while the old ones go on. They take over when
	 * for a whole {@code discord.gateway.sharding.hand-over-window} every old shard has
	 * been ready, has read, and was level with them; while one is paused, resuming or
	 * behind, they wait. Then the listeners finish what the old shards received, get what
	 * only the new ones have had, and the old shards are closed. The listeners get each
	 * event once, in order for each guild. Only an event whose two copies come further
	 * apart than the window, or are not alike, may come twice.
	 * @param total the new number of shards of the bot, from 1 to 100,000. When only a
	 * part of them runs here, every instance has to be told
	 * @return completes when the old shards are closed. An error, with the old shards
	 * going on: {@link IllegalArgumentException} when there are so many shards already,
	 * or cannot be; {@link IllegalStateException} when there are no shards yet, when
	 * another change is under way, when the day's identifies do not suffice, or when the
	 * old shards were not level within
	 * {@code discord.gateway.sharding.hand-over-timeout}; and what Discord says when it
	 * refuses a new shard. Also an {@link IllegalStateException}, at once, when the
	 * gateway is stopped meanwhile. Cancelling gives up until the new shards take over,
	 * and changes nothing from then on
	 */
	Mono<Void> reshard(int total);

	/**
	 * Sends a command: about a guild to the guild's shard, about several guilds to the
	 * shards of each, a presence to all shards that run here. Where processes share the
	 * shards, a command for the shard of another process is passed on to that one; while
	 * the shard is being handed over it waits.
	 * @param command what to send
	 * @return completes when it was written by every shard concerned. It is sent once at
	 * most: a {@link CommandRejectedException} says that it was not sent, for example
	 * because nobody runs the shard, and a {@link java.util.concurrent.TimeoutException}
	 * that another process has not told whether it was
	 */
	Mono<Void> send(GatewayCommand command);

	/**
	 * Shows the bot with another presence, on all shards that run here. For one of them
	 * see {@link GatewayShard#updatePresence}.
	 * @param presence what to show
	 * @return completes when every shard has sent it
	 */
	Mono<Void> updatePresence(UpdatePresence presence);

	/**
	 * Joins, changes or leaves a voice channel.
	 * @param state the guild, and where to be in it
	 * @return completes when it was sent, as with {@link #send}; Discord's answer are the
	 * events VOICE_STATE_UPDATE and VOICE_SERVER_UPDATE
	 */
	Mono<Void> updateVoiceState(UpdateVoiceState state);

	/**
	 * Asks for members of a guild, and fails when Discord says that this was asked too
	 * often: all members of a guild are to be had once in 30 seconds.
	 * @param request what to ask for; without a nonce it gets one
	 * @return the chunks of the answer; completes with the last one. An error of type
	 * {@link RequestRateLimitedException} tells how long to wait.
	 */
	default Flux<GuildMembersChunk> requestGuildMembers(RequestGuildMembers request) {
		return requestGuildMembers(request, WhenRateLimited.FAIL);
	}

	/**
	 * Asks for members of a guild.
	 * @param request what to ask for; without a nonce it gets one
	 * @param whenRateLimited what to do when Discord says that this was asked too often
	 * @return the chunks of the answer; completes with the last one. An error of type
	 * {@link RequestOverflowException} says that the subscriber is too slow: no more than
	 * {@code discord.gateway.commands.max-pending-answers} may wait.
	 */
	Flux<GuildMembersChunk> requestGuildMembers(RequestGuildMembers request, WhenRateLimited whenRateLimited);

	/**
	 * The members of a guild, one by one, without what else a chunk tells. When Discord
	 * says that this was asked too often, waits and asks again.
	 * @param request what to ask for
	 * @return the members
	 */
	default Flux<Member> guildMembers(RequestGuildMembers request) {
		// One chunk at a time, so that a slow subscriber's others count as waiting.
		return requestGuildMembers(request, WhenRateLimited.RETRY).flatMapIterable(GuildMembersChunk::members, 1);
	}

	/**
	 * Asks for the soundboard sounds of guilds, of any number and any shards.
	 * @param request the guilds
	 * @return the sounds of each guild as they come; completes when all have answered
	 */
	Flux<SoundboardSounds> requestSoundboardSounds(RequestSoundboardSounds request);

	/**
	 * Asks for what the channels of a guild do not carry in their objects.
	 * @param request what to ask for
	 * @return the answer
	 */
	Mono<ChannelInfo> requestChannelInfo(RequestChannelInfo request);

	/**
	 * The events of all shards from now on, those that Discord has not documented yet
	 * included. Each subscriber gets all of them, one at a time, on a thread of the
	 * listeners; events of one guild in the order in which Discord sent them.
	 *
	 * <p>
	 * An event counts as handled when the subscriber's {@code onNext} has returned, and
	 * is acknowledged to Discord only then; an operator that keeps events, such as
	 * {@code flatMap} or {@code publishOn}, takes that on itself. A subscriber gets as
	 * many events as it asks for: those that wait for it are pending, and when
	 * {@code discord.gateway.dispatch.max-pending} of a shard are, the shard stops
	 * reading, as with slow listeners. Cancelling lets go of them.
	 *
	 * <p>
	 * The intents that are derived from the listeners take no notice of streams: set
	 * {@code discord.gateway.intents} to what the stream needs.
	 * @return the events, decoded where that is possible, and as they were sent;
	 * completes when the application context is closed
	 */
	Flux<EventEnvelope> events();

	/**
	 * Decoded events of one kind, as {@link #events()} has them. Others cost nothing.
	 * @param <E> the kind of event
	 * @param type a record such as {@code MessageCreate}, or a group of them such as
	 * {@code MessageEvent}
	 * @return the events; completes when the application context is closed
	 */
	<E extends GatewayEvent> Flux<E> events(Class<E> type);

}

package io.github.discordgateway.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.discordgateway.GatewayJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.message.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a user has asked of the bot: a command, a click, a choice, a modal that was filled
 * in. A test waits here for the answers. Each method waits up to the simulator's timeout,
 * and throws an {@link AssertionError} that tells what came instead.
 *
 * @see LiveUser#uses(String)
 * @see LiveUser#clicks(String)
 */
public final class LiveInteraction {

	private final LiveWorld liveWorld;

	private final SimulatedInteraction interaction;

	private final LiveUser user;

	private int followUpsSeen;

	LiveInteraction(LiveWorld liveWorld, SimulatedInteraction interaction, LiveUser user) {
		this.liveWorld = liveWorld;
		this.interaction = interaction;
		this.user = user;
	}

	/**
	 * The interaction's id.
	 * @return the id
	 */
	public Snowflake id() {
		return this.interaction.id();
	}

	/**
	 * Waits for the message that answers: the one that was sent at once, the one that a
	 * deferred answer has become, or the message of a component as it was updated.
	 * @return the message at this moment
	 */
	public Message expectReply() {
		return read(await("a message", () -> switch (this.interaction.callbackType()) {
			case InteractionResources.MESSAGE, InteractionResources.UPDATE -> current(this.interaction.original());
			case InteractionResources.DEFERRED_MESSAGE ->
				this.interaction.isLoading() ? null : current(this.interaction.original());
			case InteractionResources.DEFERRED_UPDATE ->
				this.interaction.isUpdated() ? current(this.interaction.original()) : null;
			default -> null;
		}));
	}

	/**
	 * Waits for the next message that follows the first answer.
	 * @return the oldest that no earlier call has returned
	 */
	public Message expectFollowUp() {
		ObjectNode message = await("a follow-up", () -> {
			List<ObjectNode> all = new ArrayList<>(this.interaction.followUps());
			return (all.size() > this.followUpsSeen) ? all.get(this.followUpsSeen) : null;
		});
		this.followUpsSeen++;
		return read(message);
	}

	/**
	 * Waits until the bot has said that it takes longer, which a deferred answer does.
	 * @return this interaction
	 */
	public LiveInteraction expectDeferred() {
		await("a deferred answer", () -> {
			int type = this.interaction.callbackType();
			return (type == InteractionResources.DEFERRED_MESSAGE || type == InteractionResources.DEFERRED_UPDATE)
					? Boolean.TRUE : null;
		});
		return this;
	}

	/**
	 * Waits for the choices that are offered for what is being typed.
	 * @return the values by the names that the user sees, in their order
	 */
	public Map<String, Object> expectChoices() {
		JsonNode choices = await("choices", () -> data(InteractionResources.CHOICES)).path("choices");
		Map<String, Object> found = new LinkedHashMap<>();
		for (JsonNode choice : choices) {
			JsonNode value = choice.path("value");
			Object read = value.isIntegralNumber() ? (Object) value.longValue()
					: value.isNumber() ? (Object) value.doubleValue() : value.asString();
			found.put(choice.path("name").asString(), read);
		}
		return found;
	}

	/**
	 * Waits for a modal.
	 * @return the modal, to be filled in
	 */
	public LiveModal expectModal() {
		return new LiveModal(this, await("a modal", () -> data(InteractionResources.MODAL)));
	}

	private @Nullable JsonNode data(int type) {
		return (this.interaction.callbackType() == type) ? this.interaction.callbackData() : null;
	}

	private <T> T await(String expected, Supplier<@Nullable T> condition) {
		return Polling.await(this.liveWorld.timeout(), condition,
				() -> "The bot has not answered " + this.user + "'s " + this + " with " + expected + " within "
						+ this.liveWorld.timeout().toMillis() + " ms: " + answered() + "\nRequests, the latest last: "
						+ this.liveWorld.describeRequests());
	}

	private String answered() {
		return switch (this.interaction.callbackType()) {
			case 0 -> "there was no answer at all";
			case InteractionResources.MESSAGE -> "it answered with a message";
			case InteractionResources.DEFERRED_MESSAGE, InteractionResources.DEFERRED_UPDATE ->
				"it only said that it takes longer";
			case InteractionResources.UPDATE -> "it changed the message of the component";
			case InteractionResources.CHOICES -> "it offered choices";
			case InteractionResources.MODAL -> "it showed a modal";
			default -> "it answered with type " + this.interaction.callbackType();
		};
	}

	private @Nullable ObjectNode current(@Nullable ObjectNode message) {
		if (message == null) {
			return null;
		}
		ObjectNode stored = this.liveWorld.world()
			.messages()
			.find(Snowflake.of(message.path("channel_id").asString()), Snowflake.of(message.path("id").asString()));
		return (stored != null) ? stored : message;
	}

	static Message read(ObjectNode message) {
		return GatewayJson.read(Message.class, message.toString());
	}

	LiveUser user() {
		return this.user;
	}

	JsonNode json() {
		return this.interaction.json();
	}

	/** For example {@code /ban} or {@code vote:yes}. */
	@Override
	public String toString() {
		JsonNode data = this.interaction.json().path("data");
		return data.has("custom_id") ? data.path("custom_id").asString() : "/" + data.path("name").asString("");
	}

}

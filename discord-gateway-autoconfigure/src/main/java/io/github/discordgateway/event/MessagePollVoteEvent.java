package io.github.discordgateway.event;

import io.github.discordgateway.Snowflake;

/**
 * A user has voted in a poll, or has taken back a vote. A listener that takes it gets all
 * of these events.
 */
public sealed interface MessagePollVoteEvent extends GatewayEvent permits MessagePollVoteAdd, MessagePollVoteRemove {

	/**
	 * The voter.
	 * @return id of the user
	 */
	Snowflake userId();

	/**
	 * The poll.
	 * @return id of the message with the poll
	 */
	Snowflake messageId();

	/**
	 * The answer.
	 * @return number of the answer in the poll
	 */
	int answerId();

}

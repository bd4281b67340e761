package io.github.discordgateway.event;

/**
 * Something has happened to threads; {@link #channelId()} is the id of the thread. A
 * listener that takes it gets all of these events.
 */
public sealed interface ThreadEvent extends GatewayEvent
		permits ThreadCreate, ThreadDelete, ThreadListSync, ThreadMemberUpdate, ThreadMembersUpdate, ThreadUpdate {

}

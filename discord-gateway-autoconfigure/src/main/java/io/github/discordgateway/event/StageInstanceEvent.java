package io.github.discordgateway.event;

import io.github.discordgateway.model.voice.StageInstance;

/**
 * A stage was opened, has changed or was closed. A listener that takes it gets all of
 * these events.
 */
public sealed interface StageInstanceEvent extends GatewayEvent
		permits StageInstanceCreate, StageInstanceDelete, StageInstanceUpdate {

	/**
	 * The stage.
	 * @return the stage as it is now, or was when it was closed
	 */
	StageInstance stageInstance();

}

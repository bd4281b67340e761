package io.github.discordgateway.model.message;

import io.github.discordgateway.DiscordJson;

/**
 * The author of a message that was sent from the lobby of a game.
 *
 * @param additionalName the name of the author in the game
 */
@DiscordJson
public record MessageLobbyMember(String additionalName) {

}

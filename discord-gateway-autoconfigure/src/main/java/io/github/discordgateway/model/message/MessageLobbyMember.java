package io.github.discordgateway.model.message;

/**
 * The author of a message that was sent from the lobby of a game.
 *
 * @param additionalName the name of the author in the game
 */
public record MessageLobbyMember(String additionalName) {

}

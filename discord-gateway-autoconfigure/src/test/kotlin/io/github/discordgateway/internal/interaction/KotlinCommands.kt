package io.github.discordgateway.internal.interaction

import io.github.discordgateway.interaction.Option
import io.github.discordgateway.interaction.Reply
import io.github.discordgateway.interaction.SlashCommand
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flowOf

/** Commands as a developer in Kotlin writes them. */
class KotlinCommands {

	val gate = CompletableDeferred<String>()

	@SlashCommand("suspending")
	suspend fun suspending(@Option("times") times: Int, @Option reason: String?): Reply =
		Reply.of("${gate.await()} $times $reason")

	@SlashCommand("nothing")
	suspend fun nothing() {
		gate.await()
	}

	@SlashCommand("none")
	suspend fun none(): String? = null

	@SlashCommand("flow")
	fun flow(): Flow<String> = flowOf("one", "two")

}

package io.github.discordgateway.listener

import io.github.discordgateway.event.EventEnvelope
import io.github.discordgateway.event.GuildCreate
import io.github.discordgateway.event.MessageCreate
import io.github.discordgateway.model.guild.Member
import io.github.discordgateway.model.message.Message
import java.io.IOException
import java.util.concurrent.CopyOnWriteArrayList
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow

/** Listeners as a developer in Kotlin writes them. */
class KotlinListeners {

	val calls: MutableList<String> = CopyOnWriteArrayList()

	val gate = CompletableDeferred<Unit>()

	@GatewayListener(id = "plain")
	fun plain(event: MessageCreate) {
		calls += "plain ${event.message.content}"
	}

	@GatewayListener(id = "suspending")
	suspend fun suspending(event: MessageCreate, envelope: EventEnvelope) {
		calls += "begins ${event.message.content} ${envelope.sequence}"
		gate.await()
		calls += "ends ${event.message.content}"
	}

	@GatewayListener(id = "part", types = [MessageCreate::class])
	private suspend fun part(message: Message) {
		calls += "part ${message.content}"
	}

	@GatewayListener(id = "nullable")
	fun nullable(event: MessageCreate, member: Member?) {
		calls += "nullable $member"
	}

	@GatewayListener(id = "required")
	fun required(event: MessageCreate, member: Member) {
		calls += "required $member"
	}

	@GatewayListener(id = "flow")
	fun flowing(event: MessageCreate): Flow<String> = flow {
		emit("one")
		calls += "flow ${event.message.content}"
		emit("two")
	}

	@GatewayListener(id = "suspendingFlow")
	suspend fun suspendingFlow(event: MessageCreate): Flow<String> = flow {
		emit("one")
		calls += "suspending flow ${event.message.content}"
	}

	@GatewayListener(id = "failing")
	suspend fun failing(event: GuildCreate) {
		gate.await()
		throw IOException("guild ${event.guild.id()}")
	}

	@GatewayExceptionHandler
	suspend fun onFailure(exception: IOException, envelope: EventEnvelope) {
		calls += "handled ${exception.message} of ${envelope.name}"
	}
}

/** A listener that is called through a proxy. */
open class KotlinProxiedListener {

	@GatewayListener(id = "proxied")
	open suspend fun proxied(event: MessageCreate) {
		delay(1)
		answer(event.message.content)
	}

	open fun answer(text: String) {
		answers += text
	}

	companion object {

		@JvmField
		val answers: MutableList<String> = CopyOnWriteArrayList()
	}
}

/** A suspending function with a result, which nobody takes. */
class KotlinListenerWithResult {

	@GatewayListener
	suspend fun answer(event: MessageCreate): String = event.message.content
}

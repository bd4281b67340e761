package io.github.discordgateway.libraries

import dev.kord.common.entity.DiscordShard
import dev.kord.gateway.ALL
import dev.kord.gateway.DefaultGateway
import dev.kord.gateway.Intents
import dev.kord.gateway.MessageCreate
import dev.kord.gateway.PrivilegedIntent
import dev.kord.gateway.ratelimit.IdentifyRateLimiter
import dev.kord.gateway.start
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import java.util.function.Consumer

/** Kord's gateway alone. */
@OptIn(PrivilegedIntent::class)
class KordBot(url: String, token: String, shards: Int, compressed: Boolean, texts: Consumer<String>) : AutoCloseable {

	private val scope = CoroutineScope(SupervisorJob() + Dispatchers.Default)

	private val gateways = ArrayList<DefaultGateway>()

	init {
		val query = "/?v=10&encoding=json" + if (compressed) "&compress=zlib-stream" else ""
		val limiter = IdentifyRateLimiter(maxConcurrency = 16, dispatcher = Dispatchers.Default)
		for (number in 0 until shards) {
			val gateway = DefaultGateway {
				this.url = url + query
				identifyRateLimiter = limiter
			}
			gateways.add(gateway)
			scope.launch(start = CoroutineStart.UNDISPATCHED) {
				gateway.events.collect { event ->
					if (event is MessageCreate) {
						texts.accept(event.message.content)
					}
				}
			}
			scope.launch {
				gateway.start(token) {
					shard = DiscordShard(number, shards)
					intents = Intents.ALL
				}
			}
		}
	}

	override fun close() {
		runBlocking { gateways.forEach { it.stop() } }
		scope.cancel()
	}

}

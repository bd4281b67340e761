// node bot.mjs LIBRARY GATEWAY_URL API_URL TOKEN SHARDS: writes the text of each message as a line of JSON

const [library, gatewayUrl, apiUrl, token, shardText] = process.argv.slice(2);
const shards = Number(shardText);
const numbers = [...Array(shards).keys()];
const intents = 53608447;
const told = (text) => console.log(JSON.stringify(text));
const message = (packet) => packet.t === 'MESSAGE_CREATE' && told(packet.d.content);
const gatewayBot = async () =>
	(await fetch(apiUrl + '/gateway/bot', { headers: { Authorization: 'Bot ' + token } })).json();

const libraries = {

	async 'discord.js'() {
		const { Client } = await import('discord.js');
		const client = new Client({ intents, shards: numbers, shardCount: shards,
			rest: { api: apiUrl.replace(/\/v10$/, ''), version: '10' } });
		client.on('messageCreate', (created) => told(created.content));
		await client.login(token);
	},

	async '@discordjs/ws'() {
		const { WebSocketManager, WebSocketShardEvents } = await import('@discordjs/ws');
		const { REST } = await import('@discordjs/rest');
		const rest = new REST({ api: apiUrl.replace(/\/v10$/, ''), version: '10' }).setToken(token);
		const manager = new WebSocketManager({ token, intents, shardCount: shards, rest });
		manager.on(WebSocketShardEvents.Dispatch, (packet) => message(packet.data ?? packet));
		manager.on(WebSocketShardEvents.Error, (error) => console.error(error));
		await manager.connect();
	},

	async 'eris'() {
		const { default: Eris } = await import('eris');
		const client = new Eris('Bot ' + token, { intents, maxShards: shards, lastShardID: shards - 1, restMode: true });
		// Its REST speaks TLS only.
		client.getBotGateway = gatewayBot;
		client.on('messageCreate', (created) => told(created.content));
		client.on('error', () => {});
		await client.connect();
	},

	async 'oceanic.js'() {
		const { Client } = await import('oceanic.js');
		const client = new Client({ auth: 'Bot ' + token, rest: { baseURL: apiUrl },
			gateway: { intents: ['ALL'], maxShards: shards, firstShardID: 0, lastShardID: shards - 1 } });
		client.on('messageCreate', (created) => told(created.content));
		client.on('error', (error) => console.error(error));
		await client.connect();
	},

	async 'discordeno'() {
		const { createGatewayManager } = await import('@discordeno/gateway');
		const { url, session_start_limit: limit } = await gatewayBot();
		const manager = createGatewayManager({ token, intents, totalShards: shards, firstShardId: 0,
			lastShardId: shards - 1, spawnShardDelay: 100,
			connection: { url, shards, sessionStartLimit: { total: limit.total, remaining: limit.remaining,
				resetAfter: limit.reset_after, maxConcurrency: limit.max_concurrency } },
			events: { message: (shard, packet) => message(packet) } });
		await manager.spawnShards();
	},

	async 'seyfert'() {
		const { ShardManager } = await import('seyfert');
		const { default: http } = await import('node:http');
		const { default: https } = await import('node:https');
		// It speaks to port 443 and over TLS only.
		https.request = (options) => http.request({ ...options, port: new URL(gatewayUrl).port });
		const manager = new ShardManager({ token, intents, info: await gatewayBot(), totalShards: shards, shardStart: 0,
			shardEnd: shards, spawnShardDelay: 100, compress: false,
			handlePayload: (shard, packet) => message(packet) });
		await manager.spawnShards();
	}

};

process.on('unhandledRejection', (error) => console.error(error));
await libraries[library]();

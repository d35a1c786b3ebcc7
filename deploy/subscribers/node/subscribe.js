// Prints Dateline's articles as they arrive: node subscribe.js AMQP_ADDRESS QUEUE PATTERN...
// The queue is durable: what comes while this program is away waits in it.
import { connect } from "amqplib";

const [address, queue, ...patterns] = process.argv.slice(2);
if (patterns.length === 0) {
  console.error("usage: node subscribe.js AMQP_ADDRESS QUEUE PATTERN...");
  process.exit(2);
}

const connection = await connect(address);
const channel = await connection.createChannel();
await channel.assertExchange("news.articles", "topic", { durable: true });
await channel.assertQueue(queue, { durable: true, arguments: { "x-queue-type": "quorum" } });
for (const pattern of patterns) await channel.bindQueue(queue, "news.articles", pattern);
await channel.prefetch(50);

await channel.consume(queue, (message) => {
  const article = JSON.parse(message.content.toString("utf8"));
  const topics = article.topics.map((topic) => topic.slug).join(", ");
  const focus = article.regions.filter((region) => region.role === "focus").map((region) => region.code).join(" ");
  console.log(`${message.properties.messageId} [${topics}] [${focus}] ${article.language} ${article.title}`);
  // only now is it this program's; a repeat has the same message id
  channel.ack(message);
});

#!/usr/bin/env python3
"""Prints Dateline's articles as they arrive: subscribe.py AMQP_ADDRESS QUEUE PATTERN... [--count N]

Needs pika (Debian: python3-pika). The queue is durable: what comes while this program is away waits in it.
"""
import argparse
import json

import pika

arguments = argparse.ArgumentParser(description="Print Dateline's articles as they arrive.")
arguments.add_argument("address", help="amqp://user:password@host:5672/")
arguments.add_argument("queue")
arguments.add_argument("pattern", nargs="+", help="such as conflict.# or *.*.*.fr.*")
arguments.add_argument("--count", type=int, default=0, help="end after so many articles")
options = arguments.parse_args()

channel = pika.BlockingConnection(pika.URLParameters(options.address)).channel()
channel.exchange_declare("news.articles", exchange_type="topic", durable=True)
channel.queue_declare(options.queue, durable=True, arguments={"x-queue-type": "quorum"})
for pattern in options.pattern:
    channel.queue_bind(options.queue, "news.articles", pattern)
channel.basic_qos(prefetch_count=50)

seen = 0
for method, properties, body in channel.consume(options.queue):
    article = json.loads(body)
    topics = ", ".join(topic["slug"] for topic in article["topics"])
    focus = " ".join(region["code"] for region in article["regions"] if region["role"] == "focus")
    print(f"{properties.message_id} [{topics}] [{focus}] {article['language']} {article['title']}", flush=True)
    # only now is it this program's; a repeat has the same message id
    channel.basic_ack(method.delivery_tag)
    seen += 1
    if seen == options.count:
        break
channel.cancel()

"""A server that speaks S3, for tests. It prints its port, and ends when its input does."""

import sys

import boto3
from moto.server import ThreadedMotoServer

server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
host, port = server.get_host_and_port()
client = boto3.client(
    "s3",
    endpoint_url=f"http://{host}:{port}",
    region_name="us-east-1",
    aws_access_key_id="portal",
    aws_secret_access_key="secret",
)
client.create_bucket(Bucket="fotfeste")
print(port, flush=True)
sys.stdin.read()
server.stop()

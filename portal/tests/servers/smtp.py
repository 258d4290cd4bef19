"""A mail server for tests. It prints its port, then one JSON line for each mail that it took.

The address decides what happens: refused@ is refused for good, later@ is put off the first time, slow@ is taken after two
seconds, and gone@ loses the connection.
"""

import asyncio
import json
import sys

from aiosmtpd.smtp import SMTP


class Desk:
    def __init__(self):
        self.put_off = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if name == "refused":
            return "550 5.1.1 no such mailbox here"
        if name == "later" and address not in self.put_off:
            self.put_off.add(address)
            return "451 4.7.1 try again later"
        if name == "gone":
            server.transport.abort()
            return "421 gone"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if any(address.startswith("slow@") for address in envelope.rcpt_tos):
            await asyncio.sleep(2)
        say({"from": envelope.mail_from, "to": envelope.rcpt_tos, "text": envelope.content.decode("utf-8", "replace")})
        return "250 2.0.0 taken"


def say(what):
    print(json.dumps(what), flush=True)


async def main():
    desk = Desk()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(desk, hostname="mail.test", enable_SMTPUTF8=True), "127.0.0.1", 0)
    say(server.sockets[0].getsockname()[1])
    # Ends with whoever started it.
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())

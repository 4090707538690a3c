"""A mail server for tests: it writes down what it is given, and can be told to wait, or never to answer."""

import socketserver
import threading
from contextlib import contextmanager, suppress
from email import message_from_bytes

LONGEST_WAIT_SECONDS = 8


class Conversation(socketserver.StreamRequestHandler):
    ANSWERS = {"EHLO": "250 here", "MAIL": "250 yes", "RCPT": "250 yes", "DATA": "354 go on", "QUIT": "221 bye"}

    def handle(self):
        with suppress(threading.BrokenBarrierError):
            self.server.together.wait(LONGEST_WAIT_SECONDS)
        self.say("220 here")
        for line in self.rfile:
            word = line.decode()[:4].upper()
            self.say(self.ANSWERS.get(word, "502 what"))
            if word == "DATA":
                self.take()

    def take(self):
        lines = iter(self.rfile.readline, b".\r\n")
        self.server.received.append((self.client_address, message_from_bytes(b"".join(lines))))
        if self.server.falls_silent:
            self.server.has_fallen_silent.set()
            self.rfile.read()
        else:
            self.say("250 taken")

    def say(self, words):
        with suppress(OSError):
            self.wfile.write(f"{words}\r\n".encode())


class MailServer(socketserver.ThreadingTCPServer):
    """`senders` is how many connections it waits for before it greets the first of them."""

    daemon_threads = True

    def __init__(self, *, senders=1, falls_silent=False):
        super().__init__(("127.0.0.1", 0), Conversation)
        self.received = []
        self.together = threading.Barrier(senders)
        self.falls_silent, self.has_fallen_silent = falls_silent, threading.Event()

    @property
    def url(self):
        return f"smtp://127.0.0.1:{self.server_address[1]}"

    @property
    def subjects(self):
        return sorted(message["Subject"] for _sender, message in self.received)

    @property
    def identities(self):
        return [message["Message-ID"] for _sender, message in self.received]


@contextmanager
def mail_server(**how):
    with MailServer(**how) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()

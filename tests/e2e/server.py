"""A server of an archive for the tests: started on a free port, asked, stopped."""
import http.client, json, signal, subprocess, sys, time

failures = []


def check(what, condition, seen=""):
    if not condition:
        print(f"FAILED  {what}: {seen!r}"[:700])
        failures.append(what)
    return bool(condition)


def finish():
    print(f"{len(failures)} failed" if failures else "all hold")
    sys.exit(1 if failures else 0)


def run(program, *args, ok=(0,)):
    done = subprocess.run([program, *map(str, args)], capture_output=True, timeout=300)
    if done.returncode not in ok:
        sys.exit(f"{args}: exit {done.returncode}: {done.stderr.decode()}")
    return done.stdout


class Server:
    """with Server(program, archive, "--threads", 2) as server: server.json("/api/v1/archive")"""

    def __init__(self, program, archive, *flags):
        self._begin(subprocess.Popen([program, "serve", str(archive), "--listen", "127.0.0.1:0", *map(str, flags)], stdout=subprocess.PIPE, stderr=subprocess.PIPE))

    @classmethod
    def of(cls, process):
        """One that was started otherwise."""
        server = cls.__new__(cls)
        server._begin(process)
        return server

    def _begin(self, process):
        self.token = self.last = None
        self.ended = False  # as it should
        self.process = process
        line = process.stdout.readline().decode().strip()
        if not line.startswith("http://"):
            sys.exit(f"the server did not start: {line} {process.stderr.read().decode()}")
        self.port = int(line.rsplit(":", 1)[1].strip("/"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is not None:
            self.ended or check("the server still runs", False, (self.process.returncode, self.last, self.process.stderr.read()))
        else:
            self.process.send_signal(signal.SIGTERM)
            try:
                code = self.process.wait(20)
                check("the server ends with 0 when it is asked to", code == 0, (code, self.last, self.process.stderr.read()))
            except subprocess.TimeoutExpired:
                check("the server ends when it is asked to", False)
                self.process.kill()
        self.process.stdout.close()
        self.process.stderr.close()

    def ask(self, target, method="GET", body=None, headers=None, patience=60):
        """Status, headers with lower-case names, body. Where the server says that it will know in a moment, it is asked again."""
        until = time.monotonic() + patience
        while True:
            out = self.ask_once(target, method, body, headers)
            if out[0] != 503 or "retry-after" not in out[1] or time.monotonic() > until:
                return out
            time.sleep(0.2)

    def ask_once(self, target, method="GET", body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = dict(headers or {})
        if self.token and "Authorization" not in headers:
            headers["Authorization"] = f"Bearer {self.token}"
        self.last = target
        connection.request(method, target, body, headers)
        answer = connection.getresponse()
        out = answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        connection.close()
        return out

    def json(self, target):
        status, headers, body = self.ask(target)
        if status != 200:
            sys.exit(f"{target}: {status} {body[:500]}")
        return json.loads(body)

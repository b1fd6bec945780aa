"""A public protocol needs no acquaintance: a client made of a few
writes is answered by Python's own server, and a server made of a
few reads satisfies Python's own client.  talk_http.py [names]
"""
# Slides: U-10a U-10b U-10d U-10e U-04e
# Claims: 111
import http.client
import http.server
import socket
import socketserver
import sys
import threading

PAGE = b"hello over HTTP"
tells = len(sys.argv) > 1
all_as_expected = True


class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path != "/hello":
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_):
        """The server's own diary, which we do not want on stderr."""


# tag::headers[]
def headers_of(reader):
    headers = {}
    while header := line(reader):  # <.>
        name, value = header.split(":", 1)
        headers[name.lower()] = value.strip()  # <.>
        if tells:
            print("    " + name)
    return headers
# end::headers[]


# tag::get[]
def get(port, path):
    with socket.create_connection(("127.0.0.1", port), 20) as s:
        request = (f"GET {path} HTTP/1.1\r\n"  # <.>
                   f"Host: 127.0.0.1:{port}\r\n"  # <.>
                   "Connection: close\r\n"
                   "\r\n")  # <.>
        s.sendall(request.encode())
        reader = s.makefile("rb")
        status = line(reader).split(" ")[1]  # <.>
        headers = headers_of(reader)
        length = int(headers.get("content-length", "0"))
        return status, headers, reader.read(length).decode()  # <.>
# end::get[]


# tag::serve[]
def serve(door):
    client, _ = door.accept()
    with client:
        client.settimeout(20)
        reader = client.makefile("rb")
        saw("request", "GET /hello HTTP/1.1", line(reader))  # <.>
        host = f"127.0.0.1:{door.getsockname()[1]}"
        named = headers_of(reader).get("host") == host  # <.>
        saw("it names the host", "yes", "yes" if named else "no")
        head = ("HTTP/1.1 200 OK\r\n"
                f"Content-Length: {len(PAGE)}\r\n"
                "Connection: close\r\n"
                "\r\n")
        client.sendall(head.encode())
        client.sendall(PAGE)
# end::serve[]


def line(reader):
    read = reader.readline()
    if not read.endswith(b"\n"):
        raise EOFError("the end, in a line")
    return read.decode().rstrip()


def saw(what, expected, seen):
    global all_as_expected
    print(f"  {what}: expected {expected}, saw {seen}", flush=True)
    all_as_expected &= expected == seen


# A plain TCPServer: HTTPServer would look up its own name.
with socketserver.TCPServer(("127.0.0.1", 0), Pages) as theirs:
    threading.Thread(target=theirs.serve_forever, args=(0.05,),
                     daemon=True).start()
    print("a client by hand asks a server")
    port = theirs.server_address[1]
    status, headers, body = get(port, "/hello")
    saw("status", "200", status)
    saw("bytes announced", "15", headers["content-length"])
    saw("body", "hello over HTTP", body)
    saw("a page it does not have, status", "404",
        get(port, "/nothing")[0])
    theirs.shutdown()

print("a server by hand is asked by a client")
with socket.create_server(("127.0.0.1", 0)) as ours:
    serving = threading.Thread(target=serve, args=(ours,), daemon=True)
    serving.start()
    client = http.client.HTTPConnection(
        "127.0.0.1", ours.getsockname()[1], timeout=20)
    client.request("GET", "/hello")
    answer = client.getresponse()
    body = answer.read().decode()
    client.close()
    serving.join()
    saw("status", "200", str(answer.status))
    saw("body", "hello over HTTP", body)
sys.exit(not all_as_expected)

"""Waits for one client
and says what it heard.
"""
# Slides: A-1
import socket

# tag::socket[]
bell = socket.socket(socket.AF_INET, socket.SOCK_STREAM)  # <.>
# end::socket[]
# tag::bind[]
bell.bind(("127.0.0.1", 1234))  # <.>
# end::bind[]
# tag::listen[]
bell.listen(5)
# end::listen[]
# tag::accept[]
guest, address = bell.accept()
# end::accept[]
print(f"<{guest}>")

outgoing-no-address = That is not an address that can be called. Give one that begins with https://, without name and password in it.
outgoing-not-secure = The address must begin with https://, so that nobody can read along.
outgoing-private = The address lies inside a private network, which the portal does not call. Give a public address, or ask whoever looks after the portal to allow this network.
outgoing-silent = Nobody answers at this address. Check it, and try again.

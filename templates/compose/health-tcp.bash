# shellcheck shell=bash
# Healthy when the port takes a connection. Arguments: address, port.
exec 3<>"/dev/tcp/$1/$2"

# shellcheck shell=bash
# Healthy when the path is answered without a server error. Arguments: address, port, path.
exec 3<>"/dev/tcp/$1/$2" || exit 1
printf 'GET %s HTTP/1.0\r\nHost: localhost\r\nUser-Agent: health\r\n\r\n' "$3" >&3
read -r _ status _ <&3
[[ $status == [1234]?? ]]

# shellcheck shell=sh
# The service takes this process's place, so that signals reach it.
exec "$@"

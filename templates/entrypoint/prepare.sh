# shellcheck shell=sh
# Called when a command that prepares the service failed, with its number and name: says so, and ends as it did.
unprepared() {
  status=$?
  echo "slipway: preparation $1 of the service ended with $status: $2" >&2
  exit "$status"
}

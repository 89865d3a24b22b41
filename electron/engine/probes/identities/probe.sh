# shellcheck shell=sh
# Users and groups. Never the shadow files.
files "/etc/passwd
/etc/group"

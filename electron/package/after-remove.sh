#!/bin/sh
# Run by dpkg after the app was removed: what after-install.sh made goes as well. An upgrade keeps it.
set -e

if [ "$1" = remove ] || [ "$1" = purge ]; then
  if [ -f /etc/apparmor.d/slipway ]; then
    if apparmor_status --enabled >/dev/null 2>&1; then
      ischroot 2>/dev/null || apparmor_parser --remove /etc/apparmor.d/slipway || true
    fi
    rm -f /etc/apparmor.d/slipway
  fi
fi

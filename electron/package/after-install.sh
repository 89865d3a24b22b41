#!/bin/sh
# Run by dpkg after the app was unpacked. Menus, icons and file types need nothing here: their packages watch the folders.
set -e

sandbox=/opt/Slipway/chrome-sandbox
profile=/opt/Slipway/resources/apparmor-profile

# Chromium's sandbox takes user namespaces; where the kernel gives people none, its own helper has to be root's. Asked as
# nobody, because root may have them all the same.
if setpriv --reuid=65534 --regid=65534 --clear-groups unshare --user true 2>/dev/null; then
  chmod 0755 "$sandbox"
else
  chmod 4755 "$sandbox"
fi

# Ubuntu 24.04 and later give user namespaces only to programs with a profile; earlier AppArmor cannot read this one.
if apparmor_status --enabled >/dev/null 2>&1 && apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
  cp -f "$profile" /etc/apparmor.d/slipway
  ischroot 2>/dev/null || apparmor_parser --replace --write-cache --skip-read-cache /etc/apparmor.d/slipway
fi

#!/bin/sh
# The command line, /usr/bin/slipway: the app's own program runs it, so that no Node.js has to be installed.
ELECTRON_RUN_AS_NODE=1 exec /opt/Slipway/slipway /opt/Slipway/resources/app.asar/dist/app/main/cli.cjs "$@"

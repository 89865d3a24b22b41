#!/bin/sh
# Written by Slipway from slipway.yaml: what has to happen before the service starts. Its command comes as arguments.
set -eu

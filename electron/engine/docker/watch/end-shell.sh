#!/bin/sh
# Ends the shell whose process id is the first argument as a terminal that goes away does; what runs in its foreground
# hears of it from the kernel. A shell that does not listen is killed.
kill -HUP "$1" 2>/dev/null || exit 0
sleep 1
kill -KILL "$1" 2>/dev/null
exit 0

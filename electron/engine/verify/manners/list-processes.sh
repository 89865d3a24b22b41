#!/bin/sh
# Prints the state, number and name of each process of this container but this one, a line each. A zombie is seen only
# here: it belongs to no control group any more, so the engine does not list it.
for file in /proc/[0-9]*/stat; do
  # A process may end while it is looked at.
  { read -r line <"$file"; } 2>/dev/null || continue
  pid=${line%% *}
  [ "$pid" != "$$" ] || continue
  name=${line#*\(}
  state=${line##*\) }
  printf '%s %s %s\n' "${state%% *}" "$pid" "${name%\)*}"
done

# shellcheck shell=sh
# systemd's services, timers and sockets in one call, and the unit files themselves: `systemctl show` joins arguments with
# blanks and so loses their quoting.
# shellcheck disable=SC2154 # newline comes from prelude.sh

# unit_files: the files that the properties on standard input name, one a line.
unit_files() {
  awk '
    function offer(path) { if (path ~ /^\// && !seen[path]++) print path }
    /^FragmentPath=/ { offer(substr($0, 14)) }
    /^DropInPaths=/ { count = split(substr($0, 13), part, " "); for (i = 1; i <= count; i++) offer(part[i]) }
    /^EnvironmentFiles=/ {
      count = split(substr($0, 18), part, / \(ignore_errors=[a-z]*\) */)
      for (i = 1; i <= count; i++) offer(part[i])
    }'
}

# unit_names: the loaded services, timers and sockets, one a line. For each that is asked after systemd works for two
# milliseconds, so what is part of systemd, has no process and waits for no timer or socket is left out: half of them.
# Old systemd puts a dot in front of a unit that failed.
unit_names() {
  systemctl list-units --no-pager --no-legend --plain --full --all --state=loaded '*.service' '*.timer' '*.socket' | awk '
    { at = $1 ~ /\.(service|timer|socket)$/ ? 1 : 2 }
    $at !~ /\.(service|timer|socket)$/ { next }
    { name[++count] = $at; active[$at] = $(at + 2) == "active"; idle[$at] = $(at + 3) ~ /^(dead|exited)$/ }
    END {
      for (i = 1; i <= count; i++) {
        stem = name[i]
        sub(/\.[a-z]*$/, "", stem)
        own = name[i] ~ /^(systemd-|initrd-|modprobe@|emergency\.|rescue\.)/
        awaited = active[stem ".timer"] || active[stem ".socket"]
        if (!(own && idle[name[i]]) || awaited) print name[i]
      }
    }'
}

# call_instances NAMES: of services that are started for each call at one of these sockets, an instance, one a line: only
# an instance can be shown.
call_instances() {
  set -f
  IFS=$newline
  for name in $1; do
    case $name in *.socket) name=${name%.socket} ;; *) continue ;; esac
    for directory in /etc /run /usr/lib /lib; do
      [ -f "$directory/systemd/system/$name@.service" ] || continue
      printf '%s@0.service\n' "$name"
      break
    done
  done
  unset IFS
  set +f
}

if [ -d /run/systemd/system ]; then
  if have systemctl; then
    properties=Id,Description,LoadState,ActiveState,SubState,UnitFileState
    properties=$properties,FragmentPath,DropInPaths,Type,MainPID,ExecStartPre,ExecStart,ExecReload,ExecStop,User,Group
    properties=$properties,SupplementaryGroups,WorkingDirectory,RootDirectory,UMask,Environment,EnvironmentFiles,PIDFile
    properties=$properties,KillSignal,TimeoutStopUSec,Restart,RuntimeDirectory,RuntimeDirectoryMode,StateDirectory,LogsDirectory
    properties=$properties,CacheDirectory,ConfigurationDirectory,AmbientCapabilities,LimitNOFILE,TriggeredBy,WantedBy
    properties=$properties,Triggers,TimersCalendar,TimersMonotonic,Listen,Accept,FileDescriptorName
    names=$(unit_names)
    # An empty line between units, also where they are more than one call takes.
    # shellcheck disable=SC2016 # expanded by the shell that is started
    shown=$([ -z "$names" ] || each "$names$newline$(call_instances "$names")" \
      sh -c 'systemctl show --no-pager --all -p "$0" -- "$@"; echo' "$properties")
    [ -n "$shown" ] || gap unparsable 'systemctl show' 'systemd did not answer'
    section units
    printf '%s\n' "$shown"
    named=$(printf '%s\n' "$shown" | unit_files)
    readable=
    set -f
    IFS=$newline
    for path in $named; do
      [ -f "$path" ] && [ -r "$path" ] && readable=$readable$newline$path
    done
    unset IFS
    set +f
    files "$readable"
  else
    gap missing-tool systemctl
  fi
fi
:

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

if [ -d /run/systemd/system ]; then
  if have systemctl; then
    properties=Id,Description,LoadState,ActiveState,SubState,UnitFileState
    properties=$properties,FragmentPath,DropInPaths,Type,MainPID,ExecStartPre,ExecStart,ExecReload,ExecStop,User,Group
    properties=$properties,SupplementaryGroups,WorkingDirectory,RootDirectory,UMask,Environment,EnvironmentFiles,PIDFile
    properties=$properties,KillSignal,TimeoutStopUSec,Restart,RuntimeDirectory,RuntimeDirectoryMode,StateDirectory,LogsDirectory
    properties=$properties,CacheDirectory,ConfigurationDirectory,AmbientCapabilities,LimitNOFILE,TriggeredBy,WantedBy
    properties=$properties,Triggers,TimersCalendar,TimersMonotonic,Listen,Accept,FileDescriptorName
    shown=$(systemctl show --no-pager --all --state=loaded '*.service' '*.timer' '*.socket' -p "$properties")
    # Of a service that is started for each call only an instance can be shown, which starts nothing.
    instances=$(printf '%s\n' "$shown" | sed -n 's/^Id=\([A-Za-z0-9_.-]*\)\.socket$/\1/p' | while IFS= read -r name; do
      for directory in /etc /run /usr/lib /lib; do
        [ -f "$directory/systemd/system/$name@.service" ] || continue
        printf '%s@0.service\n' "$name"
        break
      done
    done)
    for name in $instances; do
      shown=$shown$newline$newline$(systemctl show --no-pager --all -p "$properties" "$name")
    done
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

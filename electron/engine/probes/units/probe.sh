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
    shown=$(systemctl show --no-pager --all --state=loaded '*.service' '*.timer' '*.socket' \
      -p Id,Description,LoadState,ActiveState,SubState,UnitFileState \
      -p FragmentPath,DropInPaths,Type,MainPID,ExecStartPre,ExecStart,ExecReload,ExecStop,User,Group \
      -p SupplementaryGroups,WorkingDirectory,RootDirectory,UMask,Environment,EnvironmentFiles,PIDFile \
      -p KillSignal,TimeoutStopUSec,Restart,RuntimeDirectory,RuntimeDirectoryMode,StateDirectory,LogsDirectory \
      -p CacheDirectory,ConfigurationDirectory,AmbientCapabilities,LimitNOFILE,TriggeredBy,WantedBy \
      -p Triggers,TimersCalendar,TimersMonotonic,Listen)
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

# shellcheck shell=sh
# systemd's services, timers and sockets in one call each, and the unit files themselves: `systemctl show` joins
# arguments with blanks and so loses their quoting.
if [ -d /run/systemd/system ]; then
  if have systemctl; then
    section services
    shown=$(systemctl show --no-pager --all '*.service' -p Id,Description,LoadState,ActiveState,SubState,UnitFileState \
      -p FragmentPath,DropInPaths,Type,MainPID,ExecStartPre,ExecStart,ExecReload,ExecStop,User,Group \
      -p SupplementaryGroups,WorkingDirectory,RootDirectory,UMask,Environment,EnvironmentFiles,PIDFile \
      -p KillSignal,TimeoutStopUSec,Restart,RuntimeDirectory,RuntimeDirectoryMode,StateDirectory,LogsDirectory \
      -p CacheDirectory,ConfigurationDirectory,AmbientCapabilities,LimitNOFILE,TriggeredBy,WantedBy)
    [ -n "$shown" ] || gap unparsable 'systemctl show' 'systemd did not answer'
    section services
    printf '%s\n' "$shown"
    section triggers
    systemctl show --no-pager --all '*.timer' '*.socket' -p Id,LoadState,ActiveState,UnitFileState,FragmentPath \
      -p Triggers,TimersCalendar,TimersMonotonic,Listen
    read_by_systemd=$(printf '%s\n' "$shown" | sed -n 's/^FragmentPath=\(\/.*\)/\1/p; s/^DropInPaths=\(\/.*\)/\1/p' |
      tr ' ' '\n' | sort -u)
    environment=$(printf '%s\n' "$shown" | sed -n 's/^EnvironmentFiles=//p' | sed 's/ (ignore_errors=[a-z]*) */\
/g' | grep '^/' | sort -u)
    files "$(printf '%s\n%s\n' "$read_by_systemd" "$environment" | while IFS= read -r path; do
      [ -f "$path" ] && [ -r "$path" ] && printf '%s\n' "$path"
    done)"
  else
    gap missing-tool systemctl
  fi
fi

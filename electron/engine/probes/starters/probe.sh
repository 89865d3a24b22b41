# shellcheck shell=sh
# What starts programs beside systemd units: sysv scripts, rc.local, cron, supervisord, inetd.
list=
add() {
  for file in "$@"; do
    [ -f "$file" ] || continue
    if [ -r "$file" ]; then
      list="$list${list:+$newline}$file"
    else
      gap permission "$file"
    fi
  done
}

add /etc/crontab /etc/anacrontab /etc/cron.d/* /etc/rc.local /etc/rc.d/rc.local
add /etc/inetd.conf /etc/inetd.conf.d/* /etc/xinetd.conf /etc/xinetd.d/*
add /etc/supervisord.conf /etc/supervisor/supervisord.conf /etc/supervisor/conf.d/*.conf /etc/supervisor/conf.d/*.ini \
  /etc/supervisord.d/*.ini /etc/supervisord.d/*.conf
for spool in /var/spool/cron/crontabs /var/spool/cron /etc/crontabs; do
  [ -d "$spool" ] || continue
  if [ -r "$spool" ]; then add "$spool"/*; else gap permission "$spool"; fi
done
files "$list"

section periodic
for script in /etc/cron.hourly/* /etc/cron.daily/* /etc/cron.weekly/* /etc/cron.monthly/* /etc/periodic/*/*; do
  [ -f "$script" ] && [ -x "$script" ] && printf '%s\0' "$script"
done
section executable
for script in /etc/rc.local /etc/rc.d/rc.local; do
  [ -x "$script" ] && printf '%s\0' "$script"
done
section sysv
for script in /etc/init.d/* /etc/rc.d/init.d/*; do
  [ -f "$script" ] && [ -x "$script" ] && printf '%s\0' "$script"
done
section enabled
for link in /etc/rc[2345].d/S* /etc/rc.d/rc[2345].d/S* /etc/runlevels/*/*; do
  [ -e "$link" ] && printf '%s\0' "$link"
done
:

# shellcheck shell=sh
# shellcheck disable=SC2154 # mark comes from prelude.sh

# package_claims: what packages say of the paths on standard input, which come as process_paths tells them:
#
#     owned:PACKAGE<tab>PATH      it lists one of the paths, or the directory of one that is held open
#     package:PACKAGE<tab>PATH    it lists this below /etc and is, or was built together with, a package that owns a
#                                 program, a plug-in or what an argument names
#     tree:PACKAGE<tab>PATH       a directory among those that may hold more of its configuration
#
# One pass over the lists of all packages. Plug-ins are what is mapped from elsewhere than the linker's directories: an
# Apache module brings its own configuration. Directories right below /etc that belong to many packages are no trees: of
# these only listed files are read.
package_claims() {
  # shellcheck disable=SC2016 # awk's own
  claims_program='
    # Both spellings of a path that merged-/usr systems know under two names.
    function both(set, path) {
      set[path] = 1
      if (path ~ /^\/usr\/(bin|sbin|lib[0-9a-z]*)\//) set[substr(path, 5)] = 1
      else if (path ~ /^\/(bin|sbin|lib[0-9a-z]*)\//) set["/usr" path] = 1
    }
    function plugin(path) {
      return path ~ /\.so/ && path !~ /^(\/usr)?\/lib[0-9a-z]*(\/[^\/]*-linux-[^\/]*)?\/[^\/]*$/
    }
    function shared(name) {
      if (name ~ /^(init\.d|rc\.d|rc[0-9S]\.d|default|sysconfig|cron\..*|logrotate\.d|systemd|pam\.d|ssl|pki)$/) return 1
      if (name ~ /^(apparmor\.d|apparmor|profile\.d|ld\.so\.conf\.d|modprobe\.d|modules-load\.d|sysctl\.d|udev)$/) return 1
      if (name ~ /^(dbus-1|X11|xdg|alternatives|init|bash_completion\.d|skel|security|terminfo|opt|network)$/) return 1
      if (name ~ /^(logcheck|ufw|sudoers\.d|tmpfiles\.d|binfmt\.d|insserv\..*|kernel|update-motd\.d|emacs)$/) return 1
      return name == "polkit-1"
    }
    function claim(package, path) {
      if (path in wanted) {
        print "owned:" package "\t" path
        if ((path in asked) && (package in source)) chosen[source[package]] = 1
      }
      if (path ~ /^\/etc\/./) { lister[++lines] = package; listed[lines] = path }
    }
    FNR == 1 && FILENAME ~ /\.list$/ {
      package = FILENAME
      sub(/^.*\//, "", package); sub(/\.list$/, "", package); sub(/:.*$/, "", package)
      part = 4
    }
    part == 4 { claim(package, $0); next }
    NR == 1 { mark = $0; part = 1; next }
    $0 == mark { part++; next }
    { tab = index($0, "\t"); head = substr($0, 1, tab - 1); path = substr($0, tab + 1) }
    part == 3 { claim(head, path); next }
    part == 2 { source[head] = path; next }
    path ~ /^\/./ {
      both(wanted, path)
      if (head == "exe" || head ~ /^argv:/ || (head == "map" && plugin(path))) both(asked, path)
      if (head == "open" && sub(/\/[^\/]*$/, "", path) && path != "") both(wanted, path)
    }
    END {
      for (i = 1; i <= lines; i++) {
        if (!(lister[i] in source) || !(source[lister[i]] in chosen)) continue
        print "package:" lister[i] "\t" listed[i]
        name = substr(listed[i], 6)
        if (name !~ /\// && !shared(name)) print "tree:" lister[i] "\t" listed[i]
      }
    }'
  {
    printf '%s\n' "$mark"
    cat
    printf '%s\n' "$mark"
    package_sources
    printf '%s\n' "$mark"
    [ -d /var/lib/dpkg/info ] || package_files
  } | if [ -d /var/lib/dpkg/info ]; then
    awk "$claims_program" - /var/lib/dpkg/info/*.list
  else
    awk "$claims_program"
  fi
}

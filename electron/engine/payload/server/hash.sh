# Hashes files. Standard input: a line with the tool, then paths, each ended by a NUL.
# Standard output: "hash  path" lines as the tool writes them; "capable <text of getcap>" for files with capabilities.
LC_ALL=C
export LC_ALL
PATH=$PATH:/usr/sbin:/sbin:/usr/bin:/bin
export PATH
renice -n 10 $$ >/dev/null 2>&1
ionice -c 2 -n 7 -p $$ >/dev/null 2>&1
read -r tool
case $tool in
  sha256sum | md5sum | sha1sum) ;;
  *) exit 2 ;;
esac
# shellcheck disable=SC2016 # expanded by the inner shell
xargs -0 sh -c 'tool=$1; shift; [ $# -eq 0 ] || { "$tool" "$@"; getcap "$@" | sed "s/^/capable /"; }' sh "$tool" 2>/dev/null
echo 'hashes end'

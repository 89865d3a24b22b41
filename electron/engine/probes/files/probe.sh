# shellcheck shell=sh
# Text of what configures the running programs, and metadata and owners of the files they have to do with.

executables=$(process_links exe | sed 's/^[0-9]* //' | sort -u)
working=$(process_links cwd | sed 's/^[0-9]* //' | sort -u)
opened=$(process_links 'fd/*' | sed 's/^[0-9]* //' | grep -v '^/\(dev\|proc\|sys\|memfd:\|anon\)' | sort -u)
arguments=$(argument_paths)
mapped=$(of_processes maps | xargs cat | sed -n 's|^[^ ]* r[^ ]* 00000000 [^ ]* [1-9][0-9]* *\(/.*\)|\1|p' |
  sed 's/ (deleted)$//' | sort -u)
# Plug-ins are what is mapped from elsewhere than the linker's directories: an Apache module brings its own configuration.
plugins=$(printf '%s\n' "$mapped" | grep '\.so' | grep -v -E '^(/usr)?/lib[0-9a-z]*(/[^/]*-linux-[^/]*)?/[^/]*$')
named=$(printf '%s\n' "$arguments" | sed 's/^[0-9]* //' | sort -u)

owned=$(
  {
    printf '%s\n%s\n%s\n%s\n%s\n' "$executables" "$working" "$opened" "$named" "$mapped"
    printf '%s\n' "$opened" | sed 's|/[^/]*$||'
  } | grep '^/.' | owners
)
# shellcheck disable=SC2154 # newline comes from prelude.sh
configuring=$(printf '%s\n' "$owned" | owners_among "$executables$newline$plugins$newline$named" | package_configuration)

listed=$(
  {
    printf '%s\n' "$arguments" | sed 's/^\([0-9]*\) /argv:\1	/'
    printf '%s\n' "$configuring" | sed 's/^tree:/package:/'
  } | readable_texts
)
printf '%s\n' "$listed" | texts

{
  printf '%s\n%s\n%s\n%s\n' "$executables" "$working" "$opened" "$named"
  printf '%s\n' "$opened" | sed 's|/[^/]*$||'
  printf '%s\n' "$listed" | cut -f 3
} | grep '^/.' | sort -u | metadata
section owners
printf '%s\n' "$owned"
printf '%s\n' "$configuring" | sed -n 's/^package://p'

# Opens the sockets that systemd opened for the service on the server, and hands them over as it does: from descriptor 3
# on (sd_listen_fds(3)), or each connection as standard input and output of a process of its own (Accept=yes).
# Arguments: "all" or "each", the names joined by colons, the sockets (tcp=HOST:PORT, udp=HOST:PORT, unix=PATH, unixgram=PATH), "--", the
# command.
use strict;
use warnings;
use Socket qw(:DEFAULT inet_pton IPPROTO_IPV6 IPV6_V6ONLY);
use POSIX ();

# Descriptors below this stay open in the command.
$^F = 1023;
my ($manner, $names) = (shift @ARGV, shift @ARGV);
my @sockets;
while (@ARGV) {
  my $wanted = shift @ARGV;
  last if $wanted eq "--";
  push @sockets, opened(split /=/, $wanted, 2);
}
if ($manner eq "each") { answer_each() }
hand_over();

sub opened {
  my ($kind, $where) = @_;
  my $type = $kind eq "udp" || $kind eq "unixgram" ? SOCK_DGRAM : SOCK_STREAM;
  return bound(AF_UNIX, $type, pack_sockaddr_un(fresh($where)), $where) if $kind =~ /^unix/;
  my ($host, $port) = $where =~ /^\[?([^\]]*?)\]?:(\d+)$/ or die "slipway: $where is no address\n";
  if ($host =~ /:/) {
    my $six = eval { bound(AF_INET6, $type, pack_sockaddr_in6($port, inet_pton(AF_INET6, $host)), $where) };
    return $six if $six;
    # Where there is no IPv6, what listens on all addresses listens on those that there are.
    die $@ if $host ne "::";
    $host = "0.0.0.0";
  }
  return bound(AF_INET, $type, pack_sockaddr_in($port, inet_aton($host)), $where);
}

# A socket of the last run would be in the way.
sub fresh {
  my ($path) = @_;
  unlink $path if -S $path;
  return $path;
}

sub bound {
  my ($family, $type, $address, $where) = @_;
  socket(my $socket, $family, $type, 0) or die "slipway: cannot make a socket for $where: $!\n";
  if ($family != AF_UNIX) { setsockopt($socket, SOL_SOCKET, SO_REUSEADDR, 1) }
  if ($family == AF_INET6) { setsockopt($socket, IPPROTO_IPV6, IPV6_V6ONLY, 0) }
  bind($socket, $address) or die "slipway: cannot listen on $where: $!\n";
  if ($type == SOCK_STREAM) { listen($socket, SOMAXCONN) or die "slipway: cannot listen on $where: $!\n" }
  if ($family == AF_UNIX) { chmod 0666, $where }
  return $socket;
}

sub hand_over {
  # The first socket becomes descriptor 3: first all of them go out of the way.
  my @numbers = map { my $number = fileno $_; $number = POSIX::dup($number) while $number < 3 + @sockets; $number } @sockets;
  POSIX::dup2($numbers[$_], 3 + $_) for 0 .. $#numbers;
  POSIX::close($_) for @numbers;
  $ENV{LISTEN_PID} = $$;
  $ENV{LISTEN_FDS} = scalar @sockets;
  $ENV{LISTEN_FDNAMES} = $names;
  run();
}

sub answer_each {
  $SIG{CHLD} = "IGNORE";
  while (1) {
    my $ready = "";
    vec($ready, fileno $_, 1) = 1 for @sockets;
    next if select($ready, undef, undef, undef) < 0;
    for my $socket (grep { vec($ready, fileno $_, 1) } @sockets) {
      accept(my $call, $socket) or next;
      my $child = fork;
      if (defined $child && $child == 0) {
        $SIG{CHLD} = "DEFAULT";
        POSIX::dup2(fileno $call, 0);
        POSIX::dup2(fileno $call, 1);
        POSIX::close(fileno $_) for @sockets, $call;
        run();
      }
      close $call;
    }
  }
}

sub run {
  exec { $ARGV[0] } @ARGV;
  die "slipway: cannot run $ARGV[0]: $!\n";
}

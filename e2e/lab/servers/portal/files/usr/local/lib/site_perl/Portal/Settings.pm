package Portal::Settings;

use strict;
use warnings;

# "name = value" lines of the file that PORTAL_INI names.
sub load {
    my $file = $ENV{PORTAL_INI} || '/etc/portal/portal.ini';
    my %settings;
    open(my $in, '<', $file) or die "cannot read $file: $!";
    while (my $line = <$in>) {
        $settings{$1} = $2 if $line =~ /^\s*(\w+)\s*=\s*(.*?)\s*$/;
    }
    close($in);
    return \%settings;
}

1;

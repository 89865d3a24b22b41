#!/usr/bin/perl
use strict;
use warnings;
use CGI;
use Portal::Phonebook;

my $q = CGI->new;
my @found = Portal::Phonebook::search(scalar $q->param('q'));

# Asked for only by the telephone exchange, so this module is loaded at its first such request.
if (($q->param('format') || '') eq 'json') {
    require JSON;
    print $q->header('application/json'), JSON->new->canonical->encode(\@found), "\n";
    exit 0;
}

print $q->header(-type => 'text/html', -charset => 'utf-8');
print $q->start_html('Telephone directory'), $q->h1('Telephone directory'), "<table>\n";
print '<tr>', (map { '<td>' . $q->escapeHTML($_) . '</td>' } @{$_}{qw(name room phone)}), "</tr>\n" for @found;
print "</table>\n", $q->end_html, "\n";

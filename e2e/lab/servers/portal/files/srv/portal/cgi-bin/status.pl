#!/usr/bin/perl
use strict;
use warnings;
use CGI;
use POSIX qw(strftime);
use Portal::Settings;

my $q = CGI->new;
my $settings = Portal::Settings::load();
my $token = length($settings->{directory_token} || '') ? 'present' : 'MISSING';

print $q->header(-type => 'text/html', -charset => 'utf-8');
print $q->start_html('Status'), $q->h1($settings->{title}), "<ul>\n";
print '<li>Time: ', strftime('%Y-%m-%d %H:%M:%S %Z', localtime), "</li>\n";
print "<li>Process: $$</li>\n";
print '<li>Site: ', $q->escapeHTML($settings->{site}), "</li>\n";
print "<li>Directory token: $token</li>\n";
print "</ul>\n", $q->end_html, "\n";

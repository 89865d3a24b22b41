package Portal::Phonebook;

use strict;
use warnings;

my @people = (
    { name => 'Berg, Anna', room => '2.14', phone => '4102' },
    { name => 'Chen, Wei',  room => '1.03', phone => '4117' },
    { name => 'Okafor, Ada', room => '3.20', phone => '4135' },
    { name => 'Silva, Rui', room => '0.01', phone => '4100' },
);

sub search {
    my ($text) = @_;
    return @people if !defined $text || $text eq '';
    return grep { index(lc $_->{name}, lc $text) >= 0 } @people;
}

1;

<?php

/** All tickets; the database of the old days is gone, its last export is not. */
function tickets(): array
{
    return json_decode(file_get_contents(__DIR__ . '/../data/tickets.json'), true);
}

function ticket(int $id): ?array
{
    foreach (tickets() as $ticket) {
        if ($ticket['id'] === $id) {
            return $ticket;
        }
    }
    return null;
}

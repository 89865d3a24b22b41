<?php
require __DIR__ . '/../lib/tickets.php';

$ticket = ticket((int) ($_GET['id'] ?? 0));
if ($ticket === null) {
    http_response_code(404);
    header('Content-Type: text/plain');
    exit("No such ticket.\n");
}
if (($_GET['format'] ?? '') === 'json') {
    header('Content-Type: application/json');
    exit(json_encode($ticket, JSON_UNESCAPED_UNICODE) . "\n");
}
header('Content-Type: text/html; charset=utf-8');
echo '<h1>', htmlspecialchars(mb_strtoupper($ticket['title'], 'UTF-8')), "</h1>\n";
echo '<p>', htmlspecialchars($ticket['owner']), ': ', $ticket['open'] ? 'open' : 'closed', "</p>\n";

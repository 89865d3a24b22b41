<?php
require __DIR__ . '/../lib/tickets.php';

// The display in the lobby asks for XML.
$feed = new SimpleXMLElement('<tickets/>');
foreach (tickets() as $ticket) {
    $feed->addChild('ticket', htmlspecialchars($ticket['title']))->addAttribute('id', (string) $ticket['id']);
}
header('Content-Type: application/xml');
echo $feed->asXML();

<?php
require __DIR__ . '/../lib/tickets.php';
header('Content-Type: text/html; charset=utf-8');
?>
<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Tickets</title><link rel="stylesheet" href="/static/tickets.css"></head>
<body>
<h1>Tickets (<?= htmlspecialchars(getenv('TICKETS_SITE')) ?>)</h1>
<ul>
<?php foreach (tickets() as $ticket): ?>
<li><a href="/ticket.php?id=<?= $ticket['id'] ?>"><?= htmlspecialchars($ticket['title']) ?></a></li>
<?php endforeach ?>
</ul>
</body>
</html>

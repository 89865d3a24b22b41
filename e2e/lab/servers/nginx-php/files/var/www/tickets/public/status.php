<?php
$database = require __DIR__ . '/../config/database.php';
header('Content-Type: text/plain');
echo 'Now: ', date('Y-m-d H:i T'), "\n";
echo 'Database: ', $database['username'], ', password of ', strlen($database['password']), " characters\n";
echo 'Memory limit: ', ini_get('memory_limit'), "\n";

<?php
session_name('TICKETS');
session_start();
$_SESSION['visits'] = ($_SESSION['visits'] ?? 0) + 1;
header('Content-Type: text/plain');
echo 'Visits: ', $_SESSION['visits'], "\n";

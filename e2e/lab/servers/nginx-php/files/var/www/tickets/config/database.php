<?php

return [
    'dsn' => 'mysql:host=db.example.internal;dbname=tickets;charset=utf8mb4',
    'username' => 'tickets',
    'password' => 'Gr8-Anchor!Chain-2291',
];

import { http } from '../../ask/http.ts';
import type { LabServer } from '../../server.ts';

const port = 8080;

export const nginxPhp: LabServer = {
  name: 'nginx-php',
  summary: 'nginx in front of php-fpm over a unix socket, with a database password and sessions on disk',
  release: 'bullseye',
  user: 'engineer',
  ports: [port],
  workloads: [
    { like: /nginx/, ports: [port] },
    { like: /php/, ports: [] },
  ],
  secrets: ['Gr8-Anchor!Chain-2291'],
  questions: [
    http({ port, path: '/', expect: /^200\n.*<h1>Tickets \(Lisbon\)<\/h1>.*Printer on floor 3 jams/s }),
    http({ port, path: '/ticket.php?id=2', expect: /<h1>ECRÃ DO ARMAZÉM APAGADO<\/h1>\n<p>Inês: open<\/p>/ }),
    http({ port, path: '/ticket.php?id=9', expect: /^404\n.*No such ticket\./s }),
    http({ port, path: '/api/tickets/3', expect: /"title":"New badge for Chen Wei","owner":"Ada","open":false/ }),
    http({ port, path: '/feed.php', expect: /<ticket id="1">Printer on floor 3 jams<\/ticket>/ }),
    { ...http({ port, path: '/session.php', expect: /^200\n.*Visits: 1\n/s }), writes: true },
    http({ port, path: '/static/tickets.css', expect: /cache-control: max-age=3600.*#7f2a00/s }),
    http({ port, path: '/.git/config', expect: /^404\n/ }),
    http({
      port,
      path: '/status.php',
      expect: /Now: … WES?T\nDatabase: tickets, password of 21 characters\nMemory limit: 96M/,
      mask: [/(?<=Now: )[\d: -]+(?= )/g],
    }),
  ],
};

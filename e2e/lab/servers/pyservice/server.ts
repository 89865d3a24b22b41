import { http } from '../../ask/http.ts';
import type { LabServer } from '../../server.ts';

const port = 8200;
const key = 'sk_live_7Hq2mWz9TtXv4bLcR81dKe';
const headers = { 'X-Api-Key': key };

export const pyservice: LabServer = {
  name: 'pyservice',
  summary: 'A systemd Python service in a virtual environment, with an API key in its EnvironmentFile',
  release: 'trixie',
  user: 'engineer',
  ports: [port],
  workloads: [{ like: /orders/, ports: [port] }],
  secrets: [key],
  questions: [
    http({ port, path: '/health', expect: /^200\n.*{"status": "ok", "site": "Hamburg"}/s }),
    http({ port, path: '/orders', expect: /^401\n.*An API key is needed\./s }),
    http({ port, path: '/orders', headers, expect: /"number": 1002, "customer": "上海港务", "total": 36100/ }),
    http({
      port,
      path: '/orders?customer=Werft%20Nord',
      headers,
      expect: /\n\[{"number": 1001, .*"total": 15000}\]\n$/,
    }),
    http({
      port,
      path: '/orders.yaml',
      headers,
      expect: /- customer: Estaleiro Sul\n {2}number: 1003\n {2}total: 29450/,
    }),
    http({ port, path: '/missing', expect: /^404\n/ }),
  ],
};

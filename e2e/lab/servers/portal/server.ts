import { http } from '../../ask/http.ts';
import type { LabServer } from '../../server.ts';

const port = 8088;
const staff = { Authorization: `Basic ${Buffer.from('staff:lantern-40').toString('base64')}` };

export const portal: LabServer = {
  name: 'portal',
  summary: 'Apache with CGI programs in Perl and C, a staff area, and settings of its own (the reference case)',
  release: 'bookworm',
  user: 'root',
  ports: [port],
  workloads: [{ like: /apache/, ports: [port] }],
  secrets: ['pt_4c1f9b70e2d84a63b5f7', '$apr1$k3dQ7v1x$UFSOs6qfq/80cp4wEb7sh1'],
  questions: [
    http({ port, path: '/', expect: /^200\n.*<h1>Example Works Portal<\/h1>/s }),
    http({ port, path: '/news', expect: /食堂周五关闭/ }),
    http({ port, path: '/style/portal.css', expect: /cache-control: max-age=3600.*#004a7f/s }),
    http({ port, path: '/old/news.html', expect: /^301\n.*location: http.*\/news\.html/s }),
    http({ port, path: '/cgi-bin/phonebook.pl', expect: /<td>Okafor, Ada<\/td><td>3\.20<\/td><td>4135<\/td>/ }),
    http({ port, path: '/cgi-bin/phonebook.pl?q=chen', expect: /<table>\n<tr><td>Chen, Wei<.*\n<\/table>/ }),
    http({
      port,
      path: '/cgi-bin/phonebook.pl?format=json&q=silva',
      expect: /application\/json.*\[{"name":"Silva, Rui","phone":"4100","room":"0\.01"}\]/s,
    }),
    http({
      port,
      path: '/cgi-bin/phonebook.pl',
      method: 'POST',
      body: 'q=berg',
      headers: form(),
      expect: /Berg, Anna/,
    }),
    http({ port, path: '/cgi-bin/badge?name=Visitor', expect: /^200\n.*\n {0}##############.*##############\n/s }),
    http({ port, path: '/cgi-bin/badge', expect: /^400\n.*A badge needs a name\./s }),
    http({
      port,
      path: '/cgi-bin/status.pl',
      expect:
        /<li>Time: … CST<\/li>\n<li>Process: …<\/li>\n<li>Site: Shanghai<\/li>\n<li>Directory token: present<\/li>/,
      mask: [/(?<=Time: )[\d: -]+(?= )/g, /(?<=Process: )\d+/g],
    }),
    http({ port, path: '/internal/', expect: /^401\n.*www-authenticate: Basic realm="Portal staff"/s }),
    http({ port, path: '/internal/', headers: staff, expect: /^200\n.*Shift plan for week 12/s }),
    http({ port, path: '/missing', expect: /^404\n/ }),
    http({
      port,
      path: '/',
      method: 'GET',
      headers: { Host: 'x' },
      expect: /server: Apache\/2\.4\.\d+ \(Debian\)\nx-portal-edition: 2014\.2/,
    }),
  ],
};

function form(): Record<string, string> {
  return { 'Content-Type': 'application/x-www-form-urlencoded' };
}

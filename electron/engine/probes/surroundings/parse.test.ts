import { expect, test } from 'vitest';
import { filesSection, fixture, section } from '../testing/sections.ts';
import { readLibraries } from './libraries.ts';
import { parseSurroundings } from './parse.ts';

test('surroundings out of the files that hold them', () => {
  const { value } = parseSurroundings([
    filesSection({
      '/etc/hosts': '127.0.0.1 localhost\n10.0.0.5 db db.example # the database\n# no\n',
      '/etc/resolv.conf': 'domain old.example\nnameserver 10.0.0.1\nsearch a.example b.example\n',
      '/etc/default/locale': 'LANG="de_DE.UTF-8"\nNOT_A_LOCALE=x\n',
      '/etc/ld.so.conf.d/app.conf': '# ours\n/opt/app/lib\ninclude /etc/other/*.conf\n',
      '/proc/modules': 'nf_conntrack 1 2 - Live\next4 3 4 - Live\n',
    }),
    section('localtime', '/usr/share/zoneinfo/Europe/Berlin\n'),
    section('sysctls', 'net.core.somaxconn\x001024\0net/ipv4/ip_local_port_range\x001024\t65000\0'),
    section('certificates', '/usr/local/share/ca-certificates/company.crt\n'),
  ]);
  expect(value).toMatchObject({
    timeZone: 'Europe/Berlin',
    locale: { LANG: 'de_DE.UTF-8' },
    hosts: [
      { address: '127.0.0.1', names: ['localhost'] },
      { address: '10.0.0.5', names: ['db', 'db.example'] },
    ],
    resolver: { nameservers: ['10.0.0.1'], search: ['a.example', 'b.example'] },
    sysctls: { 'net.core.somaxconn': '1024', 'net.ipv4.ip_local_port_range': '1024 65000' },
    kernelModules: ['nf_conntrack', 'ext4'],
    addedCaCertificates: ['/usr/local/share/ca-certificates/company.crt'],
    ldSoConf: [{ path: '/etc/ld.so.conf.d/app.conf', directories: ['/opt/app/lib'] }],
  });
});

test('libraries of the own word size, the first of a name', () => {
  const libraries = readLibraries(fixture(import.meta.url, 'ldconfig.txt').split('\n'), '64');
  expect(libraries['libc.so.6']).toBe('/lib/x86_64-linux-gnu/libc.so.6');
  const both = [
    '\tlibz.so.1 (libc6) => /lib32/libz.so.1',
    '\tlibz.so.1 (libc6,x86-64) => /lib/libz.so.1',
    '\tlibz.so.1 (libc6,x86-64) => /usr/lib/libz.so.1',
  ];
  expect(readLibraries(both, '64')).toEqual({ 'libz.so.1': '/lib/libz.so.1' });
  expect(readLibraries(both, '32')).toEqual({ 'libz.so.1': '/lib32/libz.so.1' });
  const odd = ['constructor', '__proto__'].map((name) => `\t${name} (libc6,x86-64) => /lib/${name}`);
  expect(Object.entries(readLibraries(odd, '64'))).toEqual([
    ['constructor', '/lib/constructor'],
    ['__proto__', '/lib/__proto__'],
  ]);
});

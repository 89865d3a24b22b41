import { describe, expect, it } from 'vitest';
import { chinese } from './chinese.ts';

describe('chinese', () => {
  it.each([
    ['needed by libssl3', 'libssl3 需要它'],
    ["package perl-modules-5.36: Perl's own library", '软件包 perl-modules-5.36：Perl 自带的库'],
    ['body line 11: clock', '正文第 11 行：时钟'],
    ['status: 200 on the server, 502 in the container', '状态码：服务器为 200，容器为 502'],
    ['its name says that it is secret; a password or token stands in it', '名称表明它是机密；其中有密码或令牌'],
    [
      '/etc/shadow: needs root. Scan as root or through sudo (--sudo) to read it.',
      '/etc/shadow：需要 root 权限。请以 root 身份或通过 sudo（--sudo）扫描，才能读取它。',
    ],
    [
      'a process of apache2.service (Type=forking) starts it. (/lib/x)',
      'a process of apache2.service（Type=forking）启动它。（/lib/x）',
    ],
  ])('says %s', (english, translated) => {
    expect(chinese(english)).toBe(translated);
  });

  it('puts a space between ideographs and letters alone', () => {
    expect(chinese('portal talks to db: Connected to port 5432 of this machine during the scan')).toBe(
      'portal 与 db 通信：扫描期间有到本机的端口 5432 的连接',
    );
  });

  it('leaves what servers and paths say', () => {
    expect(chinese('GET /x')).toBeUndefined();
    expect(chinese('mkdir failed in /srv')).toBeUndefined();
    expect(chinese('/srv/portal/log')).toBeUndefined();
  });
});

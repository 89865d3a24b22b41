interface Target {
  host: string;
  user: string;
  port: string;
}

/**
 * Takes apart an address: `ssh://user@host:2222`, `user@host`, `host:22`, `[::1]:22`, and `user@host:/path` as scp has it.
 * A password in it is dropped, it is asked for when it is needed; what is no address stays as it is.
 */
export function splitTarget(text: string): Target {
  const [, scheme = '', rest = ''] = /^(?:([a-z]+):\/\/)?(.*)$/is.exec(text.trim()) ?? [];
  const address = scheme === '' ? rest.replace(/\/$/, '') : rest.replace(/\/.*$/s, '');
  const at = address.lastIndexOf('@');
  const place = splitPort(address.slice(at + 1));
  if (place === undefined) return { host: text.trim(), user: '', port: '' };
  const [user = ''] = address.slice(0, Math.max(at, 0)).split(':');
  // The port of a web page is not that of SSH.
  return { host: place.host, user, port: /^https?$/i.test(scheme) ? '' : place.port };
}

function splitPort(place: string): { host: string; port: string } | undefined {
  const found =
    /^\[(?<v6>[\da-f:.]+(?:%\w+)?)\](?::(?<port>\d*))?$/i.exec(place) ??
    // Several colons without brackets: an IPv6 address as it is.
    /^(?<v6>[\da-f.]*:[\da-f.]*:[\da-f:.]*(?:%\w+)?)$/i.exec(place) ??
    /^(?<name>[^\s:[\]/]+)(?::(?<port>\d*))?$/.exec(place) ??
    /^(?<name>[^\s:[\]/]+):\D/.exec(place);
  const { v6, name, port = '' } = found?.groups ?? {};
  const host = v6 ?? name;
  return host === undefined ? undefined : { host, port };
}

/** Text that Compose takes as it stands: it would expand `$NAME` and `${NAME}` otherwise. */
export function literal(text: string): string {
  return text.replaceAll('$', '$$$$');
}

/** The name of a variable of `.env` that belongs to a workload: PORTAL_8088_PORT. */
export function variableName(...parts: (string | number)[]): string {
  const name = parts
    .join('_')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_');
  return /^[0-9]/.test(name) ? `_${name}` : name;
}

/** A reference to a variable of `.env` with the value that holds where it is not set. */
export function variable(name: string, fallback: string): string {
  return `\${${name}:-${fallback}}`;
}

/** Why a path cannot be that of a new file; undefined where it can. The engine checks it again. */
export function newPathProblem(path: string, existing: readonly string[]): 'invalid' | 'exists' | undefined {
  const parts = path.split('/');
  const bad = parts.some((part) => part.trim() === '' || part === '.' || part === '..' || part.includes('\\'));
  if (bad || parts[0] === '.slipway' || parts[0] === '.git') return 'invalid';
  return existing.some((other) => other === path || other.startsWith(`${path}/`)) ? 'exists' : undefined;
}

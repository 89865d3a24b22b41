import { breachesOf } from '../../../../../shared/dockerfile/rules.ts';

/** The instructions of a Dockerfile, comments out and continued lines joined. */
export function instructionsOf(dockerfile: string): string[] {
  const lines = dockerfile.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines
    .join('\n')
    .replace(/\\\n\s*/g, '')
    .split('\n');
}

const RULES: Record<string, (instructions: string[]) => boolean> = {
  'DL1001 first instruction is FROM': ([first]) => first?.startsWith('FROM ') === true,
  'DL3000 absolute WORKDIR': (all) => all.filter(is('WORKDIR')).every((line) => /^WORKDIR "?\//.test(line)),
  'DL3012 one HEALTHCHECK': (all) => all.filter(is('HEALTHCHECK')).length <= 1,
  'DL3020 ADD for archives alone': (all) => all.filter(is('ADD')).every((line) => line === 'ADD payload.tar /'),
  'DL3021 COPY of several ends with a slash': (all) =>
    all.filter(is('COPY')).every((line) => line.split(' ').length <= 4 || line.endsWith('/')),
  'DL3023 no COPY from itself': (all) => !all.some((line) => line.startsWith('COPY --from')),
  'DL3024 stages are unique': (all) => all.filter(is('FROM')).length === 1,
  'DL3026 DL3061 nothing before FROM': (all) => all.findIndex(is('FROM')) === 0,
  'DL3043 no ONBUILD of FROM': (all) => !all.some(is('ONBUILD')),
  'no variable is expanded in ENV': (all) => all.filter(is('ENV')).every((line) => !/[^\\]\$/.test(line)),
  'DL4000 no MAINTAINER': (all) => !all.some(is('MAINTAINER')),
  'DL4003 one CMD': (all) => all.filter(is('CMD')).length === 1,
  'DL4004 one ENTRYPOINT': (all) => all.filter(is('ENTRYPOINT')).length <= 1,
};

/** Names of hadolint's rules of level error that a Dockerfile breaks: the editor's own, and those above. */
export function errorsOf(dockerfile: string): string[] {
  const instructions = instructionsOf(dockerfile);
  const breaches = breachesOf(dockerfile).filter(({ severity }) => severity === 'error');
  return [...breaches.map(({ rule }) => rule), ...Object.entries(RULES).flatMap(([name, holds]) => (holds(instructions) ? [] : [name]))];
}

function is(keyword: string): (line: string) => boolean {
  return (line) => line.startsWith(`${keyword} `);
}

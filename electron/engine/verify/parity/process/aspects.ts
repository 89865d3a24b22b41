import { sentence } from '../../../../../shared/text/sentence.ts';
import type { Aspect } from './aspect.ts';
import { compareArguments } from './compare-arguments.ts';
import { compareLocale } from './compare-locale.ts';
import { compareSockets } from './compare-sockets.ts';
import { compareDirectory, compareOpenFiles, compareUmask } from './compare-surroundings.ts';
import { compareUsers } from './compare-users.ts';
import { compareZones } from './compare-zones.ts';

/** All that is compared of a process, in the report's order. */
export const aspects: readonly Aspect[] = [
  { id: 'user', title: sentence`User`, compare: compareUsers },
  { id: 'arguments', title: sentence`Program and arguments`, compare: compareArguments },
  { id: 'directory', title: sentence`Working directory`, compare: compareDirectory },
  { id: 'umask', title: sentence`Umask`, compare: compareUmask },
  { id: 'open-files', title: sentence`Limit of open files`, compare: compareOpenFiles },
  { id: 'sockets', title: sentence`Listening sockets`, compare: compareSockets },
  { id: 'time-zone', title: sentence`Time zone`, compare: compareZones },
  { id: 'locale', title: sentence`Locale`, compare: compareLocale },
];

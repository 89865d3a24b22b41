import type { Question } from '../../../shared/model/events.ts';
import { HostKeyQuestion } from '../../jobs/questions/host-key-question.tsx';
import { SecretQuestion } from '../../jobs/questions/secret-question.tsx';
import classes from '../gallery.module.css';
import { Sample } from '../sample.tsx';

const hostKey = {
  kind: 'host-key',
  host: 'portal.example.net',
  algorithm: 'ssh-ed25519',
  fingerprint: 'SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8',
} as const;

const typed: Exclude<Question, { kind: 'host-key' }>[] = [
  {
    kind: 'password',
    user: 'engineer',
    host: 'portal.example.net',
    refusedKeys: ['/home/engineer/.ssh/id_ed25519', 'engineer@laptop (agent)'],
    refused: true,
  },
  { kind: 'passphrase', file: '/home/engineer/.ssh/id_ed25519', unreadable: true },
  { kind: 'sudo-password', user: 'engineer', host: 'portal.example.net' },
  { kind: 'git-user', url: 'https://git.example.net/portal.git' },
  { kind: 'git-password', url: 'https://git.example.net/portal.git', user: 'engineer' },
  { kind: 'prompt', host: 'portal.example.net', text: 'Verification code:', echo: true },
];

/** The questions as their dialogs show them. */
export function QuestionSamples() {
  return (
    <>
      <Sample name="HostKeyQuestion">
        <div className={classes.card}>
          <HostKeyQuestion question={hostKey} reply={() => {}} />
        </div>
      </Sample>
      {typed.map((question) => (
        <Sample key={question.kind} name={`SecretQuestion, ${question.kind}`}>
          <div className={classes.card}>
            <SecretQuestion question={question} reply={() => {}} />
          </div>
        </Sample>
      ))}
    </>
  );
}

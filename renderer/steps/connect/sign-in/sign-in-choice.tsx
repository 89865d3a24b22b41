import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyFile } from './key-file.tsx';
import type { SignIn } from './sign-in.ts';

interface SignInChoiceProps {
  signIn: SignIn;
  error: string | undefined;
  onChange(changes: Partial<SignIn>): void;
}

const methods = ['auto', 'key', 'password'] as const;
const texts = {
  auto: { label: 'connect.methodAuto', help: 'connect.methodAutoHelp' },
  key: { label: 'connect.methodKey', help: 'connect.methodKeyHelp' },
  password: { label: 'connect.methodPassword', help: 'connect.methodPasswordHelp' },
} as const;

/** How to sign in: what the machine usually takes, one key, or a password that is asked for when it is needed. */
export function SignInChoice({ signIn, error, onChange }: SignInChoiceProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t('connect.method')}
      value={signIn.method}
      onChange={(value) => onChange({ method: methods.find((method) => method === value) ?? 'auto' })}
    >
      <Stack gap={10} mt={8}>
        {methods.map((method) => (
          <div key={method}>
            <Radio value={method} label={t(texts[method].label)} description={t(texts[method].help)} />
            {method === 'key' && signIn.method === 'key' ? (
              <KeyFile keyFile={signIn.keyFile} error={error} onChange={(keyFile) => onChange({ keyFile })} />
            ) : null}
          </div>
        ))}
      </Stack>
    </Radio.Group>
  );
}

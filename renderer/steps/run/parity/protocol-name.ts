import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

const named = ['greeting', 'logs', 'process', 'stop', 'zombies'] as const;

/** What a kind of check is called: ours in the person's language, a protocol by its own name. */
export function useProtocolName(): (protocol: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (protocol) => {
      const own = named.find((one) => one === protocol);
      return own === undefined ? protocol.toUpperCase() : t(`run.parity.protocols.${own}`);
    },
    [t],
  );
}

import { sentence } from '../../../shared/text/sentence.ts';

/** Why there is no image: the builder's words, after the line of the Dockerfile that they are about where it came to one. */
export function unbuiltReason({ instruction, message }: { instruction: string; message: string }): string {
  const words = [instruction, message].filter((part) => part !== '').join(': ');
  return `${sentence`The image cannot be built`}: ${words}`;
}

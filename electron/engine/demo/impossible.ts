import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';

export function noCheckout(): SlipwayError {
  const message = sentence`The demo builds a sample server, which only a checkout of Slipway can do.`;
  return new SlipwayError('demo.impossible', message, {
    hint: sentence`Clone the repository and run \`npm run demo\`, or \`npm start\` for the app, in it.`,
  });
}

export function noNode(): SlipwayError {
  return new SlipwayError('demo.impossible', sentence`There is no Node.js on the PATH to build the demo server with.`, {
    hint: sentence`Install Node.js 20.20 or newer, then start Slipway again.`,
  });
}

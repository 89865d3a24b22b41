import { main } from './main.ts';

// Set where a package's own program runs this: the programs that are started from here may be such programs too.
delete process.env.ELECTRON_RUN_AS_NODE;

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
  // Not before: what is still on its way to a pipe would be lost. Nor left to Node, which no longer hears signals while it
  // takes itself apart: a last Ctrl-C would then be how it ended.
  process.once('beforeExit', () => process.exit());
});

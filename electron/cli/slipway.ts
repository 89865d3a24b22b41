import { main } from './main.ts';

// Set where a package's own program runs this: the programs that are started from here may be such programs too.
delete process.env.ELECTRON_RUN_AS_NODE;

main(process.argv.slice(2)).then((code) => {
  // Not process.exit(): what is still on its way to a pipe would be lost.
  process.exitCode = code;
});

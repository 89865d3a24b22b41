import type { DockerfileLanguageService } from 'dockerfile-language-service';
import type {
  CompletionItem,
  Diagnostic,
  DocumentHighlight,
  FoldingRange,
  Hover,
  Position,
  Range,
  SymbolInformation,
} from 'vscode-languageserver-types';
import { formatDockerfile } from '../../../shared/dockerfile/format.ts';
import { type Breach, breachesOf } from '../../../shared/dockerfile/rules.ts';
import { type Fix, fixesOf } from './fixes.ts';

/** What the page asks of the Dockerfile worker; each answer is empty for a file that the worker does not know. */
export interface DockerfileService {
  /** What the builder would refuse or warn of, and the rules of good practice that are broken. */
  validate(uri: string): { diagnostics: Diagnostic[]; breaches: Breach[] };
  complete(uri: string, position: Position): Promise<CompletionItem[]>;
  hover(uri: string, position: Position): Hover | null;
  highlights(uri: string, position: Position): DocumentHighlight[];
  symbols(uri: string): SymbolInformation[];
  folding(uri: string): FoldingRange[];
  fixes(uri: string, range: Range): Fix[];
  /** The whole file in order (shared/dockerfile/format.ts). */
  format(uri: string, indent: string): string;
}

/** The language service over the worker's copies of the files. */
export function createDockerfileService(
  service: DockerfileLanguageService,
  textOf: (uri: string) => string | undefined,
): DockerfileService {
  service.setCapabilities({
    completion: { completionItem: { documentationFormat: ['markdown'], snippetSupport: true } },
    hover: { contentFormat: ['markdown'] },
    foldingRange: { lineFoldingOnly: true },
  });
  const of = (uri: string) => textOf(uri) ?? '';
  return {
    validate: (uri) => ({ diagnostics: service.validate(of(uri)), breaches: breachesOf(of(uri)) }),
    complete: async (uri, position) =>
      (await service.computeCompletionItems(of(uri), position)).map((item) => service.resolveCompletionItem(item)),
    hover: (uri, position) => service.computeHover(of(uri), position),
    highlights: (uri, position) => service.computeHighlightRanges(of(uri), position),
    symbols: (uri) => service.computeSymbols({ uri }, of(uri)),
    folding: (uri) => service.computeFoldingRanges(of(uri)),
    fixes: (uri, range) => fixesOf(service, uri, of(uri), range),
    format: (uri, indent) => formatDockerfile(of(uri), indent),
  };
}

import ts from 'typescript';
import { absolute } from './sources';

/** Texts of files, by their paths from the root of the project. */
export type Files = ReadonlyMap<string, string>;
/** What the compiler says against the project with some files otherwise than on disk: in these files, or in all. */
export type Compiler = (changed: Files, among?: readonly string[]) => string[];

/** The project's own compiler. What has been read and parsed once is not read again, so asking anew is cheap. */
export function compiler(): Compiler {
  const config = ts.getParsedCommandLineOfConfigFile(
    absolute('tsconfig.json'),
    { noEmit: true, incremental: false },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
      },
    },
  );
  if (config === undefined) throw new Error('tsconfig.json is not there.');
  const { options, fileNames } = config;
  const host = ts.createCompilerHost(options);
  const parsed = new Map<string, ts.SourceFile>();
  let last: ts.Program | undefined;
  return (changed, among) => {
    const texts = new Map([...changed].map(([path, text]) => [absolute(path), text]));
    const program = ts.createProgram(
      fileNames,
      options,
      {
        ...host,
        fileExists: (name) => texts.has(name) || host.fileExists(name),
        readFile: (name) => texts.get(name) ?? host.readFile(name),
        getSourceFile: (name, version) => {
          const key = `${name}\n${texts.get(name) ?? ''}`;
          const file =
            parsed.get(key) ?? ts.createSourceFile(name, texts.get(name) ?? host.readFile(name) ?? '', version);
          parsed.set(key, file);
          return file;
        },
      },
      last,
    );
    last = program;
    const files = among === undefined ? [undefined] : among.map((path) => program.getSourceFile(absolute(path)));
    return files
      .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
      .map(({ file, messageText }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  };
}

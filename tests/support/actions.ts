import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { absolute, sources, type Source } from './sources';

/** An exported command or query, and the row of POLICY it answers to. */
export interface Declared {
  path: string;
  name: string;
  action: string;
}

/** Every command (or query) declared in a room: the exports that carry an `action`. */
export async function declared(room: 'lib/commands' | 'lib/queries'): Promise<Declared[]> {
  const files = sources(room, /\.ts$/).map(async ({ path }) => {
    const loaded: unknown = await import(pathToFileURL(absolute(path)).href);
    return Object.entries(loaded ?? {}).flatMap(([name, value]) => {
      const action = actionOf(value);
      return action === undefined ? [] : [{ path, name, action }];
    });
  });
  return (await Promise.all(files)).flat();
}

function actionOf(value: unknown): string | undefined {
  if ((typeof value !== 'function' && typeof value !== 'object') || value === null) return undefined;
  return 'action' in value && typeof value.action === 'string' ? value.action : undefined;
}

/** The declared commands or queries that a file imports, with the name each goes by there. */
export function imported(file: Source, known: readonly Declared[]): (Declared & { local: string })[] {
  const imports = file.text.matchAll(/import \{([^}]*)\} from '#(lib\/(?:commands|queries)\/[^']+)'/g);
  return [...imports].flatMap(([, list = '', module = '']) =>
    list.split(',').flatMap((item) => {
      const [name = '', local = name] = item.trim().split(/\s+as\s+/);
      return known.filter((one) => one.name === name && one.path === `${module}.ts`).map((one) => ({ ...one, local }));
    }),
  );
}

/** The files that import a declared one of these and then do not use it, or import none. */
export function pathsWithout(known: readonly Declared[], files: readonly Source[]): string[] {
  const uses = (file: Source): boolean => {
    const body = file.text.replaceAll(/^import [^;]*;$/gm, '');
    return imported(file, known).some(({ local }) => mentions(body, local));
  };
  return files.filter((file) => !uses(file)).map(({ path }) => path);
}

/** Whether a name stands in a text as a whole word. */
export const mentions = (text: string, name: string): boolean => new RegExp(`\\b${name}\\b`).test(text);

/** The exported functions of a file: name and text, up to where the next export begins. */
export function exportedParts(file: Source): { name: string; text: string }[] {
  const starts = [...file.text.matchAll(/^export (?:default )?(?:async )?(?:function|const) (\w+)/gm)];
  return starts.map((start, index) => ({
    name: start[1] ?? '',
    text: file.text.slice(start.index, starts[index + 1]?.index),
  }));
}

/** The names that a file gives to what it exports, types too; what it passes on from another file has its name there. */
export function exportedNames({ path, text }: Source): string[] {
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return statements.flatMap((one): string[] => {
    if (!ts.canHaveModifiers(one) || !ts.getModifiers(one)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
      return [];
    if (ts.isVariableStatement(one))
      return one.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
    const isDefault = ts.getModifiers(one)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) === true;
    if (isDefault || !('name' in one)) return [];
    const name: unknown = one.name;
    return typeof name === 'object' && name !== null && 'text' in name && typeof name.text === 'string'
      ? [name.text]
      : [];
  });
}

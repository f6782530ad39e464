import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { absolute } from './sources';

// A planted file is not on disk, so the rules that ask the compiler for types are left out.
const lint = new ESLint({
  cwd: absolute('.'),
  overrideConfig: [
    { files: ['**/*.{ts,tsx}'], ...tseslint.configs.disableTypeChecked },
    { files: ['**/*.{ts,tsx}'], languageOptions: { parserOptions: { projectService: false } } },
  ],
});

/** The rules that refuse this text if it were written at this path; empty when it is allowed. */
export async function refusals(path: string, text: string): Promise<string[]> {
  const results = await lint.lintText(text, { filePath: absolute(path) });
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message));
}

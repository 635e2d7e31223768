import { describe, expect, it } from 'vitest';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { allCommands } from '../support/branch/commands.js';
import { usage } from '../../src/chat/replies/usage/usage-line.js';
import { fittingExample } from '../../src/chat/replies/usage/examples.js';

const { rulebook: second } = await loadRulebook('tests/support/rulebooks/second.yaml');
const { rulebook: builtIn } = await loadRulebook('rulebooks/2018.yaml');
const commands = await allCommands();

/** The examples and the usages of one command, as `/帮助` shows them. */
function shown(name: string, rulebook = second): readonly string[] {
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new Error(`no command /${name}`);
  return command.forms.flatMap((form) => [
    usage(command, form, rulebook),
    ...form.examples.map((example) => fittingExample(command, form, example, rulebook)),
  ]);
}

describe('GIVEN a rulebook with other items, labels and periods', () => {
  it('THEN the built-in rulebook changes no example', () => {
    for (const command of commands)
      for (const form of command.forms)
        for (const example of form.examples)
          expect(fittingExample(command, form, example, builtIn)).toBe(example);
  });

  it('THEN leave, categories, tiers, base items and months are those of the file', () => {
    expect(shown('自评')).toEqual(expect.arrayContaining(['/自评 30 20 30', '/自评 30 10+10 30']));
    expect(shown('公示')).toEqual(expect.arrayContaining(['/公示 9月', '/公示 2026 9月']));
    expect(shown('党员').join('\n')).not.toMatch(/机关党员|窗口党员/u);
    expect(shown('党员')).toContain('/党员 添加 陈晨 负责人党员');
  });

  it('THEN no example or usage names a label that the file does not have', () => {
    const missing = (
      labels: readonly { readonly label: string }[],
      kept: readonly { readonly label: string }[],
    ) => labels.map(({ label }) => label).filter((label) => !kept.some((one) => one.label === label));
    const gone = [
      ...missing(builtIn.activities.kinds, second.activities.kinds),
      ...missing(builtIn.categories, second.categories),
      ...missing(builtIn.followUp.improvements, second.followUp.improvements),
    ];
    expect(gone).not.toEqual([]);
    for (const { name } of commands)
      for (const line of shown(name))
        for (const word of line.split(' ')) expect(gone, line).not.toContain(word);
  });
});

/** `npm run rulebook -- 细则.yaml [--against 另一份.yaml]`: checks a rulebook file and lists the differences. */
import { join, resolve } from 'node:path';
import { byWeight, differenceText } from '../chat/replies/rulebook/differences.js';
import { differences } from '../domain/rulebook/differences.js';
import type { Rulebook } from '../domain/rulebook/schema.js';
import { projectFolder } from '../project-folder.js';
import { commandLine } from './command-line.js';
import { loadRulebook } from '../start/rulebook-file.js';

const usage = `用法：npm run rulebook -- 细则.yaml [--against 另一份.yaml]
检查细则文件，并列出与内置细则（rulebooks/2018.yaml）或另一份细则的不同。`;

export const run = commandLine({
  usage,
  options: { against: { type: 'string' } },
  read: ({ against = join(projectFolder(), 'rulebooks/2018.yaml') }, [file, ...others]) =>
    file === undefined || others.length > 0 ? undefined : { file: resolve(file), against: resolve(against) },
  run: async ({ file, against }, { say }) => {
    const { rulebook: after } = await loadRulebook(file);
    const { rulebook: before } = await loadRulebook(against);
    say(`细则文件 ${file} 可以使用：${after.title}（版本${after.version}）。`);
    for (const line of report(before, after)) say(line);
    return 0;
  },
});

function report(before: Rulebook, after: Rulebook): readonly string[] {
  const found = byWeight(differences(before, after));
  const other = `“${before.title}”（版本${before.version}）`;
  if (found.length === 0) return [`与${other}的内容没有不同。`];
  const lines = found.map((difference) => `  ${differenceText(difference, { before, after })}`);
  const sameVersion =
    before.version === after.version
      ? ['请注意：两份内容不同而版本号相同，请修改 version，否则已按此版本执行的支部不能启动。']
      : [];
  return [`与${other}相比有${found.length}处不同：`, ...lines, ...sameVersion];
}

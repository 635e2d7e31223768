/** `npm run rulebook`: checks a rulebook file and lists the differences, or the wording in an annex (`--wording`). */
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { byWeight, differenceText } from '../chat/replies/rulebook/differences.js';
import {
  unknownItemsText,
  unreadableText,
  wordingLines,
  wordingProblemsText,
} from '../chat/replies/rulebook/wording.js';
import { differences } from '../domain/rulebook/differences.js';
import type { Rulebook } from '../domain/rulebook/schema.js';
import { readWording } from '../domain/rulebook/wording.js';
import { OperatorError } from '../operator-error.js';
import { projectFolder } from '../project-folder.js';
import { commandLine } from './command-line.js';
import { readDocument } from '../start/files/document-file.js';
import { loadRulebook } from '../start/files/rulebook-file.js';

const usage = `用法：npm run rulebook -- 细则.yaml [--against 另一份.yaml]
检查细则文件，并列出与内置细则（rulebooks/2018.yaml）或另一份细则的不同。

用法：npm run rulebook -- --wording 附件.docx [--against 细则.yaml]
从考核表附件中按项号读出各项的原文，与细则对照，不写入。`;

export const run = commandLine({
  usage,
  options: { against: { type: 'string' }, wording: { type: 'string' } },
  read: ({ against = join(projectFolder(), 'rulebooks/2018.yaml'), wording }, files) => {
    const [file, ...others] = wording === undefined ? files : [wording, ...files];
    if (file === undefined || others.length > 0) return undefined;
    return { file: resolve(file), against: resolve(against), isWording: wording !== undefined };
  },
  run: async ({ file, against, isWording }, { say }) => {
    if (isWording) {
      for (const line of await wordingReport(file, (await loadRulebook(against)).rulebook)) say(line);
      return 0;
    }
    const { rulebook: after } = await loadRulebook(file);
    const { rulebook: before } = await loadRulebook(against);
    say(`细则文件 ${file} 可以使用：${after.title}（版本${after.version}）。`);
    for (const line of report(before, after)) say(line);
    return 0;
  },
});

/** @throws OperatorError when not every item is read */
async function wordingReport(file: string, before: Rulebook): Promise<readonly string[]> {
  const name = basename(file);
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new OperatorError(`无法读取“${file}”：请核对文件位置和读取权限。`, { cause: error });
  });
  const read = readDocument(bytes);
  if (!read.ok) throw new OperatorError(unreadableText(name, read.why));
  const wording = readWording(read.document, before);
  if (!wording.ok)
    throw new OperatorError([`“${name}”还不能用：`, ...wordingProblemsText(wording.problems)].join('\n'));
  const { texts, unknown } = wording.found;
  const worded = <T extends { readonly number: number }>(items: readonly T[]) =>
    items.map((item) => ({ ...item, wording: texts.get(item.number) }));
  const after = { ...before, baseItems: worded(before.baseItems), items: worded(before.items) };
  return [
    `“${name}”里的各项，与“${before.title}”对照：`,
    ...(unknown.length > 0 ? [unknownItemsText(unknown)] : []),
    ...wordingLines(before, after),
    '没有写入。要采用，请由记录员、书记或副书记附上这个文件发送“/细则 原文”，由另一位同志认定。',
  ];
}

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

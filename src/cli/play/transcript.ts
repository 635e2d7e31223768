import type { Rulebook } from '../../domain/rulebook/schema.js';

/** One parsed line of a transcript (SPEC §5). `raw` is printed again unchanged. */
export type Step =
  | { readonly kind: 'text'; readonly raw: string }
  | { readonly kind: 'branch'; readonly raw: string; readonly name: string }
  | { readonly kind: 'person'; readonly raw: string; readonly person: ScenePerson }
  | { readonly kind: 'time'; readonly raw: string; readonly at: string }
  | { readonly kind: 'again'; readonly raw: string }
  | { readonly kind: 'restart'; readonly raw: string }
  | {
      readonly kind: 'say';
      readonly raw: string;
      readonly line: number;
      readonly speaker: string;
      readonly inPrivate: boolean;
      readonly text: string;
      readonly files: readonly SceneFile[];
    }
  /** What the bot should say; further lines are joined with line feeds. */
  | { readonly kind: 'expect'; readonly raw: string; readonly said: string };

interface SceneFile {
  readonly kind: 'picture' | 'file';
  readonly name: string;
}

export interface ScenePerson {
  readonly name: string;
  readonly kind: 'member' | 'mass' | 'superior' | 'inspector';
  /** The category's label as written; 预备党员 is the rulebook's category for new members, with the status 预备. */
  readonly category: string | null;
  readonly probationary: boolean;
  readonly offices: readonly string[];
  readonly bound: boolean;
}

/** A line that is no transcript; the player exits with 2. */
export class TranscriptError extends Error {
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(`第${line}行：${reason}`);
  }
}

const speech = /^([^\s@#>][^>]*?)(>>?)\s?(.*)$/u;
const botLine = /^机器人(?:>>([^\s]*)|>)(?:\s(.*)|)$/u;
const attachment = /\[(图片|文件)[:\uff1a]([^\]]+)\]/gu;
const timeWords = /^(\d{4}-\d{2}-\d{2})[ T](\d{2})[:\uff1a](\d{2})$/u;
const officeNames: Readonly<Record<string, string>> = {
  书记: 'secretary',
  副书记: 'deputySecretary',
  支委: 'committeeMember',
  党小组组长: 'groupLeader',
  记录员: 'recorder',
  监督员: 'supervisor',
};

/** A rulebook's categories, and the one for 预备党员. */
interface SceneCategories {
  readonly labels: readonly string[];
  readonly probationary: string;
}

export function sceneCategories({ categories, membership }: Rulebook): SceneCategories {
  const fresh = categories.find(({ id }) => id === membership.probationary.category);
  return { labels: categories.map(({ label }) => label), probationary: fresh?.label ?? '' };
}

/** @throws TranscriptError naming the first line that cannot be understood */
export function parseTranscript(source: string, categories: SceneCategories): readonly Step[] {
  const steps: Step[] = [];
  const unbound = unboundNames(source);
  let hasBranch = false;
  const lines = source.replace(/^\ufeff/u, '').split(/\r?\n/u);
  if (lines.at(-1) === '') lines.pop();
  lines.forEach((raw, index) => {
    const last = steps.at(-1);
    const longer = last === undefined ? undefined : withLine(last, raw);
    if (longer !== undefined) {
      steps[steps.length - 1] = longer;
      return;
    }
    const step = stepOf(raw, index + 1, categories, unbound);
    hasBranch ||= step.kind === 'branch';
    if (!hasBranch && needsBranch(step)) throw new TranscriptError(index + 1, '前面应先有“@支部 名称”');
    steps.push(step);
  });
  return steps;
}

/** A message with one more line, indented by two blanks (SPEC §5); undefined where the line is none of its own. */
function withLine(last: Step, line: string): Step | undefined {
  if (!line.startsWith('  ')) return undefined;
  const raw = `${last.raw}\n${line}`;
  if (last.kind === 'expect') return { ...last, raw, said: `${last.said}\n${line.slice(2)}` };
  if (last.kind !== 'say' || line.trim() === '') return undefined;
  const { text, files } = spoken(line.slice(2));
  return { ...last, raw, text: `${last.text}\n${text}`, files: [...last.files, ...files] };
}

/** The words of a line, and what is sent with it. */
function spoken(line: string): Pick<Extract<Step, { kind: 'say' }>, 'text' | 'files'> {
  const files = [...line.matchAll(attachment)].map((found): SceneFile => ({
    kind: found[1] === '图片' ? 'picture' : 'file',
    name: found[2] ?? '',
  }));
  return { text: line.replaceAll(attachment, ' ').trimEnd(), files };
}

/** 上级 and 工委 belong to all branches and may come first. */
function needsBranch(step: Step): boolean {
  if (step.kind === 'person') return step.person.kind === 'member' || step.person.kind === 'mass';
  return step.kind === 'say';
}

function unboundNames(source: string): ReadonlySet<string> {
  const found = source.matchAll(/^@未绑定\s+(\S+)\s*$/gmu);
  return new Set([...found].map((match) => match[1] ?? ''));
}

function stepOf(raw: string, line: number, categories: SceneCategories, unbound: ReadonlySet<string>): Step {
  if (raw.trim() === '' || raw.startsWith('#')) return { kind: 'text', raw };
  if (raw.startsWith('@')) return directive(raw, line, categories, unbound);
  const bot = botLine.exec(raw);
  if (bot !== null) return { kind: 'expect', raw, said: raw };
  const match = speech.exec(raw);
  if (match === null)
    throw new TranscriptError(line, `看不懂“${raw.slice(0, 30)}”，应为“姓名> 文字”或“@时间 …”等`);
  const [, speaker = '', arrow = '', text = ''] = match;
  return { kind: 'say', raw, line, speaker: speaker.trim(), inPrivate: arrow === '>>', ...spoken(text) };
}

function directive(
  raw: string,
  line: number,
  categories: SceneCategories,
  unbound: ReadonlySet<string>,
): Step {
  const [word = '', ...words] = raw.trim().split(/\s+/u);
  const [name] = words;
  const person = (kind: ScenePerson['kind']): Step => {
    if (name === undefined) throw new TranscriptError(line, `“${word}”后面应有姓名`);
    if (words.length > 1) throw new TranscriptError(line, `“${word} 姓名”后面不应再有文字`);
    return {
      kind: 'person',
      raw,
      person: { name, kind, category: null, probationary: false, offices: [], bound: !unbound.has(name) },
    };
  };
  switch (word) {
    case '@支部':
      if (name === undefined) throw new TranscriptError(line, '“@支部”后面应有名称');
      return { kind: 'branch', raw, name: words.join(' ') };
    case '@党员':
      return { kind: 'person', raw, person: member(words, line, categories, unbound) };
    case '@群众':
      return person('mass');
    case '@上级':
      return person('superior');
    case '@工委':
      return person('inspector');
    case '@未绑定':
      if (name === undefined) throw new TranscriptError(line, '“@未绑定”后面应有姓名');
      return { kind: 'text', raw };
    case '@时间': {
      const match = timeWords.exec(words.join(' '));
      const at = `${match?.[1] ?? ''}T${match?.[2] ?? ''}:${match?.[3] ?? ''}:00`;
      if (
        match === null ||
        Number.isNaN(Date.parse(`${at}Z`)) ||
        new Date(`${at}Z`).toISOString().slice(0, 19) !== at
      ) {
        throw new TranscriptError(line, '时间应写成“@时间 2026-12-31 18:00”');
      }
      return { kind: 'time', raw, at };
    }
    case '@重发':
      return { kind: 'again', raw };
    case '@重启':
      return { kind: 'restart', raw };
    default:
      throw new TranscriptError(line, `没有“${word}”这个指令`);
  }
}

function member(
  words: readonly string[],
  line: number,
  categories: SceneCategories,
  unbound: ReadonlySet<string>,
): ScenePerson {
  const [name, category, ...offices] = words;
  if (name === undefined || category === undefined)
    throw new TranscriptError(line, '“@党员”后面应有姓名和类别');
  const probationary = category === '预备党员';
  const label = probationary ? categories.probationary : category;
  if (!categories.labels.includes(label))
    throw new TranscriptError(
      line,
      `没有“${category}”这个类别，可写：${categories.labels.join('、')}、预备党员`,
    );
  const codes = offices
    .flatMap((office) => office.split(/[、,\uff0c]/u))
    .map((office) => {
      const code = officeNames[office];
      if (code === undefined)
        throw new TranscriptError(
          line,
          `没有“${office}”这个职务，可写：${Object.keys(officeNames).join('、')}`,
        );
      return code;
    });
  return { name, kind: 'member', category: label, probationary, offices: codes, bound: !unbound.has(name) };
}

import { word, type Word, type WordResult } from '../../define.js';
import { matterWord, textNamed } from '../plain.js';

/** A kind of leave, and whether it was only to be seen from the reason. */
interface WrittenLeave {
  readonly kind: string;
  readonly bySaying: boolean;
}

/** Words around a reason that say nothing. */
const aroundReason = /^(?:因为|因|我|要|得|需要|需|去|在)+|(?:了|的)+$/gu;

/**
 * 事假, 公出, 病假, 产假, before the reason or behind it; or a reason that the rulebook lists for one of them, with where to
 * behind it: 出差去省里. Written together with other words it is asked about, without repeating it.
 */
export const leaveKindWord: Word<WrittenLeave> = word(
  '公出|病假|产假',
  ({ context, line, tokens, at, end }): WordResult<WrittenLeave> => {
    const [token, last] = [at < end ? tokens[at] : undefined, tokens[end - 1]];
    if (token === undefined || token.named) return { kind: 'absent' };
    const { kinds } = context.rulebook.leave;
    const written = (text: string | undefined) => kinds.find(({ label }) => label === text);
    const taken = (id: string, bySaying: boolean, next: number) =>
      ({ kind: 'taken', value: { kind: id, bySaying }, next }) as const;
    const [first, behind] = [written(token.text), written(last?.text)];
    if (first !== undefined) return taken(first.id, false, at + 1);
    if (behind !== undefined) return taken(behind.id, false, at);
    const reason = line.text.slice(token.start, last?.end);
    const said = kinds.find(({ aliases }) => [reason, reason.replace(aroundReason, '')].some(says(aliases)));
    if (said !== undefined) return taken(said.id, true, at);
    const glued = kinds.some(({ label }) => token.text.startsWith(label));
    return glued ? { kind: 'problem', problem: { code: 'leaveKindGlued' } } : { kind: 'absent' };
  },
  ({ leave }) => leave.kinds.flatMap(({ id, label }) => (id === leave.defaultKind ? [] : [label])),
);

/** Whither somebody goes may follow such a word: 出差去省里; no denial and nobody else's: 出差取消了, 住院陪护父亲. */
const whither = /^(?:[去到赴在](?!.*(?:取消|推迟|[没不陪回])).*)?$/u;

function says(aliases: readonly string[]): (reason: string) => boolean {
  return (reason) =>
    aliases.some((alias) => reason.startsWith(alias) && whither.test(reason.slice(alias.length)));
}

/** The reason, without the kind that follows it. */
export const leaveReason: Word<string> = textNamed('事由', (text, { context }) => {
  const last = context.rulebook.leave.kinds.find(({ label }) => text.endsWith(` ${label}`));
  return last === undefined ? text : text.slice(0, -last.label.length).trimEnd();
});

/**
 * The number of a leave. Anything else written there is not repeated, as it may be a
 * reason.
 */
export const leaveNumber: Word<number> = word('编号', (input) => {
  const read = matterWord.read(input);
  return read.kind === 'problem' ? { kind: 'absent' } : read;
});

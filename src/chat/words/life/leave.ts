import { word, type Word, type WordResult } from '../../define.js';
import { matterWord } from '../plain.js';

/** A kind of leave, and whether it was only to be seen from the reason. */
interface WrittenLeave {
  readonly kind: string;
  readonly bySaying: boolean;
}

/** Words around a reason that say nothing. */
const aroundReason = /^(?:因为|因|我|要|得|需要|需|去|在)+|(?:了|的)+$/gu;

/**
 * 事假, 公出, 病假, 产假; or a reason that the rulebook lists for one of them: 出差. Written together with other words
 * it is asked about, without repeating it.
 */
export const leaveKindWord: Word<WrittenLeave> = word(
  '公出|病假|产假',
  ({ context, line, tokens, at, end }): WordResult<WrittenLeave> => {
    const token = at < end ? tokens[at] : undefined;
    if (token === undefined || token.named) return { kind: 'absent' };
    const { kinds } = context.rulebook.leave;
    const known = kinds.find(({ label }) => label === token.text);
    if (known !== undefined)
      return { kind: 'taken', value: { kind: known.id, bySaying: false }, next: at + 1 };
    const reason = line.text.slice(token.start, tokens[end - 1]?.end);
    const bare = reason.replace(aroundReason, '');
    const said = kinds.find(({ aliases }) => aliases.includes(reason) || aliases.includes(bare));
    if (said !== undefined) return { kind: 'taken', value: { kind: said.id, bySaying: true }, next: at };
    const glued = kinds.some(({ label }) => token.text.startsWith(label));
    return glued ? { kind: 'problem', problem: { code: 'leaveKindGlued' } } : { kind: 'absent' };
  },
  ({ leave }) => leave.kinds.flatMap(({ id, label }) => (id === leave.defaultKind ? [] : [label])),
);

/**
 * The number of a leave. Anything else written there is not repeated, as it may be a
 * reason.
 */
export const leaveNumber: Word<number> = word('编号', (input) => {
  const read = matterWord.read(input);
  return read.kind === 'problem' ? { kind: 'absent' } : read;
});

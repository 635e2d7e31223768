import type { View } from '../../../app/ports/voice.js';
import type { VetoCard } from '../../../app/veto/says.js';
import type { VetoStep } from '../../../domain/veto/matter.js';
import { registerReason } from '../../../words/items.js';
import { typedNumbers } from '../../../words/numbers.js';
import { fullDate, monthTitle } from '../../../words/dates.js';
import { monthsTitle } from '../../../words/periods.js';
import type { VetoNotes } from '../../../app/matters/veto-notes.js';
import type { RegisterGap } from '../../../domain/veto/register.js';

/** 还没有听取本人意见: which step a veto waits for */
export function vetoWaits(next: VetoStep): string {
  switch (next) {
    case 'hearing':
      return '还没有听取本人意见';
    case 'vote':
      return '还没有开会表决';
    case 'certification':
      return '表决已通过，待认定';
  }
}

/** The line that takes the next step. */
export function vetoCommand(number: number, next: VetoStep, view: Pick<View, 'among'>): string {
  const named = typedNumbers([number], view);
  switch (next) {
    case 'hearing':
      return `听取后请私聊发送“/听取 ${named} 意见”，本人不说明的写“/听取 ${named} 本人放弃”。`;
    case 'vote':
      return `表决后请发送“/表决 ${named} 赞成 票数 反对 票数 弃权 票数”。`;
    case 'certification':
      return `回复“/确认 ${named}”；程序有问题的“/退回 ${named} 理由”，退回后重新表决。`;
  }
}

/** What an officer reads of a veto that is under way. */
export function vetoNext(
  { number, next }: { readonly number: number; readonly next: VetoStep },
  view: Pick<View, 'among'>,
): string {
  const command = vetoCommand(number, next, view);
  return next === 'certification' ? command : `${vetoWaits(next)}。${command}`;
}

/** The reason as its proposer wrote it; of a register, the months. */
export function vetoReason(
  { ground, reason, drafted }: Pick<VetoCard, 'ground' | 'reason' | 'drafted'>,
  { rulebook }: Pick<View, 'rulebook'>,
): string {
  if (drafted === null) return reason;
  const { paid = [], attended = [] } = drafted;
  const since =
    paid.length > 0
      ? `（其中${monthsTitle(paid)}已登记补交）`
      : attended.length > 0
        ? `（其中${monthsTitle(attended)}考勤已更正为到会）`
        : '';
  return `${registerReason(ground, drafted, rulebook)}${since}`;
}

/** #9 认定后, #9 驳回后 or 考勤变动后 */
export function brokenTitle(matter: number | null, isRefused = false): string {
  return matter === null ? '考勤变动' : `#${matter} ${isRefused ? '驳回' : '认定'}`;
}

/** What the register does not bear out, and votes on the same ground that failed before. */
export function notesLines({ gap, votedDown }: VetoNotes, { today }: Pick<View, 'today'>): readonly string[] {
  return [
    ...votedDown.map(({ number, on }) => `请留意：同一款的 #${number} ${fullDate(on, today)}表决没有通过。`),
    ...(gap === null ? [] : [`请留意：${gapText(gap)}。`]),
  ];
}

/** 考勤登记只有连续5个月没有参加组织生活，须满6个月 */
export function gapText(gap: RegisterGap): string {
  switch (gap.of) {
    case 'steps':
      return gap.step === 'education' ? '还没有教育的记录' : '还没有拒交的记录';
    case 'absence':
      return `${keptFrom('考勤', gap.keptFrom)}只有连续${gap.months}个月没有参加组织生活，须满${gap.needed}个月${checkElsewhere(gap.keptFrom)}`;
    case 'arrears':
      return `${keptFrom('党费', gap.keptFrom)}只欠交${gap.months}个月，须满${gap.needed}个月${checkElsewhere(gap.keptFrom)}`;
  }
}

function keptFrom(register: string, from: string | null): string {
  return from === null ? `${register}登记` : `${register}登记从${monthTitle(from)}开始，`;
}

function checkElsewhere(from: string | null): string {
  return from === null ? '' : '，以前的请支部另行核实';
}

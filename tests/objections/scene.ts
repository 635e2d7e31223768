import { put, type Change } from '../../src/domain/branch/rows.js';
import { openBranch, privately, type Heard, type TestBranch } from '../support/branch/test-branch.js';

export const [zhangsan, wangfang, zhoutao] = [1, 2, 3];

/** A branch with everybody who may have a part in an objection, and what is often said in it. */
export interface Scene {
  readonly branch: TestBranch;
  readonly whisper: (who: string, text: string, files?: readonly string[]) => Promise<Heard[]>;
  readonly told: (who: string, text: string) => Promise<string>;
  /** `bonus confirmed`, … in the order of the numbers. */
  readonly states: () => readonly string[];
  /** #1: a bonus of 张三 that 李强 confirmed. */
  readonly bonus: () => Promise<void>;
  /** A deduction of 周涛 that 李强 confirmed in private. */
  readonly deduction: (number: number) => Promise<void>;
  /** The fourth quarter of 2026, by the secretary. */
  readonly publish: () => Promise<void>;
}

export async function openScene(): Promise<Scene> {
  const branch = await openBranch({
    张三: {},
    王芳: {},
    周涛: {},
    赵敏: { offices: ['recorder'] },
    李强: { offices: ['secretary'] },
    钱进: { offices: ['deputySecretary'] },
    郑义: { offices: ['supervisor'] },
    孙伟: { kind: 'mass', category: null },
    何平: { kind: 'superior', category: null },
    林工: { kind: 'inspector', category: null },
  });
  const whisper: Scene['whisper'] = (who, text, files = []) => branch.say(who, text, 'private', files);
  return {
    branch,
    whisper,
    told: async (who, text) => privately(await whisper(who, text), who),
    states: () =>
      branch
        .sql<{ kind: string; state: string }>('SELECT kind, state FROM matter ORDER BY number')
        .map(({ kind, state }) => `${kind} ${state}`),
    async bonus() {
      await branch.say('赵敏', '/加分 张三 8 献血', 'group', ['证.jpg']);
      await branch.say('李强', '/确认 1 已听取');
    },
    async deduction(number) {
      await whisper('赵敏', '/减分 周涛 15 一般 迟到', ['考勤.jpg']);
      await whisper('李强', `/确认 ${number} 已听取`);
    },
    async publish() {
      branch.moveTo('2027-01-05T10:00:00');
      await branch.say('李强', '/公示 四季度');
    },
  };
}

/** What everybody heard but one. */
export function everywhere(heard: readonly Heard[], but: string): string {
  return heard
    .filter(({ to }) => to !== but)
    .map(({ text }) => text)
    .join('\n');
}

/** Rows of a veto of 张三, #1, that the meeting voted and 李强 certified. */
export function certifiedVetoRows(): readonly Change[] {
  const at = '2026-11-20T09:00:00';
  const vote = { entitled: 8, present: 8, inFavour: 8, against: 0, abstained: 0, by: 6, at };
  return [
    put('matter', {
      ...{ number: 1, subject: zhangsan, proposer: 6, openedAt: at, appointments: 9, drafted: false },
      ...{ state: 'confirmed', kind: 'veto', ground: 5, since: null, deedOn: '2026-11-01', reason: '失职' },
      ...{ hearing: { text: '本人放弃', by: 6, at }, vote },
    }),
    put('ruling', { matter: 1, ruler: 5, decision: 'confirmed', at, meetingOn: null, reason: null }),
  ];
}

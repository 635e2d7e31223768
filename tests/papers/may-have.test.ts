import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mayHavePaper } from '../../src/app/delivery/may-hear.js';
import type { StoredLetter } from '../../src/app/ports/store/store.js';
import { put, type Change } from '../../src/domain/branch/rows.js';
import type { Account, Office } from '../../src/domain/roster/rows.js';
import { openProcess, said, to } from '../delivery/scene.js';
import { newFile } from '../store/scene.js';
import { factsWith, member } from '../support/branch/branch-facts.js';
import { handTimer } from '../support/branch/hand-timer.js';
import { scriptedChannel } from '../support/channels/scripted-channel.js';
import { fillerOf, paper, workshop } from './scene.js';

const account: Account = {
  channel: 'wecom',
  account: 'zhao',
  person: 1,
  boundAt: '2026-01-05T08:00:00',
  nickname: null,
};
const office: Office = {
  id: 1,
  person: 1,
  office: 'recorder',
  from: '2026-01-05T08:00:00',
  until: null,
  givenBy: null,
  endedBy: null,
  recommendedOn: null,
};
const letter: StoredLetter = {
  branch: 'b1',
  id: 1,
  createdAt: '2026-11-28T09:00:00',
  attempts: 0,
  progress: 0,
  channel: 'wecom',
  chat: to('zhao'),
  person: null,
  text: '',
  files: [],
  expiresAt: null,
  paper: { ...paper, by: { person: 1, offices: ['recorder'] } },
};
const may = (...later: readonly Change[]) =>
  mayHavePaper(
    factsWith(member(1, '赵敏'), member(2, '张三'), put('account', account), put('office', office), ...later),
    letter,
    null,
  );

describe('GIVEN a paper that the recorder has ordered WHEN it is made', () => {
  it('THEN he has it while he is who he was', () => {
    expect(may()).toBe(true);
  });

  it.each<[string, Change]>([
    ['his office has ended', put('office', { ...office, until: '2026-11-28T10:00:00' })],
    ['his account is somebody else’s', put('account', { ...account, person: 2 })],
    ['his telephone is lost', put('account', { ...account, unboundAt: '2026-11-28T10:00:00' })],
    ['he has left', member(1, '赵敏', { leftOn: '2026-11-28', leftHow: 'transferred' })],
  ])('AND %s THEN he has it no more', (_, change) => {
    expect(may(change)).toBe(false);
  });

  it('THEN what everybody may see is for everybody', () => {
    const open = { ...letter, chat: { kind: 'group', id: 'g' } as const, paper: { ...paper, by: null } };
    expect(mayHavePaper(factsWith(), open, null)).toBe(true);
  });
});

describe('GIVEN a letter whose paper its orderer may not have any more', () => {
  let given: ReturnType<typeof newFile>;
  beforeEach(() => {
    given = newFile();
  });
  afterEach(() => given.remove());

  it('THEN it is not even made, and the words say that nothing is enclosed', async () => {
    const timer = handTimer();
    const channel = scriptedChannel({});
    const shop = workshop();
    const bot = await openProcess(given.file, channel, timer, fillerOf(timer, shop));
    await bot.start();
    const by = { person: 0, offices: [] };
    await bot.write({ chat: to('a'), text: '考核表见附件', paper: { ...paper, by } });
    await bot.delivery.idle();
    expect(shop.asked).toEqual([]);
    expect(said(channel)).toEqual(['考核表见附件\n附件没有做成']);
    bot.die();
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { foundBranch } from '../../../src/app/roster/found.js';
import { openWecomChannel } from '../../../src/channels/wecom/channel.js';
import { createWebhookChannel, webhookName } from '../../../src/channels/webhook/channel.js';
import { loadRulebook } from '../../../src/start/rulebook-file.js';
import { createBot, type Bot } from '../../../src/index.js';
import { projectFolder } from '../../../src/project-folder.js';
import { founder } from '../../../src/cli/stage/founder.js';
import { people } from '../../support/clock-bot.js';
import { startWebhookService, type WebhookService } from '../../support/webhook-service.js';
import type { Shown, TemplateCard } from '../../support/wecom-desk.js';
import { startWecomService, type WecomService } from '../../support/wecom-service.js';
import { group, logInto, wecomOptions } from './scene.js';

/** The whole bot on WeCom: people are called by their names there as well. */
export interface WecomBot {
  readonly bot: Bot;
  readonly service: WecomService;
  readonly webhook: WebhookService | undefined;
  readonly operator: readonly string[];
  readonly groups: readonly string[];
  /** Says a line, in the group after a call or in private, and waits until it was carried out. */
  say(who: string, where: string | null, text: string): Promise<void>;
  press(
    who: string,
    where: string | null,
    card: TemplateCard,
    label: string,
    shape?: 'nested' | 'flat',
  ): Promise<void>;
  /** The first message that fits, once it is there. */
  shows(fits: (message: Shown) => boolean): Promise<Shown>;
  moveTo(instant: string): Promise<void>;
  state(): string | undefined;
  /** Somebody starts the same bot elsewhere. */
  displace(): Promise<void>;
  sql(query: string): readonly unknown[];
  close(): Promise<void>;
}

const rulebook = await loadRulebook(join(projectFolder(), 'rulebooks/2018.yaml'));

export async function openWecomBot(
  options: { readonly webhook?: boolean; readonly isBound?: boolean } = {},
): Promise<WecomBot> {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-wecom-'));
  const databaseFile = join(folder, 'zhibu.db');
  const service = await startWecomService();
  const webhook = options.webhook === true ? await startWebhookService() : undefined;
  let now = '2026-11-23T09:00:00';
  const clock = { now: () => now };
  const operator: string[] = [];
  const groups: string[] = [];
  const others: (() => Promise<void>)[] = [];
  let taken = 0;
  const channel = await openWecomChannel({ ...wecomOptions(service, []), botName: '机器人', clock });
  const bot = await createBot({
    databaseFile,
    key: '70'.repeat(32),
    rulebook,
    channel: {
      ...channel,
      start: (receive, report) =>
        channel.start(async (message) => {
          await receive(message);
          taken += 1;
        }, report),
    },
    ...(webhook === undefined
      ? {}
      : {
          broadcasts: [
            {
              channel: createWebhookChannel({
                url: webhook.url,
                key: webhook.rules.key,
                knowsAccounts: true,
              }),
              instead: true,
            },
          ],
        }),
    newGroups: {
      adopted: (branch, id) => void groups.push(`adopted ${branch} ${id}`),
      unknown: (id) => void groups.push(`unknown ${id}`),
    },
    clock,
    ids: { claimCode: () => '000000', reference: () => 'E0001' },
    log: logInto([]),
    botName: '机器人',
    notifyOperator: (line) => void operator.push(line),
  });
  const branch = await bot.store.createBranch('机关第一党支部', now);
  if (options.isBound !== false) await bot.store.bindGroup(branch, channel.name, group);
  if (webhook !== undefined) await bot.store.bindGroup(branch, webhookName, 'webhook');
  const there = [...people, founder('孙伟', { kind: 'mass', category: null })].map((person) => ({
    ...person,
    account: person.account === null ? null : { ...person.account, channel: channel.name },
  }));
  await bot.handle(
    { branch, message: { channel: 'founding', messageId: '1' }, speaker: null, files: [] },
    () => ({ kind: 'intent', intent: foundBranch.intent({ people: there }) }),
  );
  await bot.start();
  const carriedOut = async (say: () => unknown): Promise<void> => {
    const before = taken;
    say();
    while (taken === before) await new Promise((resolve) => setImmediate(resolve));
    await bot.delivery.idle();
  };
  const at = (who: string, where: string | null) => ({
    from: who,
    ...(where === null ? {} : { group: where }),
  });
  return {
    bot,
    service,
    webhook,
    operator,
    groups,
    say: (who, where, text) =>
      carriedOut(() => service.text(at(who, where), where === null ? text : `@机器人 ${text}`)),
    press: (who, where, card, label, shape) =>
      carriedOut(() => service.press(at(who, where), card, label, shape)),
    async shows(fits) {
      await service.when(() => service.shown.some(fits));
      return service.shown.find(fits)!;
    },
    moveTo: (instant) => bot.advance(instant, (next) => void (now = next)),
    state: () => bot.health().connections.find((one) => one.channel === channel.name)?.state,
    async displace() {
      const newer = await openWecomChannel(wecomOptions(service, []));
      await newer.start(
        () => Promise.resolve(),
        () => undefined,
      );
      others.push(() => newer.stop());
    },
    sql(query) {
      const db = new Database(databaseFile, { readonly: true });
      try {
        return db.prepare(query).all();
      } finally {
        db.close();
      }
    },
    async close() {
      for (const stop of others.splice(0)) await stop();
      await bot.stop();
      await service.close();
      await webhook?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

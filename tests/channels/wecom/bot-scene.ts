import { join } from 'node:path';
import type { Channel } from '../../../src/app/ports/channel.js';
import { openWecomChannel } from '../../../src/channels/wecom/channel.js';
import { createWebhookChannel, webhookName } from '../../../src/channels/webhook/channel.js';
import { loadRulebook } from '../../../src/start/files/rulebook-file.js';
import type { Bot } from '../../../src/index.js';
import { projectFolder } from '../../../src/project-folder.js';
import { founder } from '../../../src/cli/stage/founder.js';
import { openStage } from '../../../src/cli/stage/stage.js';
import { people } from '../../support/branch/clock-bot.js';
import { startWebhookService, type WebhookService } from '../../support/channels/wecom/webhook-service.js';
import type { Shown, TemplateCard } from '../../support/channels/wecom/wecom-desk.js';
import { startWecomService, type WecomService } from '../../support/channels/wecom/wecom-service.js';
import { group, wecomOptions } from './scene.js';

/** The whole bot on WeCom, where people's names are also their userids. */
export interface WecomBot {
  readonly bot: Bot;
  readonly service: WecomService;
  readonly webhook: WebhookService | undefined;
  readonly operator: readonly string[];
  readonly groups: readonly string[];
  /** Says a line, with a mention in the group or in private, and waits until it is carried out. */
  say(who: string, where: string | null, text: string): Promise<void>;
  press(
    who: string,
    where: string | null,
    card: TemplateCard,
    label: string,
    shape?: 'nested' | 'flat',
  ): Promise<void>;
  /** Waits for the first message that fits. */
  shows(fits: (message: Shown) => boolean): Promise<Shown>;
  moveTo(instant: string): Promise<void>;
  state(): string | undefined;
  /** Starts the same bot elsewhere. */
  displace(): Promise<void>;
  sql(query: string): readonly unknown[];
  close(): Promise<void>;
}

const rulebook = await loadRulebook(join(projectFolder(), 'rulebooks/2018.yaml'));

export async function openWecomBot(
  options: { readonly webhook?: boolean; readonly isBound?: boolean } = {},
): Promise<WecomBot> {
  const service = await startWecomService();
  const webhook = options.webhook === true ? await startWebhookService() : undefined;
  const operator: string[] = [];
  const groups: string[] = [];
  const others: (() => Promise<void>)[] = [];
  const stage = await openStage({
    rulebook,
    channel: (clock) => openWecomChannel({ ...wecomOptions(service, []), botName: '机器人', clock }),
    ...(webhook === undefined ? {} : { broadcasts: [{ channel: webhookTo(webhook), instead: true }] }),
    newGroups: {
      adopted: (branch, id) => void groups.push(`adopted ${branch} ${id}`),
      unknown: (id) => void groups.push(`unknown ${id}`),
    },
    groupOf: () => (options.isBound === false ? null : group),
    founding: {
      branch: '机关第一党支部',
      people: [...people, founder('孙伟', { kind: 'mass', category: null })],
    },
    notifyOperator: (line) => void operator.push(line),
  });
  const { bot } = stage;
  for (const { id } of bot.store.branches())
    if (webhook !== undefined) await bot.store.bindGroup(id, webhookName, 'webhook');
  const carriedOut = async (act: () => unknown): Promise<void> => {
    await stage.listen(act, 1);
  };
  const at = (who: string, where: string | null) => ({
    from: who,
    ...(where === null ? {} : { group: where }),
  });
  return {
    ...{ bot, service, webhook, operator, groups },
    say: (who, where, text) =>
      carriedOut(() => service.text(at(who, where), where === null ? text : `@机器人 ${text}`)),
    press: (who, where, card, label, shape) =>
      carriedOut(() => service.press(at(who, where), card, label, shape)),
    async shows(fits) {
      await service.when(() => service.shown.some(fits));
      return service.shown.find(fits)!;
    },
    moveTo: (instant) => bot.advance(instant, (at) => stage.clock.set(at)),
    state: () => bot.health().connections.find((one) => one.channel === 'wecom')?.state,
    async displace() {
      const newer = await openWecomChannel(wecomOptions(service, []));
      await newer.start(
        () => Promise.resolve(),
        () => undefined,
      );
      others.push(() => newer.stop());
    },
    sql: (query) => stage.sql(query),
    async close() {
      for (const stop of others.splice(0)) await stop();
      await stage.close();
      await service.close();
      await webhook?.close();
    },
  };
}

function webhookTo({ url, rules: { key } }: WebhookService): Channel {
  return createWebhookChannel({ url, key, knowsAccounts: true });
}

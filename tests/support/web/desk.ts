import { randomUUID } from 'node:crypto';
import { createCanvas } from '@napi-rs/canvas';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createDesk } from '../../../src/desk/desk.js';
import { createKeys, type Keys } from '../../../src/desk/keys.js';
import { deskRoutes } from '../../../src/desk/routes.js';
import type { Founder } from '../../../src/app/roster/found.js';
import { founder } from '../../../src/cli/stage/founder.js';
import { rosterFiles } from '../../../src/cli/roster/upload.js';
import { openStage, type Stage } from '../../../src/cli/stage/stage.js';
import { assetRoute } from '../../../src/web/assets.js';
import { ownWindowOnly, pageHeaders } from '../../../src/web/guard.js';
import { loadRulebook } from '../../../src/start/files/rulebook-file.js';

export interface DeskScene {
  readonly stage: Stage;
  readonly branch: string;
  readonly keys: Keys;
  readonly url: string;
  /** The cookie of a session. */
  sit(name: string): string;
  /** The program starts anew on the same file: nothing that it had in memory is left. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** A branch with its desk, served on loopback. */
export async function openDeskScene(isSample: boolean, more: readonly Founder[] = []): Promise<DeskScene> {
  const members = ['张三', '王芳', '周涛'];
  let invite = (_branch: string, _account: string): { url: string; minutes: number } | null => null;
  const rulebook = await loadRulebook('rulebooks/2018.yaml');
  const stage = await openStage({
    rulebook,
    invite: (branch, account) => invite(branch, account),
  });
  const branch = await stage.found('机关第一党支部', [
    founder('李强', { category: 'leadingCadre', offices: ['secretary'] }),
    founder('钱进', { offices: ['deputySecretary'] }),
    founder('赵敏', { offices: ['recorder'] }),
    ...members.map((name) => founder(name)),
    founder('何平', { kind: 'superior', category: null }),
    ...more,
  ]);
  const opened = () => {
    const keys = createKeys(stage.clock, () => stage.bot.store.sessions);
    const app = new Hono();
    app.use(pageHeaders, ownWindowOnly('127.0.0.1'));
    assetRoute(app);
    const routes = deskRoutes({
      ...{ desk: createDesk(stage.bot), keys, clock: stage.clock, isSecure: false, hasChat: true },
      tools: { rosterFiles: rosterFiles(rulebook.rulebook, stage.clock) },
      log: { error: () => undefined },
      ...(isSample
        ? { sample: () => members.map((name) => ({ account: name, branch, name, title: '机关党员' })) }
        : {}),
    });
    app.route('/desk', routes);
    return { keys, app };
  };
  let now = opened();
  const server = serve({
    fetch: (request, env) => now.app.fetch(request, env),
    hostname: '127.0.0.1',
    port: 0,
  });
  await new Promise<void>((resolve) => server.once('listening', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  invite = (of, account) => {
    const { key, minutes } = now.keys.invite({ branch: of, account });
    return { url: `${url}/desk/in/${key}`, minutes };
  };
  return {
    ...{ stage, branch, url },
    get keys() {
      return now.keys;
    },
    sit: (name) => `desk=${now.keys.sit({ branch, account: name })}`,
    async restart() {
      await stage.restart();
      now = opened();
    },
    async close() {
      await new Promise((resolve) => server.close(resolve));
      await stage.close();
    },
  };
}

export const getFrom = (scene: DeskScene, path: string, cookie = '') =>
  fetch(`${scene.url}${path}`, { headers: { cookie }, redirect: 'manual' });
export async function postTo(
  scene: DeskScene,
  path: string,
  cookie: string,
  fields: Readonly<Record<string, string | File>>,
  more: readonly (readonly [string, string])[] = [],
  origin = scene.url,
) {
  const body = new FormData();
  for (const [name, value] of [...Object.entries(fields), ...more]) body.append(name, value);
  return fetch(`${scene.url}${path}`, {
    method: 'POST',
    headers: { cookie, origin },
    body,
    redirect: 'manual',
  });
}
/** The hidden fields of the page's form. */
export async function hiddenOn(
  scene: DeskScene,
  path: string,
  cookie: string,
): Promise<{ csrf: string; key: string }> {
  const text = await (await getFrom(scene, path, cookie)).text();
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`, 'u').exec(text)?.[1];
  return { csrf: value('csrf') ?? '', key: value('key') ?? randomUUID() };
}

/** Fills in a form of the page and sends it; what the page shows then. */
export async function sendForm(
  scene: DeskScene,
  who: string,
  path: string,
  fields: Readonly<Record<string, string | File>>,
): Promise<string> {
  const cookie = scene.sit(who);
  const answer = await postTo(scene, path, cookie, {
    ...(await hiddenOn(scene, path, cookie)),
    ...fields,
  });
  return answer.status === 303 ? (await getFrom(scene, path, cookie)).text() : answer.text();
}

const picture = new Uint8Array(createCanvas(2, 2).toBuffer('image/png'));

/** The same, with a bonus of 张三 (#1) and a deduction of 周涛 (#2), each with a picture. */
export async function openBusyDesk(isSample = false): Promise<DeskScene> {
  const scene = await openDeskScene(isSample);
  const files = [{ kind: 'picture' as const, name: '一.png', bytes: picture }];
  await scene.stage.say('赵敏', '/加分 张三 8 公益活动', { files });
  await scene.stage.say('赵敏', '/减分 周涛 15 一般 上班时间打游戏', { files });
  return scene;
}

import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createDesk } from '../../src/desk/desk.js';
import { createKeys, type Keys } from '../../src/desk/keys.js';
import { deskRoutes } from '../../src/desk/routes.js';
import { founder } from '../../src/cli/stage/founder.js';
import { openStage, type Stage } from '../../src/cli/stage/stage.js';
import { assetRoute } from '../../src/web/assets.js';
import { ownWindowOnly, pageHeaders } from '../../src/web/guard.js';
import { loadRulebook } from '../../src/start/rulebook-file.js';

export interface DeskScene {
  readonly stage: Stage;
  readonly branch: string;
  readonly keys: Keys;
  readonly url: string;
  /** The cookie of a session. */
  sit(name: string): string;
  close(): Promise<void>;
}

/** A branch with its desk, served on loopback. */
export async function openDeskScene(
  members: readonly string[] = ['张三', '王芳', '周涛'],
): Promise<DeskScene> {
  let invite = (_branch: string, _account: string): { url: string; minutes: number } | null => null;
  const stage = await openStage({
    rulebook: await loadRulebook('rulebooks/2018.yaml'),
    invite: (branch, account) => invite(branch, account),
  });
  const branch = await stage.found('机关第一党支部', [
    founder('李强', { category: 'leadingCadre', offices: ['secretary'] }),
    founder('钱进', { offices: ['deputySecretary'] }),
    founder('赵敏', { offices: ['recorder'] }),
    ...members.map((name) => founder(name)),
    founder('何平', { kind: 'superior', category: null }),
  ]);
  const keys = createKeys(stage.clock);
  const app = new Hono();
  app.use(pageHeaders, ownWindowOnly('127.0.0.1'));
  assetRoute(app);
  app.route(
    '/desk',
    deskRoutes({ desk: createDesk(stage.bot), keys, isSecure: false, log: { error: () => undefined } }),
  );
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise<void>((resolve) => server.once('listening', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  invite = (of, account) => {
    const { key, minutes } = keys.invite({ branch: of, account });
    return { url: `${url}/desk/in/${key}`, minutes };
  };
  return {
    ...{ stage, branch, keys, url },
    sit: (name) => `desk=${keys.sit({ branch, account: name })}`,
    async close() {
      await new Promise((resolve) => server.close(resolve));
      await stage.close();
    },
  };
}

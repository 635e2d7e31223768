/**
 * WeChat by wechaty's own mock, in this process or behind a real gateway: `wechaty-puppet-service` at both ends of a
 * TCP relay on loopback that can be cut. Written from CHANNELS.md; imports nothing from src.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileBox, type FileBoxInterface } from 'file-box';
import { log } from 'wechaty';
import { types } from 'wechaty-puppet';
import { mock, PuppetMock } from 'wechaty-puppet-mock';
import { openProxy, freePort, type Proxy } from './cut-line.js';

log.level('silent');

/** Not imported by name: its types would change Node's `promisify` everywhere. */
const servicePackage: string = 'wechaty-puppet-service';
const { PuppetServer } = (await import(servicePackage)) as {
  readonly PuppetServer: new (options: {
    readonly endpoint: string;
    readonly puppet: PuppetMock;
    readonly token: string;
    readonly tls: { readonly disable: boolean };
  }) => { start(): Promise<void>; stop(): Promise<void> };
};

/** A message of the bot, as WeChat shows it. */
export interface Said {
  /** Id of a room or of a person. */
  readonly to: string;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
}

export interface Line {
  readonly from: string;
  /** Without it: in private. */
  readonly room?: string;
  /** The same for a second delivery of one line. */
  readonly id?: string;
  readonly mentions?: readonly string[];
  /** Seconds since it was said. */
  readonly age?: number;
}

export interface WechatyWorld {
  readonly puppet: PuppetMock;
  readonly said: readonly Said[];
  readonly rules: {
    /** The service's answer to messages for this conversation. */
    failTo: Map<string, Error>;
    /** Attempts to send to this conversation. */
    asked: Map<string, number>;
    /** Runs after the service took a message, before it acknowledges it. */
    taken: (said: Said) => Promise<void>;
  };
  person(id: string, name: string, more?: { readonly friend?: boolean; readonly type?: number }): void;
  room(id: string, topic: string, members: readonly string[]): void;
  knows(id: string): boolean;
  hasSaid(messageId: string): boolean;
  /** Removes all rooms, as after a login with new ids. */
  forget(): void;
  rename(id: string, name: string): void;
  retitle(id: string, topic: string, by: string): void;
  text(line: Line, text: string): void;
  file(line: Line, kind: 'Image' | 'Attachment' | 'Unknown', name: string, bytes: Uint8Array): void;
  /** A red packet, a card …: neither text nor file. */
  thing(line: Line, kind: 'Unknown' | 'Recalled' | 'RedEnvelope' | 'Video' | 'Audio'): void;
  /** Somebody has connected to the puppet. */
  isStarted(): boolean;
  scan(code: string, status?: types.ScanStatus): void;
  /** As this account, which is made if new. */
  login(id?: string, name?: string): void;
  logout(): Promise<void>;
  close(): Promise<void>;
}

export const groupTopic = '机关第一党支部工作群';
export const roomId = 'branch@chatroom';

export function openWorld(): WechatyWorld {
  const mocker = new mock.Mocker();
  const said: Said[] = [];
  const rules: WechatyWorld['rules'] = {
    failTo: new Map(),
    asked: new Map(),
    taken: () => Promise.resolve(),
  };
  let ids = 0;
  const puppet = new ListeningMock({ mocker }, said, rules);
  const { Message } = types;
  let started = 0;
  puppet.on('start', () => void (started += 1));
  const deliver = (
    { from, room, id = `said-${(ids += 1)}`, mentions = [], age = 0 }: Line,
    more: { readonly type: types.Message; readonly text?: string },
    before: (messageId: string) => void = () => undefined,
  ): void => {
    if (!mocker.cacheMessagePayload.has(id)) {
      before(id);
      const to = room === undefined ? { listenerId: puppet.currentUserId } : { roomId: room };
      mocker.MessageMock.create({
        id,
        talkerId: from,
        timestamp: Date.now() - age * 1000,
        mentionIdList: [...mentions],
        ...to,
        ...more,
      });
    }
    puppet.emit('message', { messageId: id });
  };
  return {
    puppet,
    said,
    rules,
    person: (id, name, more = {}) => void mocker.createContact({ id, name, alias: '', ...more }),
    room: (id, topic, members) => void mocker.createRoom({ id, topic, memberIdList: [...members] }),
    hasSaid: (messageId) => mocker.cacheMessagePayload.has(messageId),
    knows: (id) => mocker.cacheContactPayload.has(id),
    forget: () => mocker.cacheRoomPayload.clear(),
    rename: (id, name) => {
      const payload = mocker.contactPayload(id);
      mocker.contactPayload(id, { ...payload, name });
      puppet.emit('dirty', { payloadType: types.Dirty.Contact, payloadId: id });
    },
    retitle: (id, topic, by) => mocker.RoomMock.load(id).topic(topic).by(mocker.ContactMock.load(by)),
    text: (line, text) => deliver(line, { type: Message.Text, text }),
    file: (line, kind, name, bytes) =>
      deliver(line, { type: Message[kind] }, (id) => {
        const box = FileBox.fromBase64(Buffer.from(bytes).toString('base64'), name);
        mocker.cacheFileBoxPayload.set(id, box.toJSON());
      }),
    thing: (line, kind) => deliver(line, { type: Message[kind] }),
    isStarted: () => started > 0,
    scan: (code, status) => mocker.scan(code, status),
    login(id = 'bot', name = '机器人') {
      if (!mocker.cacheContactPayload.has(id)) mocker.createContact({ id, name, alias: '' });
      mocker.login(mocker.ContactMock.load(id));
    },
    logout: () => puppet.logout('expired'),
    close: () => puppet.stop(),
  };
}

/** The mock, recording what it was sent. Files are read while the gateway still has them. */
class ListeningMock extends PuppetMock {
  constructor(
    options: ConstructorParameters<typeof PuppetMock>[0],
    private readonly said: Said[],
    private readonly rules: WechatyWorld['rules'],
  ) {
    super(options);
  }

  override async messageSendText(to: string, text: string, mentions: string[] = []): Promise<void> {
    this.fail(to);
    await this.take({ to, text, mentions });
    await super.messageSendText(to, text);
  }

  override async messageSendFile(to: string, file: FileBoxInterface): Promise<void> {
    this.fail(to);
    const base64 = await file.toBase64();
    const bytes = Buffer.from(base64, 'base64');
    await this.take({ to, text: '', mentions: [], file: { name: file.name, bytes } });
    await super.messageSendFile(to, FileBox.fromBase64(base64, file.name));
  }

  private async take(said: Said): Promise<void> {
    this.said.push(said);
    await this.rules.taken(said);
  }

  private fail(to: string): void {
    this.rules.asked.set(to, (this.rules.asked.get(to) ?? 0) + 1);
    const error = this.rules.failTo.get(to);
    if (error !== undefined) throw error;
  }
}

/** The gateway in front of a world. */
export interface Gateway {
  readonly token: string;
  /** Environment variables for the gateway's client. */
  readonly settings: Readonly<Record<string, string>>;
  readonly line: Proxy;
  /** Dies at once, with all pending answers, until the returned function is called. */
  kill(): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export async function openGateway({ puppet }: WechatyWorld): Promise<Gateway> {
  const token = 'insecure_3d415ebb-7a6f-4cba-b602-1f4ae400f011';
  const port = await freePort();
  const serve = async () => {
    const started = new PuppetServer({
      endpoint: `127.0.0.1:${port}`,
      puppet,
      token,
      tls: { disable: true },
    });
    await started.start();
    return started;
  };
  let server = await serve();
  const line = await openProxy(port);
  return {
    token,
    settings: {
      HOME: homeFolder(),
      WECHATY_PUPPET: 'wechaty-puppet-service',
      WECHATY_PUPPET_SERVICE_TOKEN: token,
      WECHATY_PUPPET_SERVICE_ENDPOINT: `127.0.0.1:${line.port}`,
      WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: 'true',
    },
    line,
    async kill() {
      const back = await line.cut();
      await server.stop();
      return async () => {
        server = await serve();
        await back();
      };
    },
    async close() {
      await line.close();
      await server.stop();
    },
  };
}

let home: string | undefined;

/**
 * The puppet caches people's names there, each token in a folder of its own. It may still be opening its files
 * when the bot has stopped, so they stay as long as the process.
 */
function homeFolder(): string {
  if (home === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'zhibu-home-'));
    process.once('exit', () => {
      rmSync(made, { recursive: true, force: true });
    });
    home = made;
  }
  return home;
}

/**
 * WeCom's long connection for intelligent robots by its documentation, on loopback. It knows nothing of the bot: it
 * takes what the service would take, and reports broken rules.
 */
import { createServer, type Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { codes, createWecomDesk, ok, refusal, type Frame, type TemplateCard } from './wecom-desk.js';
import { createWecomFiles } from './wecom-files.js';

export interface Said {
  readonly from: string;
  /** The chatid of a group; absent in private. */
  readonly group?: string;
  readonly msgid?: string;
  /** For a press: the card. */
  readonly task?: string;
}

export async function startWecomService(credentials = { botId: 'aibTEST', secret: 'right-secret' }) {
  const files = createWecomFiles();
  const server: Server = createServer((request, response) => files.serve(request, response));
  const sockets = new WebSocketServer({ server });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const desk = createWecomDesk();
  let live: WebSocket | undefined;
  let subscribed = 0;
  let count = 0;
  const rules = {
    /** Stops acknowledging, even pings, but leaves the connection open. */
    deaf: false,
    /** Takes the next push to this chat and cuts the connection before acknowledging it. */
    cutAfterTaking: '',
    heardPings: 0,
  };
  const until: { readonly check: () => boolean; readonly done: () => void }[] = [];
  const look = (): void => {
    for (const one of [...until])
      if (one.check()) {
        until.splice(until.indexOf(one), 1);
        one.done();
      }
  };

  const subscribe = (socket: WebSocket, { headers, body = {} }: Frame): void => {
    subscribed += 1;
    const isRight = body['bot_id'] === credentials.botId && body['secret'] === credentials.secret;
    if (!isRight) {
      send(socket, { headers, ...refusal(codes.secret) });
      return;
    }
    const older = live;
    live = socket;
    send(socket, { headers, ...ok });
    if (older !== undefined && older !== socket)
      send(older, event('', { eventtype: 'disconnected_event' }, (count += 1)));
  };
  sockets.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as Frame;
      if (frame.cmd === 'ping') rules.heardPings += 1;
      if (rules.deaf) look();
      else if (frame.cmd === 'aibot_subscribe') subscribe(socket, frame);
      else if (socket !== live) send(socket, { headers: frame.headers, ...refusal(codes.secret) });
      else {
        const said = desk.handle(frame);
        if (frame.cmd === 'aibot_send_msg' && frame.body?.['chatid'] === rules.cutAfterTaking) {
          rules.cutAfterTaking = '';
          socket.terminate();
        } else send(socket, { headers: frame.headers, ...said });
      }
      look();
    });
    socket.on('close', () => {
      if (live === socket) live = undefined;
      look();
    });
  });

  const callback = (
    said: Said,
    kind: 'message' | 'click' | 'entry',
    body: Record<string, unknown>,
  ): string => {
    const { from, group, msgid = `msg-${(count += 1)}`, task } = said;
    const reqId = `req-${(count += 1)}`;
    const chat = group ?? from;
    desk.heard(reqId, { chat, kind, task });
    const frame = {
      cmd: kind === 'message' ? 'aibot_msg_callback' : 'aibot_event_callback',
      headers: { req_id: reqId },
      body: {
        msgid,
        aibotid: credentials.botId,
        ...(group === undefined ? { chattype: 'single' } : { chattype: 'group', chatid: group }),
        from: { userid: from },
        ...body,
      },
    };
    if (live !== undefined) send(live, frame);
    return msgid;
  };
  return {
    url: `ws://127.0.0.1:${port}`,
    credentials,
    files: { add: (bytes: Buffer, name?: string) => files.add(`http://127.0.0.1:${port}`, bytes, name) },
    shown: desk.shown,
    /** Protocol rules that the other side broke; empty when all is well. */
    broken: desk.broken,
    limits: desk.limits,
    rules,
    isLive: () => live !== undefined,
    subscriptions: () => subscribed,
    /** A message of any type, with the service's content. */
    say: (said: Said, content: Record<string, unknown>) => callback(said, 'message', content),
    text: (said: Said, content: string) => callback(said, 'message', { msgtype: 'text', text: { content } }),
    /** Somebody opens the chat with the bot for the first time on this day. */
    enter: (from: string) =>
      callback({ from }, 'entry', { msgtype: 'event', event: { eventtype: 'enter_chat' } }),
    /** A press: `nested` as documented, else flat as the SDK declares it. */
    press(said: Said, card: TemplateCard, label: string, shape: 'nested' | 'flat' = 'nested') {
      const key = card.button_list?.find(({ text }) => text === label)?.key ?? '';
      const pressed = { event_key: key, task_id: card.task_id };
      const more =
        shape === 'nested' ? { template_card_event: { card_type: card.card_type, ...pressed } } : pressed;
      return callback({ ...said, task: card.task_id }, 'click', {
        msgtype: 'event',
        event: { eventtype: 'template_card_event', ...more },
      });
    },
    /** Resolves once this holds; checked after every frame. */
    when: (check: () => boolean) =>
      check() ? Promise.resolve() : new Promise<void>((done) => void until.push({ check, done })),
    /** What these chats saw since the last look. */
    news: taker(desk.shown),
    dropConnection: () => live?.terminate(),
    forget: desk.forget,
    /** Dead for everybody, then back on the same port. */
    async kill(): Promise<() => Promise<void>> {
      for (const socket of sockets.clients) socket.terminate();
      live = undefined;
      await new Promise<void>((resolve) => server.close(() => resolve()));
      return () => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
    },
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type WecomService = Awaited<ReturnType<typeof startWecomService>>;

function send(socket: WebSocket, frame: object): void {
  socket.send(JSON.stringify(frame));
}

function event(from: string, content: Record<string, unknown>, id: number): object {
  return {
    cmd: 'aibot_event_callback',
    headers: { req_id: `event-${id}` },
    body: { msgid: `event-${id}`, from: { userid: from }, msgtype: 'event', event: content },
  };
}

function taker<T>(all: readonly T[]): () => readonly T[] {
  let taken = 0;
  return () => {
    const fresh = all.slice(taken);
    taken = all.length;
    return fresh;
  };
}

/**
 * The parts of wechaty that we use, declared here because an installation without the packages (`npm ci --omit=peer`)
 * still has to compile. tests/channels/wechaty/library.test.ts compares them with the real types.
 */
import type { Readable } from 'node:stream';
import { MissingPackage } from './errors.js';

export interface Contact {
  readonly id: string;
  name(): string;
  type(): number;
}

export interface Room {
  readonly id: string;
  topic(): Promise<string>;
  alias(contact: Contact): Promise<string | undefined>;
  memberAll(): Promise<readonly Contact[]>;
  sync(): Promise<void>;
}

interface FileBox {
  readonly name: string;
  toStream(): Promise<AsyncIterable<Uint8Array>>;
}

export interface Message {
  readonly id: string;
  type(): number;
  /** Seconds since it was sent. */
  age(): number;
  self(): boolean;
  mentionSelf(): Promise<boolean>;
  text(): string;
  talker(): Contact;
  room(): Room | undefined;
  toFileBox(): Promise<FileBox>;
}

interface Puppet {
  ding(data: string): void | Promise<void>;
  contactPayload(id: string): Promise<{ readonly friend?: boolean }>;
  messageSendText(conversation: string, text: string, mentions?: string[]): Promise<unknown>;
  messageSendFile(conversation: string, file: FileBox): Promise<unknown>;
}

export interface WechatyBot {
  readonly puppet: Puppet;
  readonly isLoggedIn: boolean;
  readonly currentUser: Contact;
  readonly Room: { findAll(): Promise<readonly Room[]> };
  on(event: 'scan', listener: (code: string, status: number) => void): unknown;
  on(event: 'login', listener: (user: Contact) => void): unknown;
  on(event: 'logout' | 'ready' | 'heartbeat', listener: () => void): unknown;
  on(event: 'dong', listener: (data?: string) => void): unknown;
  on(event: 'message', listener: (message: Message) => void): unknown;
  on(event: 'room-topic', listener: (room: Room, topic: string) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface Library {
  readonly WechatyBuilder: {
    /** Only wechaty knows the type of a puppet. */
    build(options: { readonly name: string; readonly puppet: never }): WechatyBot;
  };
  readonly log: { level(level: 'silent'): unknown };
  readonly types: {
    readonly Message: Readonly<
      Record<'Unknown' | 'Attachment' | 'Audio' | 'Image' | 'Recalled' | 'Text' | 'Video', number>
    >;
    readonly Contact: Readonly<Record<'Official', number>>;
  };
  readonly ScanStatus: Readonly<Record<'Waiting' | 'Timeout' | 'Scanned' | 'Confirmed', number>>;
}

export interface Boxes {
  readonly FileBox: { fromBase64(base64: string, name: string): FileBox };
}

/** The gRPC client inside a service puppet. */
export interface GrpcClient {
  download(request: object): Readable;
  messageFileStream(request: object): Readable;
  messageSendFile(request: object, callback: (error: Error | null, response: unknown) => void): unknown;
  close(): void;
}

export interface GrpcManager {
  readonly client: GrpcClient;
  /** `host:port`, or `wechaty://` with the directory to ask. */
  endpoint: string;
  readonly eventStream?: { cancel(): void };
  initClient(): Promise<void>;
  stop(): Promise<void>;
  on(event: 'end' | 'error', listener: () => void): unknown;
}

/** `wechaty-puppet-service`, with private parts that service-puppet.ts replaces. */
export interface ServicePuppet extends Puppet {
  readonly grpcManager: GrpcManager;
  readonly _payloadStore: { start(account: string): Promise<void> };
  login(account: string): unknown;
  logout(reason: string): Promise<void>;
  bridgeGrpcEventStream(manager: GrpcManager): void;
  serializeFileBox(file: FileBox): Promise<string>;
}

export interface Grpc {
  readonly puppet: {
    readonly MessageSendFileRequest: new () => {
      setConversationId(id: string): unknown;
      setFileBox(file: string): unknown;
    };
  };
}

/**
 * Loads an optional package. The name is not a literal, so that the compiler does not look for it.
 * @throws MissingPackage
 */
export async function load<T>(name: string): Promise<T> {
  try {
    return (await import(name)) as T;
  } catch (error) {
    if (isMissing(error, name)) throw new MissingPackage(name);
    throw error;
  }
}

function isMissing(error: unknown, name: string): boolean {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ERR_MODULE_NOT_FOUND' && String(error).includes(`'${name}'`);
}

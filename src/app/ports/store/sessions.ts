/** Who sits at the desk, and until when (local time of the branch). */
export interface KeptSession {
  readonly branch: string;
  readonly account: string;
  readonly until: string;
}

/** Sessions of the desk outlive a restart; each is known by the hash of its key alone. */
export interface Sessions {
  /** @param now what was over by then is forgotten */
  keep(hash: string, session: KeptSession, now: string): Promise<void>;
  read(hash: string): KeptSession | undefined;
  end(hash: string): Promise<void>;
}

/** The settings name a version that a branch is kept by, with another content: start-up ends here. */
export class RulebookChanged extends Error {
  override readonly name = 'RulebookChanged';
  constructor(
    readonly branch: string,
    readonly version: string,
  ) {
    super(`rulebook ${version} of ${branch} has another content than the file`);
  }
}

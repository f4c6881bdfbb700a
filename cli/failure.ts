/** An expected failure: a sentence for a person (what happened, to what, what to do) and the exit code. Printed without a stack trace. */
export class Failure extends Error {
  readonly exitCode: 1 | 2 | 3

  constructor(message: string, exitCode: 1 | 2 | 3 = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

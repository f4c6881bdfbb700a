export function answerCommands(..._: unknown[]): void {}

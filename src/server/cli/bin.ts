#!/usr/bin/env node
/** The oldest Node that has all that the commands import: see `engines` in package.json. */
const OLDEST = 22;

// The allocator of most Linux systems keeps freed memory apart for each thread, and a dozen threads scale pictures. It reads
// its setting only when a process starts, so the program starts itself once more, with the same process id. 60 photographs:
// 156 MB instead of 261.
if (process.platform === 'linux' && process.argv.includes('--pictures') && !process.env.MALLOC_ARENA_MAX) {
  const { execPath, execArgv, argv, env } = process;
  process.execve?.(execPath, [execPath, ...execArgv, ...argv.slice(1)], { ...env, MALLOC_ARENA_MAX: '1' });
}

// Loaded here, not imported: an older Node refuses the file as a whole, with a stack trace, before a line of it has run.
await import('./cli.js').catch((error: unknown) => {
  if (parseInt(process.versions.node) >= OLDEST) throw error;
  const sentence = `care-widgets needs Node ${OLDEST} or newer, and this is Node ${process.versions.node}: install a newer one from https://nodejs.org/`;
  process.stderr.write(`${sentence}\n`);
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ exitCode: 3, error: sentence })}\n`);
  process.exitCode = 3;
});

export {};

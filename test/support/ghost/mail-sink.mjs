// A mail server that takes every mail and keeps it, so that Ghost can hand over its sign-up mails.
import { once } from 'node:events';
import { createServer } from 'node:net';

/** The text of a mail, its parts decoded. */
const decode = (mail) =>
  mail
    .replace(/base64\n\n([A-Za-z0-9+/=\n]+)/g, (_, part) => `\n${Buffer.from(part, 'base64')}`)
    .replace(/=\n/g, '')
    .replace(/=3D/g, '=');

/** Starts the sink. `mailTo(address)` waits for the next mail to that address and gives its text. */
export const startMailSink = async (port) => {
  const mails = [];
  let wake = () => undefined;
  const server = createServer((socket) => {
    let rest = '';
    let to = '';
    let data;
    const say = (line) => socket.write(`${line}\r\n`);
    const take = (line) => {
      if (data !== undefined) {
        if (line !== '.') return void (data += `${line}\n`);
        mails.push({ to, text: decode(data) });
        data = undefined;
        say('250 kept');
        return wake();
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'RCPT') to = /<(.*?)>/.exec(line)?.[1] ?? '';
      if (verb === 'DATA') data = '';
      say({ DATA: '354 go on', QUIT: '221 bye' }[verb] ?? '250 fine');
    };
    socket.setEncoding('utf8').on('data', (chunk) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop();
      lines.forEach(take);
    });
    socket.on('error', () => undefined);
    say('220 sink');
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    mails,
    async mailTo(address) {
      for (;;) {
        const found = mails.findIndex(({ to }) => to === address);
        if (found >= 0) return mails.splice(found, 1)[0].text;
        await new Promise((resolve) => (wake = resolve));
      }
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
};
